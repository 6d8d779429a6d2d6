/** DELETE /meetings/{meetingId}/registrants/{registrantId}: takes a registration off. */
import { judgeOfPeople } from '../../policies/session.ts';
import { AttendeeNotFound } from '../../sessions/attendee.ts';
import { bool, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, managedMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { registrantNamed } from './registrants-of.ts';

export const deleteRegistrant = endpoint({
  method: 'DELETE',
  path: 'meetings/:meetingId/registrants/:registrantId',
  tag: 'Meeting Registrants',
  summary: 'Takes a registration off a meeting.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  refuses: [AttendeeNotFound],
  throttled: 'meetingWrites',
  async run(call, { params, query: { hostEmail } }) {
    const meeting = await managedMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    const { sessions } = call.app;
    const { attendeeID } = await registrantNamed(call, meeting, params.registrantId);
    const { sessionKey } = meeting.session;
    const judge = judgeOfPeople(sessions, meeting.caller);
    await sessions.removeAttendees(call.site, [{ sessionKey, attendeeID }], judge);
  },
});
