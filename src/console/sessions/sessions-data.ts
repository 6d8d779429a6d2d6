/** What the console is told of sessions. Times are epoch milliseconds. */
import type { NamedTrackingValue } from '../../accounts/tracking-values.ts';
import type { ServiceType } from '../../sites/service-type.ts';

export interface ConsoleSession {
  readonly sessionKey: number;
  readonly title: string;
  readonly service: ServiceType;
  readonly host: string;
  readonly hostName: string;
  /** Of a series the occurrence that was found. */
  readonly startAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly isRecurring: boolean;
  readonly isRunning: boolean;
  /** In it now; of those that run. */
  readonly inside?: number;
}

export interface SessionsAnswer {
  readonly sessions: readonly ConsoleSession[];
  readonly total: number;
  readonly next?: string;
}

export interface ConsolePerson {
  readonly attendeeID: number;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly state: 'invited' | 'pending' | 'accepted' | 'rejected';
  readonly registeredAt?: number;
  readonly answers?: readonly { readonly label: string; readonly value: string }[];
}

export interface PersonInRoom {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly since: number;
  readonly isWaiting: boolean;
}

export interface SessionDetail extends ConsoleSession {
  readonly version: number;
  readonly hostEmail: string;
  readonly listStatus: string;
  readonly hasPassword: boolean;
  readonly takesRegistrations: boolean;
  readonly agenda: string;
  readonly tracking: readonly NamedTrackingValue[];
  /** The page of the session on the site. */
  readonly address: string;
  readonly startedAt?: number;
  readonly inRoom: readonly PersonInRoom[];
  readonly people: readonly ConsolePerson[];
}

/** A session that has ended, in the history. */
export interface EndedSession {
  readonly id: number;
  readonly sessionKey: number;
  readonly title: string;
  readonly host: string;
  readonly hostName: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly participants: number;
  readonly peak: number;
  readonly peopleMinutes: number;
  readonly tracking: readonly NamedTrackingValue[];
}

/** Somebody who was there. */
export interface EndedStay {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly sessionKey: number;
  readonly joinedAt: number;
  readonly leftAt: number;
}

export interface HistoryAnswer {
  readonly sessions: readonly EndedSession[];
  readonly total: number;
  readonly next?: string;
}
