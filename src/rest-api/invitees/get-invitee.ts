/** GET /meetingInvitees/{meetingInviteeId}: one person who is invited to a meeting. */

import { seenMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL, inviteeType } from './invitee-type.ts';
import { inviteeNamed, MEETING_UNKNOWN, presentInvitee, requiredInvitee } from './invitees-of.ts';

export const getInvitee = endpoint({
  method: 'GET',
  path: 'meetingInvitees/:meetingInviteeId',
  tag: 'Meeting Invitees',
  summary: 'Tells of one person who is invited to a meeting.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { hostEmail: HOST_EMAIL },
  answer: inviteeType,
  async run(call, { params, query }) {
    const { meetingId, attendeeID } = inviteeNamed(params.meetingInviteeId);
    const meeting = await seenMeeting(call, meetingId, { ...query, unknown: MEETING_UNKNOWN });
    return presentInvitee(meetingId, await requiredInvitee(call, meeting, attendeeID));
  },
});
