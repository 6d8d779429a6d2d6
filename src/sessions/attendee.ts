/** An attendee of a session: somebody invited or registered. */
import type { Address, Phones } from '../accounts/account.ts';
import { Refusal } from '../refusal.ts';

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
  readonly ipAddress?: string | undefined;
}

export interface NewAttendee {
  readonly email: string;
  readonly name: string;
  readonly role: AttendeeRole;
  readonly joinStatus: JoinStatus;
  readonly details: AttendeeDetails;
}

export interface Attendee extends NewAttendee {
  /** The row's number; never shown. */
  readonly id: number;
  /** Nine digits. */
  readonly attendeeID: number;
  /** The row of the session. */
  readonly session: number;
  /** The row of the account of that e-mail address, if the site has one. */
  readonly account: number | null;
  readonly registerID: number | null;
  readonly registeredAt: number | null;
}

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
