/** CreateMeetingAttendee: adds people to sessions. */

import { judgeOfPeople } from '../../policies/session.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import { AlternateHostNotFound, SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, long, many, optional } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { type AttendeeRequest, attendeeAsked, attendeeType, personType } from '../types/person.ts';
import { registerType, registerValue } from './register-type.ts';

export const createMeetingAttendee = operation({
  service: attendeeService,
  name: 'CreateMeetingAttendee',
  level: '5.5',
  summary:
    'Adds people to a session, or changes those who are there by their e-mail: one beside the key, and any ' +
    'number of `attendees`.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    AccessDenied,
    InvalidElement,
    RuleBroken,
    AlternateHostNotFound,
    SessionNotFound,
    TooManyAttendees,
  ],
  request: body(attendeeService, 'createMeetingAttendee', {
    ...attendeeType.fields,
    person: optional(personType),
    attendees: many(attendeeType),
    validateFormat: optional(bool()),
  }),
  response: body(attendeeService, 'createMeetingAttendeeResponse', {
    attendeeId: many(long()),
    register: many(registerType),
  }),
  async run(call, request) {
    const { sessions } = call.app;
    const { person, attendees, validateFormat: _asked, ...about } = request;
    const people = person ? [{ ...about, person }, ...attendees] : attendees;
    if (people.length === 0) throw new InvalidElement('person', 'missing', 'is required');
    // Zimbra writes the key once, beside the first person.
    const common = [about, ...attendees].map(keyOf).find((key) => key !== undefined);
    const given = people.map((one) => ({
      sessionKey: keyOf(one) ?? common ?? missingKey(),
      attendee: attendeeAsked(one),
    }));
    const added = await sessions.addAttendees(call.site, given, judgeOfPeople(sessions, call.account));
    return { attendeeId: added.map(({ attendeeID }) => attendeeID), register: added.map(registerValue) };
  },
});

type Keyed = Omit<AttendeeRequest, 'person'> & {
  readonly sessionKey?: number | undefined;
  readonly meetingKey?: number | undefined;
};

function keyOf({ sessionKey, meetingKey }: Keyed): number | undefined {
  return sessionKey ?? meetingKey;
}

function missingKey(): never {
  throw new InvalidElement('sessionKey', 'missing', 'is required');
}
