/** Registering for a session, and coming into it. */
import { RemovedFromSession, SessionFull, SessionLocked, SessionNotRunning } from '../../live/live.ts';
import { AccountRequired, RegistrationIDInvalid } from '../../policies/admission.ts';
import {
  AlreadyRegistered,
  RegistrationClosed,
  RegistrationFull,
  WrongRegistrationPassword,
} from '../../sessions/registration.ts';
import { type Exception, exception } from './exception.ts';

export const entranceExceptions = {
  registrationClosed: exception(
    '060904',
    'The session takes no registrations',
    'ours',
    'RegisterMeetingAttendee: attendeeOptions/registration is off or registrationCloseDate has passed, and the caller does not manage the session.',
    [RegistrationClosed],
  ),
  registrationFull: exception(
    '060905',
    'The session has as many registrations as it takes',
    'ours',
    'RegisterMeetingAttendee: attendeeOptions/participantLimit or maxRegistrations is reached.',
    [RegistrationFull],
  ),
  alreadyRegistered: exception(
    '060906',
    'The attendee has registered already',
    'ours',
    'RegisterMeetingAttendee of somebody who is invited or registered, by another account that does not manage the session.',
    [AlreadyRegistered],
  ),
  wrongRegistrationPassword: exception(
    '060909',
    'The password for registering is wrong',
    'ours',
    'Somebody registers who does not manage the session, and does not know attendeeOptions/registrationPWD. RegisterMeetingAttendee has no element for it: people give it on the page.',
    [WrongRegistrationPassword],
  ),
  accountRequired: exception(
    '060907',
    'The session is for people with an account',
    'ours',
    'Somebody joins without an account where attendeeOptions/joinRequiresAccount is on.',
    [AccountRequired],
  ),
  registrationIDInvalid: exception(
    '060908',
    'The registration ID is not valid',
    'ours',
    'Somebody joins by a registration ID that nobody was accepted under.',
    [RegistrationIDInvalid],
  ),
  sessionNotRunning: exception(
    '060920',
    'The session is not in progress',
    'ours',
    'Somebody joins before the host has started the session.',
    [SessionNotRunning],
  ),
  sessionLocked: exception(
    '060921',
    'The session is locked',
    'ours',
    'Somebody joins a session that the host has locked.',
    [SessionLocked],
  ),
  sessionFull: exception(
    '060922',
    'The session is full',
    'ours',
    'Somebody joins a session that has as many people as it takes.',
    [SessionFull],
  ),
  removedFromSession: exception(
    '060923',
    'The host has removed this person from the session',
    'ours',
    'Somebody joins a session that the host has removed them from, while it still runs.',
    [RemovedFromSession],
  ),
} as const satisfies Record<string, Exception>;
