/** GET /meetings/{meetingId}/registration: the form by which people register. */
import { takesRegistrations } from '../../sessions/enrollment/enrolled-in.ts';
import { bool, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, seenMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { RestFailure } from '../rest-refusals.ts';
import { presentRegistration } from './form-words.ts';
import { registrationType } from './registration-type.ts';

export const getRegistration = endpoint({
  method: 'GET',
  path: 'meetings/:meetingId/registration',
  tag: 'Meeting Registrants',
  summary: 'Returns the form by which people register for a meeting.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  answer: registrationType,
  async run(call, { params, query: { hostEmail } }) {
    const meeting = await seenMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    if (!takesRegistrations(meeting.session.document)) {
      throw new RestFailure(404, 'Registration is not enabled for this meeting.');
    }
    return presentRegistration(meeting.session);
  },
});
