/** The rules of registering for a session, and of accepting and rejecting those who did. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied, Refusal } from '../refusal.ts';
import { toInstant } from '../time/site-time.ts';
import { zoneOf } from '../time/time-zones.ts';
import type { Attendee, JoinStatus, NewAttendee } from './attendee.ts';
import type { AttendeeOptions } from './documents/base-document.ts';
import { takesRegistrations } from './enrollment/enrolled-in.ts';
import { outcomeOfEnrollment } from './enrollment/enrollment-answers.ts';
import { registrationFormOf } from './enrollment/registration-form.ts';
import { isEvent } from './event.ts';
import { isSame } from './password.ts';
import type { SessionWithDocument } from './session.ts';

/** Who registers somebody, and whether they manage the session. */
export interface Registrar {
  /** Nothing for a stranger, who registers by a form and proves no address. */
  readonly account: Account | undefined;
  readonly manages: boolean;
}

/** What somebody registers with. */
export interface RegistrationAttempt {
  /** Epoch milliseconds. */
  readonly now: number;
  /** What they say is the password of registering. */
  readonly password?: string | undefined;
}

/** The session takes no registrations, or none any more. */
export class RegistrationClosed extends Refusal {
  constructor(sessionKey: number) {
    super(`nobody registers for the session ${sessionKey}`);
  }
}

/** As many have registered as the session lets. */
export class RegistrationFull extends Refusal {
  constructor(limit: number) {
    super(`${limit} people have registered`);
  }
}

/** Who registers has to know a password, and what was sent is not it. */
export class WrongRegistrationPassword extends Refusal {
  constructor(sessionKey: number) {
    super(`wrong password for registering for the session ${sessionKey}`);
  }
}

/** Somebody of that e-mail address has been invited or has registered, and is somebody else. */
export class AlreadyRegistered extends Refusal {
  constructor(email: string) {
    super(`${email} has registered already`);
  }
}

/**
 * Somebody of that address is there: nothing of theirs is changed, and the address is told by mail how it stands.
 * Whoever asked is told what they would be told of a new address. Where a session accepts by itself, that is a number
 * that lets them in as anybody else who registers (`guestPasses`): a number that did not would tell, and without one
 * programs that read it would fail.
 */
export interface AnsweredByMail {
  readonly answeredByMail: NewAttendee;
}

/**
 * What becomes of somebody who is registered, accepted or rejected. Whoever manages the session decides freely;
 * everybody else registers themselves or others where the session has registration, and answers their own
 * invitation where it has none. A registration is accepted at once where the session says `auto`. Somebody who is
 * there already is changed by those alone whose address it is; they need no password, and no date ends that.
 * @throws AccessDenied, RegistrationClosed, WrongRegistrationPassword
 * @throws AlreadyRegistered when an account registers somebody else who is there already.
 */
export function registrationOf(
  session: SessionWithDocument,
  attendee: NewAttendee,
  before: Attendee | undefined,
  { account, manages }: Registrar,
  attempt: RegistrationAttempt,
): NewAttendee | AnsweredByMail {
  const { auto } = session.document.attendeeOptions;
  const registration = takesRegistrations(session.document);
  const asked = attendee.joinStatus ?? 'REGISTER';
  const joinStatus: JoinStatus = asked === 'REGISTER' && auto ? 'ACCEPT' : asked;
  const registers = joinStatus === 'REGISTER' || joinStatus === 'ACCEPT';
  // What whoever manages it decides is theirs, whatever a rule had said before.
  const details = { ...attendee.details, isRejectedByRule: undefined };
  if (manages) return { ...attendee, details, joinStatus, registers };

  // An address that nobody has confirmed may be anybody's.
  const isOwn =
    account?.emailConfirmed === true && attendee.email.toLowerCase() === account.email.toLowerCase();
  if (!registration) {
    if (!isOwn || !before || before.joinStatus === 'REGISTER') {
      throw new RegistrationClosed(session.sessionKey);
    }
    // To register for what one is invited to is to accept.
    return { ...before, joinStatus: joinStatus === 'REJECT' ? 'REJECT' : 'ACCEPT', registers: false };
  }
  if (!before || !isOwn) checkMayRegister(session, attempt);
  if (before && !isOwn) {
    const isRejected = before.joinStatus === 'REJECT' && before.registeredAt !== null;
    if (account && !isRejected) throw new AlreadyRegistered(attendee.email);
    if (!account && !isRejected) {
      return { answeredByMail: { ...outcomeFor(session, attendee, joinStatus), role: 'ATTENDEE' } };
    }
  }
  // Who was turned away by a rule may answer otherwise.
  if (before?.joinStatus === 'REJECT' && !before.details.isRejectedByRule)
    throw new AccessDenied('the registration was rejected');
  if (joinStatus === 'REJECT' && isOwn && before) return { ...before, joinStatus };
  if (!registers || (joinStatus === 'ACCEPT' && !auto)) {
    throw new AccessDenied('only those who manage the session accept and reject');
  }
  const role = before?.role ?? 'ATTENDEE';
  // Whoever was let in stays so when they correct what they wrote.
  if (before?.joinStatus === 'ACCEPT') return { ...attendee, role, joinStatus: 'ACCEPT', registers };
  return { ...outcomeFor(session, attendee, joinStatus), role, registers };
}

/** Somebody as the rules of the session's form let them in or turn them away; without any they are taken as they come. */
function outcomeFor(session: SessionWithDocument, attendee: NewAttendee, otherwise: JoinStatus): NewAttendee {
  const form = registrationFormOf(session.document);
  const joinStatus = form ? outcomeOfEnrollment(form, attendee, otherwise) : otherwise;
  const isRejectedByRule = joinStatus === 'REJECT' && otherwise !== 'REJECT';
  return { ...attendee, joinStatus, details: { ...attendee.details, isRejectedByRule } };
}

/** @throws RegistrationClosed, WrongRegistrationPassword */
export function checkMayRegister(session: SessionWithDocument, { now, password }: RegistrationAttempt): void {
  if (isRegistrationOver(session, now)) throw new RegistrationClosed(session.sessionKey);
  const { registrationPWD } = session.document.attendeeOptions;
  if (registrationPWD !== undefined && !isSame(registrationPWD, password)) {
    throw new WrongRegistrationPassword(session.sessionKey);
  }
}

/** Whether the day is past on which registration ends, on the clocks of the session; an event ends it with itself. */
export function isRegistrationOver(session: SessionWithDocument, now: number): boolean {
  const { document, timeZoneID } = session;
  if (isEvent(session) && now > session.endAt) return true;
  const { registrationCloseDate } = document.attendeeOptions;
  return registrationCloseDate !== undefined && now > toInstant(registrationCloseDate, zoneOf(timeZoneID));
}

/** @throws RegistrationFull when more people register than the session lets */
export function checkParticipantLimit(
  { document }: SessionWithDocument,
  after: readonly Attendee[],
  before: readonly Attendee[],
): void {
  const limit = limitOf(document.attendeeOptions);
  const count = registrations(after);
  if (count > limit && count > registrations(before)) throw new RegistrationFull(limit);
}

/** @throws RegistrationFull when nobody else can register */
export function checkHasPlaces(session: SessionWithDocument, people: readonly Attendee[]): void {
  if (!hasPlaces(session, people)) throw new RegistrationFull(limitOf(session.document.attendeeOptions));
}

/** Whether somebody else can register. */
export function hasPlaces({ document }: SessionWithDocument, people: readonly Attendee[]): boolean {
  return registrations(people) < limitOf(document.attendeeOptions);
}

/** Of two limits the smaller one; 0 is none. */
function limitOf({ participantLimit, maxRegistrations = 0 }: AttendeeOptions): number {
  const limits = [participantLimit, maxRegistrations].filter((limit) => limit > 0);
  return Math.min(Number.POSITIVE_INFINITY, ...limits);
}

function registrations(people: readonly Attendee[]): number {
  return people.filter(isRegistration).length;
}

/** Whether somebody registered and was not turned away. */
function isRegistration({ registeredAt, joinStatus }: Attendee): boolean {
  return registeredAt !== null && joinStatus !== 'REJECT';
}
