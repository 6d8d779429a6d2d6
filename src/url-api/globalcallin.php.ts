/** globalcallin.php: the numbers by which a session is called, for one that is named by ED or eventID or for none. */
import type { FastifyReply } from 'fastify';
import { sessionView } from '../browser/meetings/session-view.ts';
import { checkMayLook, meetingOfSession } from '../browser/meetings/visited-meeting.ts';
import type { CallInPage } from '../browser/pages/session-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { flag, key } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';

export const GLOBAL_CALL_IN = {
  ED: key("the number of the session's event"),
  eventID: key('the same'),
  tollFree: flag('0 leaves toll-free numbers out', { otherwise: true }),
};

type Numbers = CallInPage['numbers'];

export async function globalCallInPhp(call: PageCall): Promise<FastifyReply> {
  const { context, site } = call;
  const { ED, eventID = ED, tollFree = true } = parametersOf(call.request, GLOBAL_CALL_IN);
  if (eventID !== undefined) await checkMayLook(call);
  const found = eventID === undefined ? undefined : await context.sessions.findByEventID(site, eventID);
  const meeting = found && (await meetingOfSession(call, await context.sessions.withDocument(found)));
  const numbers = numbersOf(call, tollFree);
  if (numbers.length === 0) return show(call, { page: 'error', status: 404, problem: 'NoCallIn' });
  return show(call, {
    page: 'call-in',
    session: meeting && (await sessionView(call, meeting, false)),
    numbers,
    accessCode: meeting && String(meeting.sessionKey),
  });
}

function numbersOf({ site }: PageCall, withTollFree: boolean): Numbers {
  const { tollNumber, tollFreeNumber, backupTollNumber, tollLabel, tollFreeLabel } = site.settings.telephony;
  const all = [
    { label: 'toll', place: tollLabel, number: tollNumber },
    { label: 'tollFree', place: tollFreeLabel, number: withTollFree ? tollFreeNumber : '' },
    { label: 'other', place: undefined, number: backupTollNumber },
  ] as const;
  return all.filter(({ number }) => number !== '');
}
