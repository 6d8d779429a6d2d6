/** POST /meetings/{meetingId}/registrants: registers one person for a meeting. */
import { TooManyAttendees } from '../../sessions/attendee.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../../sessions/registration.ts';
import { bool, optional } from '../../xml/schema.ts';
import { HOST_EMAIL } from '../invitees/invitee-type.ts';
import { checkNoInstance, knownMeeting } from '../named-meeting.ts';
import { endpoint } from '../rest-endpoint.ts';
import { registrantBody, registrantType } from './registrant-type.ts';
import { register } from './registrants-of.ts';

export const createRegistrant = endpoint({
  method: 'POST',
  path: 'meetings/:meetingId/registrants',
  tag: 'Meeting Registrants',
  summary: 'Registers a person for a meeting that takes registrations.',
  description: 'Those who manage the meeting register anybody; people who are invited register themselves.',
  scopes: { user: 'meeting:schedules_write', admin: 'meeting:admin_schedule_write' },
  query: { current: optional(bool()), hostEmail: HOST_EMAIL },
  body: registrantBody,
  answer: registrantType,
  refuses: [RegistrationClosed, RegistrationFull, AlreadyRegistered, TooManyAttendees],
  throttled: 'meetingWrites',
  sample: { body: { firstName: 'Bob', lastName: 'Lee', email: 'bob@example.com', companyName: 'Acme' } },
  async run(call, { params, query: { hostEmail }, body }) {
    const meeting = await knownMeeting(call, params.meetingId, { hostEmail });
    checkNoInstance(meeting);
    const [one] = await register(call, meeting, [body]);
    if (!one) throw new Error('one registration has one answer');
    return one;
  },
});
