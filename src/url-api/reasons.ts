/** The words of RS, the reason of a command that failed: which word each refusal bears. */
import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../accounts/account.ts';
import { SessionFull, SessionLocked, SessionNotRunning } from '../live/live.ts';
import { AccessDenied, NoRecordFound, Refusal, RuleBroken } from '../refusal.ts';
import { AttendeeNotFound, TooManyAttendees } from '../sessions/attendee.ts';
import { AccountRequired, RegistrationIDInvalid } from '../sessions/entrance.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../sessions/registration.ts';
import {
  HostNotFound,
  SchedulingNotPermitted,
  SessionInProgress,
  SessionNotFound,
  SessionPasswordRequired,
  SessionTypeNotSupported,
  WrongSessionPassword,
} from '../sessions/session.ts';
import {
  AccountExpired,
  AccountInactive,
  AccountLocked,
  CredentialsMissing,
  LoginTicketInvalid,
  PasswordExpired,
  ResetLinkInvalid,
  WrongCredentials,
} from '../sign-in/failures.ts';
import { TooManyGuesses } from '../throttle/guesses.ts';
import { RateLimitReached } from '../throttle/throttle.ts';

/** A command that the URL API itself refuses, by the word that it answers. */
export class Refused extends Refusal {
  readonly word: string;
  constructor(word: string) {
    super(`refused: ${word}`);
    this.word = word;
  }
}

type RefusalClass = abstract new (...given: never[]) => Refusal;

/** Documented words where there are any (common error messages); the rest is ours. */
const WORDS = new Map<RefusalClass, string>([
  [AccountNotFound, 'BadWebExIDorPassword'],
  [WrongCredentials, 'BadWebExIDorPassword'],
  [CredentialsMissing, 'BadWebExIDorPassword'],
  [LoginTicketInvalid, 'InvalidTicket'],
  [ResetLinkInvalid, 'InvalidTicket'],
  [AccountLocked, 'AccountLocked'],
  [AccountInactive, 'AccessDenied'],
  [AccountExpired, 'AccessDenied'],
  [PasswordExpired, 'AccessDenied'],
  [AccessDenied, 'AccessDenied'],
  [UserManagementNotAllowed, 'AccessDenied'],
  [HostLimitReached, 'AccessDenied'],
  [SchedulingNotPermitted, 'AccessDenied'],
  [HostNotFound, 'AccessDenied'],
  [WebExIdTaken, 'WebExIDConflict'],
  [EmailTaken, 'EmailConflict'],
  [PasswordNotAccepted, 'InvalidDataFormat'],
  [RuleBroken, 'InvalidDataFormat'],
  [SessionTypeNotSupported, 'NoMeetingTypeSupport'],
  [SessionPasswordRequired, 'MeetingScheduleFail'],
  [TooManyAttendees, 'MeetingScheduleFail'],
  [SessionNotFound, 'InvalidMeetingKey'],
  [AttendeeNotFound, 'InvalidDataFormat'],
  [SessionInProgress, 'MeetingInProgress'],
  [AccountRequired, 'LoginRequired'],
  [RegistrationIDInvalid, 'InvalidRegistrationID'],
  [WrongSessionPassword, 'InvalidMeetingKeyOrPassword'],
  [SessionNotRunning, 'MeetingNotInProgress'],
  [SessionLocked, 'MeetingLocked'],
  [SessionFull, 'MeetingFull'],
  [RegistrationClosed, 'RegistrationClosed'],
  [RegistrationFull, 'RegistrationFull'],
  [AlreadyRegistered, 'AlreadyRegistered'],
  [NoRecordFound, 'NotFound'],
  [RateLimitReached, 'RateLimit'],
  [TooManyGuesses, 'TooManyGuesses'],
]);

/** The word for a refusal; nothing for a fault of ours. */
export function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.word;
  if (error instanceof RuleBroken && /email$/i.test(error.element)) return 'InvalidEmailAddress';
  return error instanceof Refusal ? (WORDS.get(error.constructor as RefusalClass) ?? 'Unknown') : undefined;
}
