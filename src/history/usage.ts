/**
 * What is kept of a session that ran, and of everybody who was in it (history.xsd): numbers and names as they were
 * then, so that it says the same when the session, the account or the attendee is gone.
 */
import type { AttendanceEnd, UsageEnd, Via } from '../database/database.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { AttendanceDetails, LeadSource, UsageDetails } from './details.ts';

export type { AttendanceEnd, UsageEnd } from '../database/database.ts';

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
  /** Whoever is in by a browser hears the others, and has minutes of VoIP. */
  readonly hasVoices: boolean;
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

/** Who was expected, as it was known at the end. */
export interface ExpectedPeople {
  readonly invited: number;
  readonly registered: number;
  readonly leadSources?: readonly LeadSource[] | undefined;
}

/** One time that a session ran. */
export interface Usage extends Omit<BegunUsage, 'host'>, Omit<ExpectedPeople, 'leadSources'> {
  readonly host: Omit<BegunUsage['host'], 'firstName' | 'lastName'> & { readonly name: string };
  /** Null while it runs; what follows is known when it has ended. */
  readonly endedAt: number | null;
  readonly endReason: UsageEnd | null;
  /** Different people: an account and an attendee count once, however often they came. */
  readonly participants: number;
  /** Those of them who did not come as its host. */
  readonly attendees: number;
  /** The most people at once. */
  readonly peak: number;
  /** Milliseconds that people were there, all together. */
  readonly peopleTime: number;
  /** The same in minutes: the sum of what each stay tells, which is whole minutes (`minutesOf`). */
  readonly peopleMinutes: number;
  /** Those of them with sound over the Internet, and the people who had it. */
  readonly voipMinutes: number;
  readonly voipParticipants: number;
  /** Those of them on the telephone, at a toll and at a toll-free number, and the people who were. */
  readonly callInMinutes: number;
  readonly tollFreeMinutes: number;
  readonly callInParticipants: number;
}

/** Somebody who comes into a session. */
export interface BegunAttendance {
  /** The number of the stay. */
  readonly id: number;
  readonly usage: number;
  readonly via: Via;
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
  /** Was made a co-host, or given the host's part, while they were in. */
  readonly coHosted: boolean;
  /** Null while they are there. */
  readonly leftAt: number | null;
  readonly endReason: AttendanceEnd | null;
  /** Milliseconds with sound over the Internet. */
  readonly voipTime: number;
}

const MINUTE = 60_000;

/** A minute that has begun counts. */
export function minutesOf(milliseconds: number): number {
  return Math.ceil(milliseconds / MINUTE);
}
