/** GET /meetings/{meetingId}/registrants: who has registered, those who came first before all others. */
import { bool, optional, text } from '../../xml/schema.ts';
import { instantOf } from '../date-times.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, seenMeeting } from '../named-meeting.ts';
import { PAGING } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { pageOfRegistrants } from './registrant-pages.ts';
import { registrantList } from './registrant-type.ts';

export const listRegistrants = endpoint({
  method: 'GET',
  path: 'meetings/:meetingId/registrants',
  tag: 'Meeting Registrants',
  summary: 'Lists the people who have registered for a meeting, in the order in which they did.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: {
    hostEmail: HOST_EMAIL,
    current: optional(bool()),
    email: optional(text({ max: 256 })),
    registrationTimeFrom: optional(text()),
    registrationTimeTo: optional(text()),
    ...PAGING,
  },
  answer: registrantList,
  async run(call, { params, query }) {
    const { hostEmail, email, registrationTimeFrom, registrationTimeTo } = query;
    const meeting = await seenMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    const from = instant('registrationTimeFrom', registrationTimeFrom, Number.NEGATIVE_INFINITY);
    const to = instant('registrationTimeTo', registrationTimeTo, Number.POSITIVE_INFINITY);
    if (from > to) throw new InvalidItem("'registrationTimeFrom' is after 'registrationTimeTo'.");
    const emails = email === undefined ? [] : [email];
    return pageOfRegistrants(call, meeting, { ...query, emails, from, to, orderType: 'ASC' });

    function instant(name: string, text: string | undefined, otherwise: number): number {
      return text === undefined ? otherwise : instantOf(text, name, call.zone);
    }
  },
});
