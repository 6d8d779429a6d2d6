/** The rules of registering for a session, and of accepting and rejecting those who did. */
import type { Account } from '../accounts/account.ts';
import { AccessDenied, Refusal } from '../refusal.ts';
import type { Attendee, JoinStatus, NewAttendee } from './attendee.ts';
import type { SessionWithDocument } from './session.ts';

/** Who registers somebody, and whether he manages the session. */
export interface Registrar {
  /** Nothing for a stranger, who registers himself by a form. */
  readonly account: Account | undefined;
  readonly manages: boolean;
}

/** The session takes no registrations. */
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

/** Somebody else has registered under that e-mail address. */
export class AlreadyRegistered extends Refusal {
  constructor(email: string) {
    super(`${email} has registered already`);
  }
}

/**
 * What becomes of somebody who is registered, accepted or rejected. Who manages the session decides freely;
 * everybody else registers himself or others where the session has registration, and answers his own
 * invitation where it has none. A registration is accepted at once where the session says `auto`.
 *
 * Errors: `AccessDenied`, `RegistrationClosed`, `AlreadyRegistered`.
 */
export function registrationOf(
  session: SessionWithDocument,
  wanted: NewAttendee,
  before: Attendee | undefined,
  { account, manages }: Registrar,
): NewAttendee {
  const { auto, registration } = session.document.attendeeOptions;
  const asked = wanted.joinStatus ?? 'REGISTER';
  const joinStatus: JoinStatus = asked === 'REGISTER' && auto ? 'ACCEPT' : asked;
  const registers = joinStatus === 'REGISTER' || joinStatus === 'ACCEPT';
  if (manages) return { ...wanted, joinStatus, registers };

  const isOwn = wanted.email.toLowerCase() === account?.email.toLowerCase();
  if (!registration) {
    if (!isOwn || !before || before.joinStatus === 'REGISTER') {
      throw new RegistrationClosed(session.sessionKey);
    }
    // To register for what one is invited to is to accept.
    return { ...before, joinStatus: joinStatus === 'REJECT' ? 'REJECT' : 'ACCEPT', registers: false };
  }
  if (before?.joinStatus === 'REJECT') throw new AccessDenied('the registration was rejected');
  if (joinStatus === 'REJECT' && isOwn && before) return { ...before, joinStatus };
  if (!registers || (joinStatus === 'ACCEPT' && !auto)) {
    throw new AccessDenied('only those who manage the session accept and reject');
  }
  if (before && before.registeredAt !== null && !isOwn) throw new AlreadyRegistered(wanted.email);
  // Who was let in stays so when he corrects what he wrote.
  const stays = before?.joinStatus === 'ACCEPT' ? before.joinStatus : joinStatus;
  return { ...wanted, role: before?.role ?? 'ATTENDEE', joinStatus: stays, registers };
}

/** Errors: `RegistrationFull` when more people register than the session lets. */
export function checkParticipantLimit(
  { document }: SessionWithDocument,
  after: readonly Attendee[],
  before: readonly Attendee[],
): void {
  const limit = document.attendeeOptions.participantLimit;
  if (limit === 0) return;
  const count = registrations(after);
  if (count > limit && count > registrations(before)) throw new RegistrationFull(limit);
}

function registrations(people: readonly Attendee[]): number {
  return people.filter(isRegistration).length;
}

/** Whether somebody registered and was not turned away. */
function isRegistration({ registeredAt, joinStatus }: Attendee): boolean {
  return registeredAt !== null && joinStatus !== 'REJECT';
}
