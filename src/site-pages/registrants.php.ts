/** registrants.php: who has registered for a session, for those who manage it; they accept and reject there. */

import type { FastifyReply } from 'fastify';
import { redirect } from '../browser/answer.ts';
import { browserSessionOf } from '../browser/browser-session.ts';
import { sessionView } from '../browser/meetings/session-view.ts';
import { findMeeting, relationTo, type VisitedMeeting } from '../browser/meetings/visited-meeting.ts';
import { isOwnForm, ownFormField } from '../browser/own-form.ts';
import type { Form } from '../browser/pages/page-data.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { key, text, word } from '../browser/parameters/parameter.ts';
import { show } from '../browser/show.ts';
import { signInPage } from '../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../browser/site-page.ts';
import { judgeOfPeople, mayManage } from '../policies/session.ts';
import type { Attendee, JoinStatus } from '../sessions/attendee.ts';
import type { SessionWithDocument } from '../sessions/session.ts';

export const REGISTRANTS = {
  MK: key('the meeting'),
  PERSON: text('whom a decision is about'),
  DO: word('what becomes of them', ['ACCEPT', 'REJECT']),
};

const DECISIONS: ReadonlyMap<string, JoinStatus> = new Map([
  ['ACCEPT', 'ACCEPT'],
  ['REJECT', 'REJECT'],
]);

export async function registrantsPhp(call: PageCall): Promise<FastifyReply> {
  const { MK, PERSON, DO } = parametersOf(call.request, REGISTRANTS);
  const browserSession = await browserSessionOf(call);
  if (!browserSession) {
    const MU = call.folder.address('registrants.php', { MK: String(MK ?? '') });
    return signInPage(call, { MU });
  }
  const meeting = MK === undefined ? undefined : await findMeeting(call, MK);
  const manages = meeting && mayManage(await relationTo(call, meeting, browserSession.account));
  if (!manages || !meeting.session) {
    return show(call, { page: 'error', status: 404, problem: 'NotFound' });
  }
  if (call.request.method !== 'POST') return registrantsPage(call, meeting, meeting.session);

  if (!isOwnForm(call)) {
    return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
  }
  const { context, site } = call;
  const person = (await context.sessions.attendeesOf(meeting.session)).find(
    ({ attendeeID }) => String(attendeeID) === PERSON,
  );
  const joinStatus = DECISIONS.get(DO ?? '');
  if (person && joinStatus) {
    const { sessionKey } = meeting;
    const judge = judgeOfPeople(context.sessions, browserSession.account);
    await context.sessions.decideOnAttendee(site, { sessionKey, email: person.email, joinStatus }, judge);
  }
  return redirect(call, call.folder.page('registrants.php', { MK: String(meeting.sessionKey) }));
}

async function registrantsPage(
  call: PageCall,
  meeting: VisitedMeeting,
  session: SessionWithDocument,
): Promise<FastifyReply> {
  const { context, folder } = call;
  const people = (await context.sessions.attendeesOf(session)).filter(
    ({ registeredAt }) => registeredAt !== null,
  );
  const decide = ({ attendeeID }: Attendee, deed: string): Form => ({
    action: folder.address('registrants.php'),
    fields: {
      MK: String(meeting.sessionKey),
      PERSON: String(attendeeID),
      DO: deed,
      ...ownFormField(call),
    },
  });
  return show(call, {
    page: 'registrants',
    session: await sessionView(call, meeting, true),
    back: folder.address('m.php', { AT: 'MD', MK: String(meeting.sessionKey) }),
    people: people.map((one) => ({
      name: one.name,
      email: one.email,
      answers: one.details.answers?.map(({ label, values }) => ({ label, value: values.join(', ') })),
      state: one.joinStatus === 'ACCEPT' ? 'accepted' : one.joinStatus === 'REJECT' ? 'rejected' : 'pending',
      accept: one.joinStatus === 'ACCEPT' ? undefined : decide(one, 'ACCEPT'),
      reject: one.joinStatus === 'REJECT' ? undefined : decide(one, 'REJECT'),
    })),
  });
}
