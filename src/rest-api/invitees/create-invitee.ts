/** POST /meetingInvitees: invites one person to a meeting. */
import { judgeOfPeople } from '../../policies/session.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { complex, text } from '../../xml/schema.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL, INVITEE_FIELDS, inviteeType } from './invitee-type.ts';
import { asInvited, inviteeAsked, judgeOfNewcomers, MEETING_UNKNOWN, presentInvitee } from './invitees-of.ts';

export const createInvitee = endpoint({
  method: 'POST',
  path: 'meetingInvitees',
  tag: 'Meeting Invitees',
  summary: 'Invites a person to a meeting, and tells them by mail unless `sendEmail` is false.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: complex(rest, 'CreateMeetingInvitee', {
    meetingId: text(),
    ...INVITEE_FIELDS,
    hostEmail: HOST_EMAIL,
  }),
  answer: inviteeType,
  refuses: [TooManyAttendees, AlternateHostNotFound],
  throttled: 'meetingWrites',
  sample: {
    body: {
      meetingId: '870f51ff287b41be8648412901e0402f',
      email: 'anna@example.com',
      displayName: 'Anna Example',
    },
  },
  async run(call, { body }) {
    const { meetingId, hostEmail, sendEmail = true } = body;
    const meeting = await managedMeeting(call, meetingId, { hostEmail, unknown: MEETING_UNKNOWN });
    checkWhole(meeting);
    const { sessions } = call.app;
    const { sessionKey } = meeting.session;
    const people = await sessions.attendeesOf(meeting.session);
    const attendee = asInvited(people, await inviteeAsked(call, meeting, body));
    const judge = judgeOfNewcomers(call, [attendee.email], judgeOfPeople(sessions, meeting.caller), false);
    const [added] = await sessions.addAttendees(call.site, [{ sessionKey, attendee, sendEmail }], judge);
    if (!added) throw new Error('one person is added');
    return presentInvitee(meetingId, added);
  },
});
