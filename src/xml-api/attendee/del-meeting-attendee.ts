/** DelMeetingAttendee: takes people off sessions. */

import { mayManage } from '../../policies/session.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import type { NamedAttendee } from '../../sessions/named-attendee.ts';
import { relationOf } from '../../sessions/relation.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, complex, long, many, optional, required, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { att } from '../types/namespaces.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { managedSessions } from './session-asked.ts';

const attendeeEmailType = complex(att, 'attendeeEmailType', {
  email: text(),
  sessionKey: required(SESSION_KEY, { alias: ['meetingKey'] }),
});

export const delMeetingAttendee = operation({
  service: attendeeService,
  name: 'DelMeetingAttendee',
  level: '5.5',
  summary: 'Takes people off sessions by their numbers or e-mail addresses: all or none.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [InvalidElement, SessionNotFound, AttendeeNotFound],
  request: body(attendeeService, 'delMeetingAttendee', {
    attendeeID: many(long({ min: 1, sample: '281003456' })),
    attendeeEmail: many(attendeeEmailType),
    sendEmail: optional(bool()),
  }),
  response: body(attendeeService, 'delMeetingAttendeeResponse', {}),
  samples: { attendeeEmail: undefined },
  async run(call, { attendeeID, attendeeEmail, sendEmail }) {
    const named: NamedAttendee[] = [...attendeeEmail];
    for (const id of new Set(attendeeID)) named.push(await ofManagedSession(call, id));
    if (named.length === 0) throw new InvalidElement('attendeeID', 'missing', 'is required');
    await managedSessions(
      call,
      attendeeEmail.map(({ sessionKey }) => sessionKey),
    );
    await call.app.sessions.removeAttendees(call.site, named, sendEmail);
    return {};
  },
});

/** @throws AttendeeNotFound when there is no such attendee, or the caller does not manage the session */
async function ofManagedSession(
  { site, account, app: { sessions } }: AccountCall,
  attendeeID: number,
): Promise<NamedAttendee> {
  const { sessionKey } = await sessions.attendee(site, attendeeID);
  const session = await sessions.find(site, sessionKey);
  if (!session || !mayManage(await relationOf(sessions, session, account))) {
    throw new AttendeeNotFound(String(attendeeID));
  }
  return { sessionKey, attendeeID };
}
