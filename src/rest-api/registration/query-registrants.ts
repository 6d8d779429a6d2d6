/** POST /meetings/{meetingId}/registrants/query: finds registrants by their addresses and what was decided on them. */
import { bool, complex, many, oneOf, optional, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, seenMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { PAGING } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { pageOfRegistrants } from './registrant-pages.ts';
import { REGISTRANT_STATUSES, registrantList } from './registrant-type.ts';

export const queryRegistrants = endpoint({
  method: 'POST',
  path: 'meetings/:meetingId/registrants/query',
  tag: 'Meeting Registrants',
  summary: 'Lists those registrants of a meeting who have the given addresses and status.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL, ...PAGING },
  body: complex(rest, 'QueryMeetingRegistrants', {
    emails: many(text({ format: 'email', max: 256 }), { min: 1, max: 100 }),
    status: optional(oneOf(REGISTRANT_STATUSES)),
    orderType: optional(oneOf(['DESC', 'ASC'])),
    orderBy: optional(oneOf(['firstName', 'lastName', 'status', 'email', 'registrationTime'])),
  }),
  answer: registrantList,
  onlyReads: true,
  sample: { body: { emails: ['bob@example.com'], status: 'pending' } },
  async run(call, { params, query, body }) {
    const meeting = await seenMeeting(call, params.meetingId, query);
    checkNoInstance(meeting);
    return pageOfRegistrants(call, meeting, { ...query, ...body });
  },
});
