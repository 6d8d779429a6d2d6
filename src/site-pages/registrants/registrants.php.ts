/** registrants.php: who has registered for a session, for those who manage it; they accept and reject there. */

import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { contentDisposition } from '../../browser/content-disposition.ts';
import {
  type DecisionOnRegistrants,
  decideOnRegistrants,
} from '../../browser/meetings/decide-on-registrants.ts';
import { findMeeting, relationTo } from '../../browser/meetings/visited-meeting.ts';
import { isOwnForm } from '../../browser/own-form.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import { digits, key, word } from '../../browser/parameters/parameter.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { mayManage } from '../../policies/session.ts';
import { RegistrationFull } from '../../sessions/registration.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';
import { registrantsFile } from './registrants-file.ts';
import { registrantsOf, registrantsPage } from './registrants-shown.ts';

export const REGISTRANTS = {
  MK: key('the meeting'),
  AS: word('all of them as a file', ['CSV']),
  PERSON: digits('whom a decision is about'),
  DO: word('what becomes of them, or of all who wait', ['ACCEPT', 'REJECT', 'ACCEPTALL']),
};

export async function registrantsPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, AS, PERSON, DO } = parametersOf(call.request, REGISTRANTS);
  const browserSession = await browserSessionOf(call);
  if (!browserSession) {
    const MU = call.folder.address('registrants.php', { MK: String(MK ?? '') });
    return signInPage(call, { MU });
  }
  const { account } = browserSession;
  const meeting = MK === undefined ? undefined : await findMeeting(call, MK);
  const manages = meeting && mayManage(await relationTo(call, meeting, account));
  if (!manages || !meeting.session) {
    return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  }
  if (call.request.method !== 'POST') {
    return AS === 'CSV'
      ? sendFile(call, meeting.session)
      : registrantsPage(call, meeting, meeting.session, account);
  }
  if (!isOwnForm(call)) {
    return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  }
  const decision = decisionOf(DO, PERSON);
  try {
    if (decision) await decideOnRegistrants(call, account, meeting.session, decision);
  } catch (error) {
    if (!(error instanceof RegistrationFull)) throw error;
    return registrantsPage(call, meeting, meeting.session, account, 'RegistrationFull');
  }
  return redirect(call, call.folder.page('registrants.php', { MK: String(meeting.sessionKey) }));
}

function decisionOf(deed: string | undefined, person: string | undefined): DecisionOnRegistrants | undefined {
  if (deed === 'ACCEPTALL') return { joinStatus: 'ACCEPT' };
  if ((deed !== 'ACCEPT' && deed !== 'REJECT') || person === undefined) return undefined;
  return { joinStatus: deed, people: [Number(person)] };
}

async function sendFile(call: PageCall, session: SessionWithDocument): Promise<FastifyReply> {
  const people = await registrantsOf(call, session);
  return call.reply
    .headers({
      'Content-Type': 'text/csv; charset=UTF-8',
      'Content-Disposition': contentDisposition('attachment', `${session.confName}.csv`),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    })
    .send(registrantsFile(people));
}
