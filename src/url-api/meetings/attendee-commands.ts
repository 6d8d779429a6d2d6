/** AA, DA, AP and DP: attendees and presenters of a meeting, by their addresses. */

import { type Asked, flag, key, people, required } from '../../browser/parameters/parameter.ts';
import { judgeOfPeople } from '../../policies/session.ts';
import type { AttendeeRole, NewAttendee } from '../../sessions/attendee.ts';
import type { SignedInCall, Success } from '../command.ts';

const NAMED = {
  MK: required(key('the meeting')),
  EM: people('who; FN and LN are their names'),
};
export const ADDED = { ...NAMED, EI: flag('1 invites them by mail') };
export const REMOVED = { ...NAMED, SM: flag('1 tells them so by mail') };

/**
 * Adds people; EI=1 sends them an invitation.
 * @throws SessionNotFound when there is no such session
 * @throws TooManyAttendees when the session would have more people than it may
 * @throws Refused when the request says something that cannot be done
 */
export async function addPeople(
  call: SignedInCall<Asked<typeof ADDED>>,
  role: AttendeeRole,
): Promise<Success> {
  const { site, context, account, parameters } = call;
  const { MK: sessionKey, EM, EI: emailInvitations = false } = parameters;
  const invited = EM.map(
    ({ email, name }): NewAttendee => ({
      email,
      name: name || email,
      role,
      details: { type: 'VISITOR', languageID: site.settings.languageID, emailInvitations },
    }),
  );
  await context.sessions.addAttendees(
    site,
    invited.map((attendee) => ({ sessionKey, attendee })),
    judgeOfPeople(context.sessions, account),
  );
  return {};
}

/**
 * Takes people off.
 * @throws SessionNotFound when there is no such session
 * @throws AttendeeNotFound when there is no such attendee
 * @throws Refused when the request says something that cannot be done
 */
export async function removePeople(call: SignedInCall<Asked<typeof REMOVED>>): Promise<Success> {
  const { site, context, account, parameters } = call;
  const { MK: sessionKey, EM, SM } = parameters;
  const named = EM.map(({ email }) => ({ sessionKey, email }));
  await context.sessions.removeAttendees(site, named, judgeOfPeople(context.sessions, account), SM);
  return {};
}
