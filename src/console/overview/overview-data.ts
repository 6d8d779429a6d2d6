/** What happens on a site, and how the installation is. Times are epoch milliseconds. */
import type { ConsoleSession } from '../sessions/sessions-data.ts';

export interface OverviewAnswer {
  readonly running: readonly ConsoleSession[];
  /** All that run, also those that are not listed here. */
  readonly runningTotal: number;
  readonly next: readonly ConsoleSession[];
  readonly nextTotal: number;
  /** Accounts with a browser that is signed in. */
  readonly signedIn: number;
  readonly accounts: number;
  /** Counted no further than a thousand. */
  readonly mailWaiting: number;
  readonly mailFailed: number;
  /** Whether mail is sent at all: without a server for it, it is kept to be read. */
  readonly isMailSent: boolean;
  readonly installation: InstallationState;
}

export interface InstallationState {
  readonly database: 'sqlite' | 'postgres';
  /** Bytes of the data folder's disk; nothing when it does not tell. */
  readonly disk?: { readonly free: number; readonly size: number };
  readonly media: 'mesh' | 'livekit';
  /** Nothing when none is known: a database of PostgreSQL is copied by its own tools. */
  readonly lastBackup?: number;
}
