/** GET /meetings/{meetingId}/globalCallinNumbers: the numbers by which a meeting is called, to where `telephony.links` lead. */
import { complex, group, many, text } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { callInNumbersOf } from '../meetings/call-in.ts';
import { knownMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';

export const listGlobalCallinNumbers = endpoint({
  method: 'GET',
  path: 'meetings/:meetingId/globalCallinNumbers',
  tag: 'Meetings',
  summary: 'Lists the numbers by which a meeting is called.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: { hostEmail: HOST_EMAIL },
  answer: group({
    items: many(
      complex(rest, 'GlobalCallinNumber', {
        label: text({ sample: 'Germany Toll' }),
        callInNumber: text({ sample: '+49-69-1234567' }),
        /** A digit, and no word as in `telephony`: 0 is toll, 1 toll-free (recorded). */
        tollType: text({ sample: '0' }),
      }),
    ),
  }),
  async run(call, { params, query }) {
    const { session } = await knownMeeting(call, params.meetingId, query);
    const items = callInNumbersOf(call.site, session).map(({ label, callInNumber, tollType }) => ({
      label,
      callInNumber,
      tollType: tollType === 'toll' ? '0' : '1',
    }));
    return { items };
  },
});
