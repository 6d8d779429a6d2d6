/** GET /meetings/{meetingId}/registrants/{registrantId}: one person who has registered. */
import { bool, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, seenMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { registrantType } from './registrant-type.ts';
import { presentRegistrant, registrantNamed } from './registrants-of.ts';

export const getRegistrant = endpoint({
  method: 'GET',
  path: 'meetings/:meetingId/registrants/:registrantId',
  tag: 'Meeting Registrants',
  summary: 'Tells of one person who has registered for a meeting.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  answer: registrantType,
  async run(call, { params, query: { hostEmail } }) {
    const meeting = await seenMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    return presentRegistrant(
      call,
      meeting.session,
      await registrantNamed(call, meeting, params.registrantId),
    );
  },
});
