/** An attendee of a session: somebody invited or registered. */
import type { Address, Phones } from '../accounts/account-profile.ts';
import { Refusal } from '../refusal.ts';
import type { EnrollmentAnswer } from './enrollment/enrollment-answers.ts';

export const ATTENDEE_ROLES = ['ATTENDEE', 'PRESENTER', 'HOST', 'LIMITED'] as const;
/** HOST is an alternate host. */
export type AttendeeRole = (typeof ATTENDEE_ROLES)[number];

export const JOIN_STATUSES = ['REGISTER', 'INVITE', 'REJECT', 'ACCEPT'] as const;
export type JoinStatus = (typeof JOIN_STATUSES)[number];

export const PERSON_TYPES = ['VISITOR', 'MEMBER', 'PANELIST', 'SME', 'SALESTEAM'] as const;
export type PersonType = (typeof PERSON_TYPES)[number];

/** What is known of the person beside name and e-mail (com:personType and the registration form). */
export interface AttendeeDetails {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly title?: string | undefined;
  readonly company?: string | undefined;
  readonly webExId?: string | undefined;
  readonly address?: Address | undefined;
  readonly phones?: Phones | undefined;
  readonly notes?: string | undefined;
  readonly url?: string | undefined;
  readonly type: PersonType;
  readonly languageID: number;
  readonly locale?: string | undefined;
  readonly timeZoneID?: number | undefined;
  /** Whether this person is sent mail; without it the session decides. */
  readonly emailInvitations?: boolean | undefined;
  /** Answers of a registration form beside the above. */
  readonly enrollFields?: Readonly<Record<string, string>> | undefined;
  /** Answers to an event's own questions. */
  readonly answers?: readonly EnrollmentAnswer[] | undefined;
  /** An approval rule of the event has turned them away, and not its host. */
  readonly isRejectedByRule?: boolean | undefined;
  readonly ipAddress?: string | undefined;
  /**
   * Register numbers that strangers got who registered with the address of this person: each lets in a stranger, and
   * nobody as this person.
   */
  readonly guestPasses?: readonly number[] | undefined;
  /** Gathered at the end of the session. */
  readonly feedback?: Feedback | undefined;
}

/** What somebody said after a session. */
export interface Feedback {
  readonly setup?: string | undefined;
  readonly easeOfUse?: string | undefined;
  readonly performance?: string | undefined;
  readonly comment?: string | undefined;
  /** Answers to questions of the host's own. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

export interface NewAttendee {
  readonly email: string;
  readonly name: string;
  readonly role: AttendeeRole;
  /** Without it somebody who is there keeps theirs, and somebody new is invited. */
  readonly joinStatus?: JoinStatus | undefined;
  /** Whether this is a registration; without it the joinStatus REGISTER is one. */
  readonly registers?: boolean | undefined;
  readonly details: AttendeeDetails;
}

export interface Attendee extends NewAttendee {
  /** The row's number; never shown. */
  readonly id: number;
  readonly joinStatus: JoinStatus;
  /** Nine digits. */
  readonly attendeeID: number;
  /** The row of the session. */
  readonly session: number;
  /** The row of the account of that e-mail address, if the site has one. */
  readonly account: number | null;
  /** Six digits that nobody else of the session has; what an attendee joins by. */
  readonly registerID: number | null;
  /** When they registered; null for somebody who was only invited. */
  readonly registeredAt: number | null;
}

/** Of the panel of an event: they present, and come in by a password of their own. */
export function isPanelist({ details }: Pick<Attendee, 'details'>): boolean {
  return details.type === 'PANELIST';
}

/** By which right a registration id lets somebody in: as the person that it is of, or as a stranger. */
export function holderOf(
  people: readonly Attendee[],
  registrationID: string,
): { readonly attendee: Attendee } | 'a stranger' | undefined {
  const attendee = people.find(({ registerID }) => String(registerID) === registrationID);
  if (attendee) return { attendee };
  const isPass = people.some(
    ({ joinStatus, registeredAt, details }) =>
      (joinStatus !== 'REJECT' || registeredAt === null) &&
      details.guestPasses?.some((pass) => String(pass) === registrationID),
  );
  return isPass ? 'a stranger' : undefined;
}

/** Characters of the name that somebody is invited by. */
export const LONGEST_DISPLAY_NAME = 128;

export class AttendeeNotFound extends Refusal {
  constructor(attendee: string) {
    super(`there is no attendee ${attendee}`);
  }
}

/** More people than a session may have. */
export class TooManyAttendees extends Refusal {
  constructor(limit: number) {
    super(`a session may have ${limit} attendees`);
  }
}
