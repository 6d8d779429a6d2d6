/**
 * The numbered catalogue of the XML API, and which number each failure bears. This is the only place with
 * a six-digit literal. Clients compare some numbers and some reason texts letter for letter.
 */
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
import { AddressBookFull, ContactNotFound } from '../contacts/contact.ts';
import { DistListNameTaken, DistListNotFound } from '../contacts/dist-lists.ts';
import { AccessDenied, NoRecordFound, Refusal, RuleBroken } from '../refusal.ts';
import { AttendeeNotFound, TooManyAttendees } from '../sessions/attendee.ts';
import { AlreadyRegistered, RegistrationClosed, RegistrationFull } from '../sessions/registration.ts';
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
  CredentialsMissing,
  IdentityProviderSilent,
  IdentityProviderWrong,
  PasswordExpired,
  SessionTicketInvalid,
  SessionTicketNotSupported,
  SsoRefused,
  WrongCredentials,
} from '../sign-in/failures.ts';
import { SessionTypeNotFound } from '../sites/session-types.ts';
import { SiteClosed, SiteNotFound } from '../sites/site.ts';
import { TooManyGuesses } from '../throttle/guesses.ts';
import { RateLimitReached } from '../throttle/throttle.ts';
import { InvalidElement, type Rule } from '../xml/decoder.ts';
import { NotReadable } from '../xml/reader.ts';
import { MessageRefused } from './refused.ts';

/** Where an entry is known from; `ours` is a number that this project chose because none is known. */
export type Origin = 'recorded' | 'documented' | 'client' | 'ours';

export interface Exception {
  readonly id: string;
  /** What `serv:reason` says; a detail may follow for those that name an element. */
  readonly reason: string;
  readonly origin: Origin;
  /** When it is raised. */
  readonly when: string;
}

function exception(id: string, reason: string, origin: Origin, when: string): Exception {
  return { id, reason, origin, when };
}

/**
 * Known numbers come from the reference. Ours end in 9xx within the group that the failure belongs to
 * (0000xx general, 03xxxx user and authentication, 06xxxx sessions), where no known number lies.
 */
export const EXCEPTIONS = {
  notForwarded: exception(
    '000000',
    'Fail to forward request:',
    'recorded',
    'The message cannot be read. The original says `null` after the colon; Parlance says what is wrong.',
  ),
  accessDenied: exception(
    '000001',
    'Access denied, additional privileges are required',
    'recorded',
    'The caller may not do this.',
  ),
  noRecordFound: exception(
    '000015',
    'Sorry, no record found',
    'client',
    'A list has no entries, or a page begins behind the last one.',
  ),
  authenticationServiceSilent: exception(
    '000035',
    'ASService not responding',
    'recorded',
    'The identity provider does not answer in time.',
  ),
  rateLimit: exception(
    '000045',
    'API Rate Limit Reach',
    'documented',
    'More calls than the site allows in a minute.',
  ),
  elementMissing: exception(
    '000901',
    'A required element is missing',
    'ours',
    'The request lacks an element that it must have.',
  ),
  elementTooLong: exception(
    '000902',
    'The value of an element is too long',
    'ours',
    'A text is longer than its limit.',
  ),
  notABoolean: exception(
    '000903',
    'The value of an element is not a boolean',
    'ours',
    'Neither true, false, 1 nor 0.',
  ),
  notANumber: exception('000904', 'The value of an element is not a number', 'ours', 'A number is none.'),
  outOfRange: exception(
    '000905',
    'The value of an element is out of range',
    'ours',
    'A number is too small or too large.',
  ),
  notInList: exception(
    '000906',
    'The value of an element is not in its list',
    'ours',
    'A word that the enumeration does not have.',
  ),
  notBase64: exception(
    '000907',
    'The value of an element is not base64',
    'ours',
    'Binary data is not encoded as base64.',
  ),
  tooMany: exception(
    '000908',
    'An element is given too often',
    'ours',
    'An element is repeated beyond its limit.',
  ),
  ruleBroken: exception(
    '000909',
    'The value of an element breaks a rule',
    'ours',
    'A value can be read but breaks a rule of the operation.',
  ),
  unknownOperation: exception(
    '000911',
    'The operation is unknown',
    'ours',
    'xsi:type names no operation of this server.',
  ),
  noOperation: exception(
    '000912',
    'The message names no operation',
    'ours',
    'There is no body, no bodyContent or no xsi:type.',
  ),
  siteUnknown: exception(
    '000920',
    'Failed to get SiteUrl from server',
    'client',
    'The text is known from clients, the number is ours: no site of that name or number.',
  ),
  siteClosed: exception(
    '000921',
    'The site is not active',
    'client',
    'The text is known from clients, the number is ours: the site is closed.',
  ),
  sitesDisagree: exception(
    '000922',
    'siteName and siteID are not of one site',
    'ours',
    'Both are given and name different sites.',
  ),
  siteMissing: exception(
    '000923',
    'siteName or siteID is required',
    'ours',
    'The security context names no site.',
  ),
  contactNotFound: exception(
    '000930',
    'Corresponding contact not found',
    'ours',
    'CreateDistList, SetDistList: the caller has no such contact, or it is not on the list.',
  ),
  distListNotFound: exception(
    '000931',
    'Corresponding distribution list not found',
    'ours',
    'SetDistList: the caller has no such list.',
  ),
  distListNameTaken: exception(
    '000932',
    'A distribution list of that name exists',
    'ours',
    'CreateDistList, SetDistList: another list of the caller has the name.',
  ),
  addressBookFull: exception(
    '000933',
    'The address book is full',
    'ours',
    'CreateContacts, CreateDistList: an account keeps 5000 contacts and 500 lists.',
  ),
  userNotFound: exception('030001', 'Corresponding User not found', 'client', 'No account has that webExID.'),
  wrongPassword: exception(
    '030002',
    'Incorrect user or password',
    'recorded',
    'The password is wrong; repeated ones lock the account.',
  ),
  webExIdTaken: exception(
    '030004',
    'WebEx ID already exists',
    'client',
    'CreateUser, SetUser: another account has that webExID.',
  ),
  emailTaken: exception(
    '030005',
    'E-mail address already exists',
    'client',
    'CreateUser, SetUser: another account has that e-mail.',
  ),
  notAValidSessionTicket: exception(
    '030047',
    'Not a valid session ticket',
    'recorded',
    'The session ticket is unknown, expired or ended.',
  ),
  noTicketGenerated: exception(
    '030048',
    "Authentication Server can't generate a valid session ticket",
    'recorded',
    'AuthenticateUser: the assertion or token is not accepted, or the site takes none. subErrors has AS0001 or AS0062.',
  ),
  userManagementNotAllowed: exception(
    '030098',
    'User management is not allowed on unified site',
    'documented',
    'CreateUser, DelUser, ActivateUser on a CI site.',
  ),
  roleNotSupported: exception(
    '030103',
    'Assignment of this role is not supported',
    'documented',
    'CreateUser, SetUser on CI sites.',
  ),
  sessionTicketNotSupported: exception(
    '030104',
    'This operation does not support SessionTicket authentication',
    'documented',
    'AuthenticateUser by a session ticket instead of a password.',
  ),
  profileNotSet: exception(
    '030105',
    'Error setting up or modifying user profile',
    'documented',
    'The identity service refuses a change.',
  ),
  credentialsMissing: exception(
    '030901',
    'Credentials are required',
    'ours',
    'The security context lacks a webExID or a credential.',
  ),
  accountLocked: exception(
    '030902',
    'The account is locked',
    'ours',
    'Too many wrong passwords, or locked by an administrator.',
  ),
  accountInactive: exception(
    '030903',
    'The account is not activated',
    'ours',
    'The account is deactivated or waits for activation.',
  ),
  accountExpired: exception(
    '030904',
    'The account has expired',
    'ours',
    'The expirationDate of the account has passed.',
  ),
  passwordExpired: exception(
    '030905',
    'The password has expired',
    'ours',
    'SetUser with a new password is the one call that is still taken.',
  ),
  passwordNotAccepted: exception(
    '030906',
    'The password is not accepted',
    'ours',
    'A new password breaks a rule of the site.',
  ),
  personalUrlTaken: exception(
    '030907',
    'personalUrl already exists',
    'ours',
    'CreateUser, SetUser: another account has that personal URL.',
  ),
  templateNotFound: exception(
    '030908',
    'Corresponding session template not found',
    'ours',
    'DelSessionTemplates, CreateMeeting: there is no such template.',
  ),
  accessTokenInvalid: exception(
    '030920',
    'WebEx access token is invalid',
    'client',
    'The text is known from clients, the number is ours: webExAccessToken is not a token of the site, or of somebody else.',
  ),
  hostLimit: exception(
    '030930',
    'exceededSiteHostLimit',
    'documented',
    'The word is documented, the number is ours: the site has as many hosts as it may.',
  ),
  meetingRefused: exception(
    '040007',
    'Alternate host is unknown',
    'client',
    'CreateMeeting, SetMeeting: an alternate host has no account.',
  ),
  meetingNotFound: exception(
    '060001',
    'Corresponding Meeting not found',
    'recorded',
    'No session of that key that the caller may see.',
  ),
  meetingInProgress: exception(
    '060002',
    'Meeting is in progress',
    'client',
    'DelMeeting, SetMeeting on a running meeting.',
  ),
  hostNotFound: exception(
    '060019',
    'Host WebEx ID does not exist',
    'client',
    'CreateMeeting, SetMeeting: schedule/hostWebExID is unknown.',
  ),
  schedulingNotPermitted: exception(
    '060021',
    'Scheduling for this host is not permitted',
    'client',
    'CreateMeeting, SetMeeting for another host.',
  ),
  meetingPasswordRequired: exception(
    '060026',
    'Meeting password must not be null',
    'recorded',
    'The site asks for a password on every meeting.',
  ),
  sessionTypeNotSupported: exception(
    '060901',
    'The session type is not supported',
    'ours',
    'CreateMeeting, SetMeeting: the site or the host does not have that type.',
  ),
  wrongSessionPassword: exception(
    '060919',
    'The session password is wrong',
    'ours',
    'GetJoinSessionInfo: the session has a password, and this is not it.',
  ),
  attendeeNotFound: exception(
    '060902',
    'Corresponding attendee not found',
    'ours',
    'An attendee that is named is on no session that the caller may change.',
  ),
  tooManyAttendees: exception(
    '060903',
    'The session has too many attendees',
    'ours',
    'More people than the site allows (1000 by default).',
  ),
  sessionTypeNotFound: exception(
    '060910',
    'Corresponding Meeting type not found',
    'ours',
    'GetMeetingType: the site has no session type of that number.',
  ),
  registrationClosed: exception(
    '060904',
    'The session takes no registrations',
    'ours',
    'RegisterMeetingAttendee: attendeeOptions/registration is off, and the caller does not manage the session.',
  ),
  registrationFull: exception(
    '060905',
    'The session has as many registrations as it takes',
    'ours',
    'RegisterMeetingAttendee: attendeeOptions/participantLimit is reached.',
  ),
  alreadyRegistered: exception(
    '060906',
    'The attendee has registered already',
    'ours',
    'RegisterMeetingAttendee: by somebody who does not manage the session and is somebody else.',
  ),
  tooManyGuesses: exception(
    '060930',
    'Too many wrong session passwords',
    'ours',
    'GetSessionInfo, GetJoinSessionInfo: ten wrong passwords for the session from one address in 15 minutes, or a hundred from everywhere. The right one is refused too, until they are over.',
  ),
  authenticationServerError: exception(
    '200006',
    'AS Server response error',
    'documented',
    'The identity provider answers wrongly.',
  ),
  fault: exception(
    '999999',
    'Unexpected error',
    'documented',
    'A fault of the server; the log has it under the request id.',
  ),
} as const satisfies Record<string, Exception>;

/** What `serv:subErrors` says beside 030048. The numbers are recorded, the texts ours (facts: AuthenticateUser). */
export const SUB_ERRORS = {
  authenticationService: { exceptionID: 'AS0001', reason: 'Authentication service error' },
  assertionInvalid: { exceptionID: 'AS0062', reason: 'Assertion validation failed' },
} as const satisfies Record<string, SubError>;

/** The number of single sign-on that says that a site has none. */
const SSO_NOT_SET_UP = 9;

const BY_RULE: Readonly<Record<Rule, Exception>> = {
  missing: EXCEPTIONS.elementMissing,
  'too-long': EXCEPTIONS.elementTooLong,
  'not-a-boolean': EXCEPTIONS.notABoolean,
  'not-a-number': EXCEPTIONS.notANumber,
  'out-of-range': EXCEPTIONS.outOfRange,
  'not-in-list': EXCEPTIONS.notInList,
  'not-base64': EXCEPTIONS.notBase64,
  'too-many': EXCEPTIONS.tooMany,
  'has-no-children': EXCEPTIONS.ruleBroken,
};

type RefusalClass = abstract new (...given: never[]) => Refusal;

/** The number of each refusal of the domain. */
const BY_REFUSAL = new Map<RefusalClass, Exception>([
  [SessionNotFound, EXCEPTIONS.meetingNotFound],
  [SessionInProgress, EXCEPTIONS.meetingInProgress],
  [SessionPasswordRequired, EXCEPTIONS.meetingPasswordRequired],
  [HostNotFound, EXCEPTIONS.hostNotFound],
  [SchedulingNotPermitted, EXCEPTIONS.schedulingNotPermitted],
  [AlternateHostNotFound, EXCEPTIONS.meetingRefused],
  [SessionTypeNotSupported, EXCEPTIONS.sessionTypeNotSupported],
  [AttendeeNotFound, EXCEPTIONS.attendeeNotFound],
  [TooManyAttendees, EXCEPTIONS.tooManyAttendees],
  [RegistrationClosed, EXCEPTIONS.registrationClosed],
  [RegistrationFull, EXCEPTIONS.registrationFull],
  [AlreadyRegistered, EXCEPTIONS.alreadyRegistered],
  [ContactNotFound, EXCEPTIONS.contactNotFound],
  [DistListNotFound, EXCEPTIONS.distListNotFound],
  [DistListNameTaken, EXCEPTIONS.distListNameTaken],
  [AddressBookFull, EXCEPTIONS.addressBookFull],
  [WrongSessionPassword, EXCEPTIONS.wrongSessionPassword],
  [TooManyGuesses, EXCEPTIONS.tooManyGuesses],
  [RateLimitReached, EXCEPTIONS.rateLimit],
  [AccessDenied, EXCEPTIONS.accessDenied],
  [NoRecordFound, EXCEPTIONS.noRecordFound],
  [RuleBroken, EXCEPTIONS.ruleBroken],
  [SiteNotFound, EXCEPTIONS.siteUnknown],
  [SiteClosed, EXCEPTIONS.siteClosed],
  [SessionTypeNotFound, EXCEPTIONS.sessionTypeNotFound],
  [AccountNotFound, EXCEPTIONS.userNotFound],
  [WrongCredentials, EXCEPTIONS.wrongPassword],
  [WebExIdTaken, EXCEPTIONS.webExIdTaken],
  [EmailTaken, EXCEPTIONS.emailTaken],
  [PersonalUrlTaken, EXCEPTIONS.personalUrlTaken],
  [SessionTicketInvalid, EXCEPTIONS.notAValidSessionTicket],
  [SessionTicketNotSupported, EXCEPTIONS.sessionTicketNotSupported],
  [AuthenticationServerRefused, EXCEPTIONS.noTicketGenerated],
  [SsoRefused, EXCEPTIONS.noTicketGenerated],
  [IdentityProviderSilent, EXCEPTIONS.authenticationServiceSilent],
  [IdentityProviderWrong, EXCEPTIONS.authenticationServerError],
  [UserManagementNotAllowed, EXCEPTIONS.userManagementNotAllowed],
  [CredentialsMissing, EXCEPTIONS.credentialsMissing],
  [AccountLocked, EXCEPTIONS.accountLocked],
  [AccountInactive, EXCEPTIONS.accountInactive],
  [AccountExpired, EXCEPTIONS.accountExpired],
  [PasswordExpired, EXCEPTIONS.passwordExpired],
  [PasswordNotAccepted, EXCEPTIONS.passwordNotAccepted],
  [TemplateNotFound, EXCEPTIONS.templateNotFound],
  [AccessTokenInvalid, EXCEPTIONS.accessTokenInvalid],
  [HostLimitReached, EXCEPTIONS.hostLimit],
]);

/** A failure within a failure. */
export interface SubError {
  readonly exceptionID: string;
  readonly reason: string;
}

/** A failure as the response header tells it. */
export interface Failure {
  readonly exceptionID: string;
  readonly reason: string;
  readonly subErrors?: readonly SubError[];
  /** What the log alone tells. */
  readonly detail?: string;
  /** A fault of ours, to be logged with everything that is known of it. */
  readonly isFault?: boolean;
}

/** The failure that an error is answered with. Only a fault of ours has no entry: then it is 999999. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotReadable) {
    return {
      exceptionID: EXCEPTIONS.notForwarded.id,
      reason: EXCEPTIONS.notForwarded.reason + error.message,
    };
  }
  if (error instanceof InvalidElement) return detailed(BY_RULE[error.rule], error.message);
  if (error instanceof MessageRefused) return detailed(EXCEPTIONS[error.why], error.detail);
  const found = error instanceof Refusal ? BY_REFUSAL.get(error.constructor as RefusalClass) : undefined;
  if (!found) return { ...plain(EXCEPTIONS.fault), isFault: true };
  if (error instanceof RuleBroken) return detailed(found, error.message);
  if (error instanceof PasswordNotAccepted) return detailed(found, `password ${error.rule}`);
  if (error instanceof CredentialsMissing) return detailed(found, `${error.element} is required`);
  if (found === EXCEPTIONS.noTicketGenerated) {
    return { ...plain(found), subErrors: [subErrorOf(error)], detail: detailOf(error) };
  }
  if (FOR_THE_LOG.has(found)) return { ...plain(found), detail: detailOf(error) };
  return plain(found);
}

/** A caller is not told why a token or its provider failed; whoever runs the site is. */
const FOR_THE_LOG = new Set<Exception>([
  EXCEPTIONS.accessTokenInvalid,
  EXCEPTIONS.authenticationServiceSilent,
  EXCEPTIONS.authenticationServerError,
]);

function detailOf(error: unknown): string {
  return error instanceof SsoRefused
    ? `SSO error ${error.number} (${error.message}): ${error.detail}`
    : String((error as Error).message);
}

function subErrorOf(error: unknown): SubError {
  return error instanceof SsoRefused && error.number !== SSO_NOT_SET_UP
    ? SUB_ERRORS.assertionInvalid
    : SUB_ERRORS.authenticationService;
}

function plain({ id, reason }: Exception): Failure {
  return { exceptionID: id, reason };
}

function detailed({ id, reason }: Exception, detail: string | undefined): Failure {
  return { exceptionID: id, reason: detail ? `${reason}: ${detail}` : reason };
}
