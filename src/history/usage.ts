/**
 * What is kept of a session that ran, and of everybody who was in it (history.xsd): numbers and names as they were
 * then, so that it says the same when the session, the account or the attendee is gone.
 */
import type { Address, Phones, TrackingCodes } from '../accounts/account.ts';
import type { AttendanceEnd, UsageEnd } from '../database/database.ts';
import type { ServiceType } from '../sites/service-type.ts';

export type { AttendanceEnd, UsageEnd } from '../database/database.ts';

/** What a usage holds beside its columns. */
export interface UsageDetails {
  readonly tracking: TrackingCodes;
  readonly assistService?:
    | { readonly assistRequest?: string | undefined; readonly assistConfirm?: string | undefined }
    | undefined;
  readonly isPersonalRoom: boolean;
  /** People who were invited, and who had registered, when it began. */
  readonly invited: number;
  readonly registered: number;
}

/** A session that begins to run. */
export interface BegunUsage {
  /** The number of the run. */
  readonly id: number;
  /** The row of the site. */
  readonly site: number;
  readonly sessionKey: number;
  readonly confID: number;
  readonly confName: string;
  readonly service: ServiceType;
  readonly sessionType: number;
  readonly isAudioOnly: boolean;
  readonly host: {
    /** The row of the account. */
    readonly id: number;
    readonly userId: number;
    readonly webExId: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
  };
  readonly timeZoneID: number;
  /** As it was scheduled: epoch milliseconds and minutes; null for a personal room. */
  readonly startAt: number | null;
  readonly duration: number | null;
  readonly startedAt: number;
  readonly details: UsageDetails;
}

/** One time that a session ran. */
export interface Usage extends Omit<BegunUsage, 'host'> {
  readonly host: Omit<BegunUsage['host'], 'firstName' | 'lastName'> & { readonly name: string };
  /** Null while it runs; what follows is known when it has ended. */
  readonly endedAt: number | null;
  readonly endReason: UsageEnd | null;
  /** Different people: an account and an attendee count once, however often they came. */
  readonly participants: number;
  /** The most people at once. */
  readonly peak: number;
  /** Milliseconds that people were there, all together. */
  readonly peopleTime: number;
}

/** What an attendance holds beside its columns. */
export interface AttendanceDetails {
  readonly ipAddress?: string | undefined;
  readonly clientAgent?: string | undefined;
  readonly company?: string | undefined;
  readonly title?: string | undefined;
  readonly address?: Address | undefined;
  readonly phones?: Phones | undefined;
  readonly invited: boolean;
  readonly registered: boolean;
}

/** Somebody who comes into a session. */
export interface BegunAttendance {
  /** The number of the stay. */
  readonly id: number;
  readonly usage: number;
  readonly name: string;
  readonly email: string;
  /** The rows of the person's account and invitation. */
  readonly account: number | null;
  readonly attendee: number | null;
  readonly isHost: boolean;
  readonly joinedAt: number;
  readonly details: AttendanceDetails;
}

/** One time that somebody was in a session. */
export interface Attendance extends BegunAttendance {
  /** Null while they are there. */
  readonly leftAt: number | null;
  readonly endReason: AttendanceEnd | null;
}
