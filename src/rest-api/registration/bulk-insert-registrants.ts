/** POST /meetings/{meetingId}/registrants/bulkInsert: registers several people for a meeting, all or none. */
import { TooManyAttendees } from '../../sessions/attendee.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../../sessions/registration.ts';
import { bool, complex, many, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, managedMeeting } from '../named-meeting.ts';
import { rest } from '../namespace.ts';
import { endpoint } from '../rest-endpoint.ts';
import { registrantBody, registrantList } from './registrant-type.ts';
import { MOST_AT_ONCE, register } from './registrants-of.ts';

export const bulkInsertRegistrants = endpoint({
  method: 'POST',
  path: 'meetings/:meetingId/registrants/bulkInsert',
  tag: 'Meeting Registrants',
  summary: `Registers up to ${MOST_AT_ONCE} people for a meeting that takes registrations: all or none.`,
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  body: complex(rest, 'CreateMeetingRegistrants', {
    items: many(registrantBody, { min: 1, max: MOST_AT_ONCE }),
  }),
  answer: registrantList,
  refuses: [RegistrationClosed, RegistrationFull, AlreadyRegistered, TooManyAttendees],
  throttled: 'meetingWrites',
  tolerates: { method: 'PUT' },
  sample: { body: { items: [{ firstName: 'Bob', lastName: 'Lee', email: 'bob@example.com' }] } },
  async run(call, { params, query: { hostEmail }, body }) {
    const meeting = await managedMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    return { items: await register(call, meeting, body.items) };
  },
});
