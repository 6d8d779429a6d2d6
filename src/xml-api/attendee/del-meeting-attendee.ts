/** DelMeetingAttendee: takes people off sessions. */

import { judgeOfPeople } from '../../policies/session.ts';
import { AccessDenied } from '../../refusal.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import type { JudgeOfPeople } from '../../sessions/attendees.ts';
import type { NamedAttendee } from '../../sessions/named-attendee.ts';
import { SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, complex, long, many, optional, required, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { att } from '../types/namespaces.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';

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
  refuses: [AccessDenied, InvalidElement, SessionNotFound, AttendeeNotFound],
  request: body(attendeeService, 'delMeetingAttendee', {
    attendeeID: many(long({ min: 1, sample: '281003456' })),
    attendeeEmail: many(attendeeEmailType),
    sendEmail: optional(bool()),
  }),
  response: body(attendeeService, 'delMeetingAttendeeResponse', {}),
  samples: { attendeeEmail: undefined },
  async run(call, { attendeeID, attendeeEmail, sendEmail }) {
    const { sessions } = call.app;
    const byID = new Map<number, number>();
    for (const id of attendeeID) byID.set(id, (await sessions.attendee(call.site, id)).sessionKey);
    const named: NamedAttendee[] = [
      ...attendeeEmail,
      ...[...byID].map(([attendeeID, sessionKey]) => ({ attendeeID, sessionKey })),
    ];
    if (named.length === 0) throw new InvalidElement('attendeeID', 'missing', 'is required');
    const judge = judgeOfPeople(sessions, call.account);
    await sessions.removeAttendees(call.site, named, unnoticed(judge, byID, attendeeEmail), sendEmail);
    return {};
  },
});

/** Who names people by their numbers alone learns of no session that they do not manage. */
function unnoticed(
  judge: JudgeOfPeople,
  byID: ReadonlyMap<number, number>,
  byEmail: readonly { readonly sessionKey: number }[],
): JudgeOfPeople {
  return async (session, tx) => {
    try {
      await judge(session, tx);
    } catch (error) {
      const [id] = [...byID].find(([, sessionKey]) => sessionKey === session.sessionKey) ?? [];
      const isNamed = byEmail.some(({ sessionKey }) => sessionKey === session.sessionKey);
      throw id === undefined || isNamed ? error : new AttendeeNotFound(String(id));
    }
  };
}
