/** GET /meetingInvitees: the people who are invited to a meeting, by their addresses. */
import { isPanelist } from '../../sessions/attendee.ts';
import { bool, group, many, optional, text } from '../../xml/schema.ts';
import { seenMeeting } from '../named-meeting.ts';
import { LARGEST_PAGE, PAGING, page, pageSize, positionOf, USUAL_PAGE } from '../paging.ts';
import { endpoint } from '../rest-endpoint.ts';
import { HOST_EMAIL, inviteeType } from './invitee-type.ts';
import { isInvitee, MEETING_UNKNOWN, presentInvitee } from './invitees-of.ts';

export const listInvitees = endpoint({
  method: 'GET',
  path: 'meetingInvitees',
  tag: 'Meeting Invitees',
  summary: 'Lists the people who are invited to a meeting, in the order of their e-mail addresses.',
  scopes: { user: 'meeting:schedules_read', admin: 'meeting:admin_schedule_read' },
  query: {
    meetingId: text(),
    hostEmail: HOST_EMAIL,
    panelist: optional(bool()),
    ...PAGING,
  },
  answer: group({ items: many(inviteeType) }),
  async run(call, { query }) {
    const { meetingId, hostEmail, panelist } = query;
    const { session } = await seenMeeting(call, meetingId, { hostEmail, unknown: MEETING_UNKNOWN });
    const list = `meetingInvitees ${meetingId} ${panelist ?? ''}`;
    const [after = ''] = positionOf<[string]>(call, list, query) ?? [];
    const people = (await call.app.sessions.attendeesOf(session))
      .filter((one) => isInvitee(one) && (panelist === undefined || isPanelist(one) === panelist))
      .map((one) => ({ one, key: one.email.toLowerCase() }))
      .filter(({ key }) => key > after)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const shown = people.slice(0, pageSize(query, USUAL_PAGE, LARGEST_PAGE));
    const items = shown.map(({ one }) => presentInvitee(meetingId, one));
    const last = shown.at(-1);
    return page(call, list, items, last && people.length > shown.length ? [last.key] : undefined);
  },
});
