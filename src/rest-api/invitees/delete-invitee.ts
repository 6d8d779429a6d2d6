/** DELETE /meetingInvitees/{meetingInviteeId}: takes one person off a meeting. */
import { judgeOfPeople } from '../../policies/session.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import { bool, optional } from '../../xml/schema.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL } from './invitee-type.ts';
import { inviteeNamed, MEETING_UNKNOWN, requiredInvitee } from './invitees-of.ts';

export const deleteInvitee = endpoint({
  method: 'DELETE',
  path: 'meetingInvitees/:meetingInviteeId',
  tag: 'Meeting Invitees',
  summary: 'Takes a person off a meeting, and tells them by mail unless `sendEmail` is false.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { hostEmail: HOST_EMAIL, sendEmail: optional(bool()) },
  refuses: [AttendeeNotFound],
  throttled: 'meetingWrites',
  async run(call, { params, query }) {
    const { hostEmail, sendEmail = true } = query;
    const { meetingId, attendeeID } = inviteeNamed(params.meetingInviteeId);
    const meeting = await managedMeeting(call, meetingId, { hostEmail, unknown: MEETING_UNKNOWN });
    checkWhole(meeting);
    await requiredInvitee(call, meeting, attendeeID);
    const { sessions } = call.app;
    const { sessionKey } = meeting.session;
    const judge = judgeOfPeople(sessions, meeting.caller);
    await sessions.removeAttendees(call.site, [{ sessionKey, attendeeID }], judge, sendEmail);
  },
});
