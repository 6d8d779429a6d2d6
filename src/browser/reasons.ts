/** The words of RS, the reason of a command that failed: which word each refusal bears. */
import {
  AccountNotFound,
  EmailTaken,
  HostLimitReached,
  PasswordNotAccepted,
  PersonalUrlTaken,
  UserManagementNotAllowed,
  WebExIdTaken,
} from '../accounts/account.ts';
import { TemplateNotFound } from '../accounts/session-templates.ts';
import { QueueNameTaken, QueueNotFound, TooManyQueues } from '../accounts/web-acd/queue.ts';
import { AddressBookFull, ContactNotFound } from '../contacts/contact.ts';
import { DistListNameTaken, DistListNotFound } from '../contacts/dist-lists.ts';
import {
  AttemptOver,
  NoAttemptLeft,
  TestNotFound,
  TestNotOpen,
  TestStarted,
  TooManyTests,
} from '../exams/test.ts';
import { HistoryFilterMissing, HistoryRangeTooLong } from '../history/preliminary.ts';
import { LabFull, LabNameTaken, LabNotFound, LabReserved, TooManyLabs } from '../labs/lab.ts';
import { RemovedFromSession, SessionFull, SessionLocked, SessionNotRunning } from '../live/live.ts';
import { AccountRequired, RegistrationIDInvalid } from '../policies/admission.ts';
import {
  RecordingBroken,
  RecordingKindUnknown,
  RecordingNotFound,
  RecordingQuotaUsed,
  RecordingStoreFull,
  RecordingTooLarge,
} from '../recordings/recording.ts';
import { AccessDenied, NoRecordFound, Refusal, type RefusalClass, RuleBroken } from '../refusal.ts';
import { SalesLimitReached } from '../sales/limits.ts';
import { OpportunityNameTaken, OpportunityNotFound } from '../sales/opportunity.ts';
import { ProductNotFound } from '../sales/products.ts';
import { SalesAccountNameTaken, SalesAccountNotFound } from '../sales/sales-account.ts';
import { AttendeeNotFound, TooManyAttendees } from '../sessions/attendee.ts';
import { ProgramNotFound } from '../sessions/programs/program.ts';
import {
  AlreadyRegistered,
  RegistrationClosed,
  RegistrationFull,
  WrongRegistrationPassword,
} from '../sessions/registration.ts';
import {
  AlternateHostNotFound,
  HostNotFound,
  SchedulingNotPermitted,
  SessionInProgress,
  SessionNotFound,
  SessionPasswordRequired,
  SessionTypeNotSupported,
  WrongSessionPassword,
} from '../sessions/session.ts';
import {
  AccessTokenInvalid,
  AccountExpired,
  AccountInactive,
  AccountLocked,
  AuthenticationServerRefused,
  ConfirmationLinkInvalid,
  CredentialsMissing,
  IdentityProviderSilent,
  IdentityProviderWrong,
  LoginTicketInvalid,
  PasswordExpired,
  ResetLinkInvalid,
  SessionTicketInvalid,
  SessionTicketNotSupported,
  SsoRefused,
  WrongCredentials,
} from '../sign-in/failures.ts';
import { NbrTicketInvalid } from '../sign-in/nbr-tickets.ts';
import { KeySealedOtherwise } from '../sign-in/saml/installation-key.ts';
import { SessionTypeNotFound } from '../sites/session-types.ts';
import { SiteClosed, SiteNameTaken, SiteNotFound } from '../sites/site.ts';
import { TooManyGuesses } from '../throttle/guesses.ts';
import { RateLimitReached } from '../throttle/throttle.ts';

/** A command that the URL API itself refuses, by the word that it answers. */
export class Refused extends Refusal {
  readonly word: string;
  /** @param detail what was wrong, for the log alone */
  constructor(word: string, detail?: string) {
    super(detail ?? `refused: ${word}`);
    this.word = word;
  }
}

/** Documented words where there are any (common error messages); the rest is ours. */
const WORDS = new Map<RefusalClass, string>([
  [AccountNotFound, 'BadWebExIDorPassword'],
  [WrongCredentials, 'BadWebExIDorPassword'],
  [CredentialsMissing, 'BadWebExIDorPassword'],
  [AccessTokenInvalid, 'BadWebExIDorPassword'],
  [AuthenticationServerRefused, 'AccessDenied'],
  [SsoRefused, 'AccessDenied'],
  [IdentityProviderSilent, 'Unknown'],
  [IdentityProviderWrong, 'Unknown'],
  [KeySealedOtherwise, 'Unknown'],
  [SessionTicketInvalid, 'InvalidSessionTicket'],
  [SessionTicketNotSupported, 'InvalidSessionTicket'],
  [LoginTicketInvalid, 'InvalidTicket'],
  [NbrTicketInvalid, 'InvalidTicket'],
  [ResetLinkInvalid, 'InvalidTicket'],
  [ConfirmationLinkInvalid, 'InvalidTicket'],
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
  [PersonalUrlTaken, 'InvalidDataFormat'],
  [SiteNotFound, 'AccessDenied'],
  [SiteClosed, 'AccessDenied'],
  [SiteNameTaken, 'InvalidDataFormat'],
  [PasswordNotAccepted, 'InvalidDataFormat'],
  [RuleBroken, 'InvalidDataFormat'],
  [SessionTypeNotSupported, 'NoMeetingTypeSupport'],
  [SessionTypeNotFound, 'NoMeetingTypeSupport'],
  [TemplateNotFound, 'MeetingScheduleFail'],
  [AlternateHostNotFound, 'MeetingScheduleFail'],
  [SessionPasswordRequired, 'MeetingScheduleFail'],
  [TooManyAttendees, 'MeetingScheduleFail'],
  [SessionNotFound, 'InvalidMeetingKey'],
  [AttendeeNotFound, 'InvalidDataFormat'],
  [ProgramNotFound, 'NotFound'],
  [SessionInProgress, 'MeetingInProgress'],
  [AccountRequired, 'LoginRequired'],
  [RegistrationIDInvalid, 'InvalidRegistrationID'],
  [WrongSessionPassword, 'InvalidMeetingKeyOrPassword'],
  [SessionNotRunning, 'MeetingNotInProgress'],
  [SessionLocked, 'MeetingLocked'],
  [SessionFull, 'MeetingFull'],
  [RemovedFromSession, 'AccessDenied'],
  [RegistrationClosed, 'RegistrationClosed'],
  [RegistrationFull, 'RegistrationFull'],
  [WrongRegistrationPassword, 'InvalidRegistrationPassword'],
  [AlreadyRegistered, 'AlreadyRegistered'],
  [NoRecordFound, 'NotFound'],
  [ContactNotFound, 'NotFound'],
  [DistListNotFound, 'NotFound'],
  [DistListNameTaken, 'InvalidDataFormat'],
  [AddressBookFull, 'InvalidDataFormat'],
  [QueueNotFound, 'NotFound'],
  [QueueNameTaken, 'InvalidDataFormat'],
  [TooManyQueues, 'InvalidDataFormat'],
  [SalesAccountNotFound, 'NotFound'],
  [OpportunityNotFound, 'NotFound'],
  [ProductNotFound, 'NotFound'],
  [SalesAccountNameTaken, 'InvalidDataFormat'],
  [OpportunityNameTaken, 'InvalidDataFormat'],
  [SalesLimitReached, 'InvalidDataFormat'],
  [TestNotFound, 'NotFound'],
  [TestStarted, 'TestStarted'],
  [TestNotOpen, 'TestNotOpen'],
  [NoAttemptLeft, 'NoAttemptLeft'],
  [AttemptOver, 'AttemptOver'],
  [TooManyTests, 'InvalidDataFormat'],
  [LabNotFound, 'NotFound'],
  [RecordingNotFound, 'NotFound'],
  [RecordingQuotaUsed, 'RecordingSpaceUsed'],
  [RecordingStoreFull, 'RecordingSpaceUsed'],
  [RecordingKindUnknown, 'RecordingKindUnknown'],
  [RecordingBroken, 'RecordingBroken'],
  [RecordingTooLarge, 'TooLarge'],
  [HistoryFilterMissing, 'InvalidDataFormat'],
  [HistoryRangeTooLong, 'InvalidDataFormat'],
  [LabFull, 'InvalidDataFormat'],
  [LabNameTaken, 'InvalidDataFormat'],
  [LabReserved, 'InvalidDataFormat'],
  [TooManyLabs, 'InvalidDataFormat'],
  [RateLimitReached, 'RateLimit'],
  [TooManyGuesses, 'TooManyGuesses'],
]);

/** The word that a kind of refusal bears. */
export function wordOf(refusal: RefusalClass): string | undefined {
  return WORDS.get(refusal);
}

/** The word for a refusal; nothing for a fault of ours. */
export function reasonOf(error: unknown): string | undefined {
  if (error instanceof Refused) return error.word;
  if (error instanceof RuleBroken && /email$/i.test(error.element)) return 'InvalidEmailAddress';
  return error instanceof Refusal ? (wordOf(error.constructor as RefusalClass) ?? 'Unknown') : undefined;
}

const STATUSES: ReadonlyMap<string, number> = new Map([
  ['AccessDenied', 403],
  ['AccountLocked', 403],
  ['LoginRequired', 403],
  ['PartnerIDError', 403],
  ['AutoLoginDisabled', 403],
  ['CSRFRequired', 403],
  ['PostRequired', 405],
  ['InvalidMeetingKey', 404],
  ['NotFound', 404],
  ['UnknownATCommand', 404],
  ['MeetingInProgress', 409],
  ['MeetingNotInProgress', 409],
  ['MeetingLocked', 409],
  ['MeetingFull', 409],
  ['RegistrationClosed', 409],
  ['RegistrationFull', 409],
  ['AlreadyRegistered', 409],
  ['AlreadyLogon', 409],
  ['TestStarted', 409],
  ['TestNotOpen', 409],
  ['NoAttemptLeft', 409],
  ['AttemptOver', 409],
  ['RecordingNotReady', 409],
  ['RecordingSpaceUsed', 507],
  ['RecordingKindUnknown', 415],
  ['TooLarge', 413],
  ['RateLimit', 429],
  ['TooManyGuesses', 429],
]);

/** The status of a page that tells a reason. */
export function statusOf(reason: string): number {
  return STATUSES.get(reason) ?? 400;
}
