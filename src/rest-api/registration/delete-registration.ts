/** DELETE /meetings/{meetingId}/registration: closes the registration of a meeting, and takes its form off. */
import { bool, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { closeRegistration } from './change-registration.ts';

export const deleteRegistration = endpoint({
  method: 'DELETE',
  path: 'meetings/:meetingId/registration',
  tag: 'Meeting Registrants',
  summary: 'Closes the registration of a meeting, and takes its form off. Who has registered stays.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  throttled: 'meetingWrites',
  async run(call, { params, query: { hostEmail } }) {
    const meeting = await managedMeeting(call, params.meetingId, { hostEmail });
    checkWhole(meeting);
    await closeRegistration(call, meeting);
  },
});
