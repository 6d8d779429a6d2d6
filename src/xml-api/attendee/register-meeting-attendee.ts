/** RegisterMeetingAttendee: registers people for sessions, and accepts or rejects them. */

import { checkKnowsOf, mayManage } from '../../policies/session.ts';
import { AccessDenied, RuleBroken } from '../../refusal.ts';
import { TooManyAttendees } from '../../sessions/attendee.ts';
import {
  AlreadyRegistered,
  type Registrar,
  RegistrationClosed,
  RegistrationFull,
} from '../../sessions/registration.ts';
import { relationOf } from '../../sessions/relation.ts';
import { checkAlternateHosts } from '../../sessions/scheduling.ts';
import { AlternateHostNotFound, type Session, SessionNotFound } from '../../sessions/session.ts';
import { InvalidElement } from '../../xml/decoder.ts';
import { bool, extension, long, many, optional, text } from '../../xml/schema.ts';
import { anyAccount } from '../access.ts';
import { type AccountCall, body, operation } from '../operation.ts';
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
    AlreadyRegistered,
    TooManyAttendees,
  ],
  request: body(attendeeService, 'registerMeetingAttendee', {
    attendees: many(registerAttendeeType, { min: 1, max: MOST }),
    validateFormat: optional(bool()),
  }),
  response: body(attendeeService, 'registerMeetingAttendeeResponse', { register: many(registerType) }),
  async run(call, { attendees }) {
    const { site } = call;
    const { accounts, sessions } = call.app;
    const given = [];
    for (const one of attendees) {
      const session = await sessionAsked(call, one);
      given.push({
        sessionKey: session.sessionKey,
        attendee: attendeeAsked(one, 'REGISTER'),
        by: await registrar(call, session),
      });
    }
    await checkAlternateHosts(
      accounts,
      site,
      given.flatMap(({ attendee, by }) => (by.manages ? attendee : [])),
    );
    const registered = await sessions.registerAttendees(site, given);
    return { register: registered.map(registerValue) };
  },
});

/** @throws SessionNotFound when the caller may not know of it */
async function registrar({ account, app: { sessions } }: AccountCall, session: Session): Promise<Registrar> {
  const relation = await relationOf(sessions, session, account);
  checkKnowsOf(session, relation);
  return { account, manages: mayManage(relation) };
}
