/** RegisterMeetingAttendee: registers people for sessions, and accepts or rejects them. */

import { judgeOfKnownRegistration } from '../../policies/session.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import {
  AlreadyRegistered,
  RegistrationClosed,
  RegistrationFull,
  WrongRegistrationPassword,
} from '../../sessions/registration.ts';
import { AlternateHostNotFound, SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { body, operation } from '../operation.ts';
import { attendeeService } from '../service.ts';
import { bodyContentType } from '../types/body.ts';
import { att } from '../types/namespaces.ts';
import { attendeeAsked, joinStatusType, personType, roleType } from '../types/person.ts';
import { SESSION_KEY } from '../types/session/session-key.ts';
import { registerType, registerValue } from './register-type.ts';
import { CONF_ID, sessionAsked } from './session-asked.ts';

/** Documented: one call registers so many. */
const MOST = 50;

const registerAttendeeType = extension(att, 'registerAttendeeType', bodyContentType, {
  person: personType,
  joinStatus: optional(joinStatusType),
  sessionKey: optional(SESSION_KEY, { alias: ['meetingKey'] }),
  role: optional(roleType),
  confID: optional(CONF_ID),
  emailInvitations: optional(bool()),
  language: optional(text()),
  locale: optional(text()),
  timeZoneID: optional(long()),
});

export const registerMeetingAttendee = operation({
  service: attendeeService,
  name: 'RegisterMeetingAttendee',
  level: '5.5',
  summary:
    'Registers up to 50 people for sessions that take registrations. Who manages the session also accepts ' +
    'and rejects; who is invited answers for themselves.',
  may: anyAccount,
  throttled: 'meetingWrites',
  refuses: [
    AccessDenied,
    InvalidElement,
    RuleBroken,
    AlternateHostNotFound,
    SessionNotFound,
    RegistrationClosed,
    RegistrationFull,
    WrongRegistrationPassword,
    AlreadyRegistered,
    TooManyAttendees,
  ],
  request: body(attendeeService, 'registerMeetingAttendee', {
    attendees: many(registerAttendeeType, { min: 1, max: MOST }),
    validateFormat: optional(bool()),
  }),
  response: body(attendeeService, 'registerMeetingAttendeeResponse', { register: many(registerType) }),
  async run(call, { attendees }) {
    const { sessions } = call.app;
    const given = [];
    for (const one of attendees) {
      const { sessionKey } = await sessionAsked(call, one);
      given.push({ sessionKey, attendee: attendeeAsked(one, 'REGISTER') });
    }
    const judge = judgeOfKnownRegistration(sessions, call.account);
    const registered = await sessions.registerAttendees(call.site, given, judge);
    return { register: registered.map(registerValue) };
  },
});
