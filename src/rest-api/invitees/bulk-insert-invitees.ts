/** POST /meetingInvitees/bulkInsert: invites several people to a meeting, all or none. */
import { judgeOfPeople } from '../../policies/session.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import { AlternateHostNotFound } from '../../sessions/session.ts';
import { complex, group, many, text } from '../../xml/schema.ts';
import { checkWhole, managedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { InvalidItem } from '../rest-refusals.ts';
import { HOST_EMAIL, INVITEE_FIELDS, inviteeType } from './invitee-type.ts';
import { asInvited, inviteeAsked, judgeOfNewcomers, MEETING_UNKNOWN, presentInvitee } from './invitees-of.ts';

const MOST = 100;

export const bulkInsertInvitees = endpoint({
  method: 'POST',
  path: 'meetingInvitees/bulkInsert',
  tag: 'Meeting Invitees',
  summary: `Invites up to ${MOST} people to a meeting: all or none.`,
  description: 'Whom `sendEmail` is false for is not told by mail.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  body: complex(rest, 'CreateMeetingInvitees', {
    meetingId: text(),
    hostEmail: HOST_EMAIL,
    items: many(complex(rest, 'CreateMeetingInviteesItem', INVITEE_FIELDS), { min: 1, max: MOST }),
  }),
  answer: group({ items: many(inviteeType) }),
  refuses: [TooManyAttendees, AlternateHostNotFound],
  throttled: 'meetingWrites',
  tolerates: { method: 'PUT' },
  sample: {
    body: {
      meetingId: '870f51ff287b41be8648412901e0402f',
      items: [{ email: 'anna@example.com' }, { email: 'bob@example.com' }],
    },
  },
  async run(call, { body }) {
    const { meetingId, hostEmail, items } = body;
    const meeting = await managedMeeting(call, meetingId, { hostEmail, unknown: MEETING_UNKNOWN });
    checkWhole(meeting);
    const { sessions } = call.app;
    const { sessionKey } = meeting.session;
    const emails = items.map(({ email }) => email.trim().toLowerCase());
    if (new Set(emails).size < emails.length)
      throw new InvalidItem("'email' stands twice in 'items'.", 'items');
    const people = await sessions.attendeesOf(meeting.session);
    const invitations = [];
    for (const item of items) {
      const attendee = asInvited(people, await inviteeAsked(call, meeting, item));
      invitations.push({ sessionKey, attendee, sendEmail: item.sendEmail ?? true });
    }
    const judge = judgeOfNewcomers(call, emails, judgeOfPeople(sessions, meeting.caller), true);
    const added = await sessions.addAttendees(call.site, invitations, judge);
    return { items: added.map((one) => presentInvitee(meetingId, one)) };
  },
});
