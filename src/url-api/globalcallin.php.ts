/** globalcallin.php: the numbers by which a session is called, for one that is named by ED or eventID or for none. */
import type { FastifyReply } from 'fastify';
import { byNumber } from '../browser/meetings/by-number.ts';
import { sessionView } from '../browser/meetings/session-view.ts';
import {
  checkMayLook,
  isKnown,
  meetingOfSession,
  type VisitedMeeting,
} from '../browser/meetings/visited-meeting.ts';
import type { CallInPage } from '../browser/pages/session-pages.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { flag, key, text } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { linkedMeeting } from './meetings/linked.ts';

export const GLOBAL_CALL_IN = {
  ED: key("the number of the session's event"),
  eventID: key('the same'),
  MTID: text('the token of a link of the session: of one that is not listed nothing is told without it'),
  tollFree: flag('0 leaves toll-free numbers out', { otherwise: true }),
};

type Numbers = CallInPage['numbers'];

export async function globalCallInPhp(call: PageCall): Promise<FastifyReply> {
  const { ED, eventID = ED, MTID, tollFree = true } = parametersOf(call.request, GLOBAL_CALL_IN);
  if (eventID !== undefined) await checkMayLook(call);
  const meeting =
    (await linkedMeeting(call, { MTID }))?.meeting ??
    (eventID === undefined
      ? undefined
      : await byNumber(call, {
          look: () => listedMeeting(call, eventID),
          isTold: (listed) => listed !== undefined,
        }));
  const numbers = numbersOf(call, tollFree);
  if (numbers.length === 0) return show(call, { page: 'error', status: 404, problem: 'NoCallIn' });
  return show(call, {
    page: 'call-in',
    session: meeting && (await sessionView(call, meeting, false)),
    numbers,
    accessCode: meeting && String(meeting.sessionKey),
  });
}

/** The number may have been guessed. */
async function listedMeeting(call: PageCall, eventID: number): Promise<VisitedMeeting | undefined> {
  const { sessions } = call.context;
  const session = await sessions.findByEventID(call.site, eventID);
  if (!session) return undefined;
  const meeting = await meetingOfSession(call, await sessions.withDocument(session));
  return (await isKnown(call, meeting)) ? meeting : undefined;
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
