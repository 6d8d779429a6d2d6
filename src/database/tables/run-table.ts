import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/** Who of those with a host account of the site becomes a co-host by coming in. */
export type CoHostsOfRun = 'NONE' | 'FIRST' | 'ANY';

/**
 * A session or a personal room that runs now.
 * @room live
 */
export interface RunTable {
  id: Generated<number>;
  site: number;
  session_key: number;
  /** Null for a personal room. */
  session: number | null;
  started_at: number;
  /** People at once. */
  capacity: number;
  /** People ask to be let in. */
  admission: Flag;
  locked: Flag;
  /** When it locks itself. */
  lock_at: number | null;
  /** What everybody may do, by words with blanks between; the others are for those who host. */
  rules: string;
  /** The first who comes before a host presents. */
  first_presents: Flag;
  co_hosts: CoHostsOfRun;
  /** The account that came first, where FIRST becomes one. */
  first_co_host: number | null;
  /** Breakout rooms that are open. */
  breakouts: number;
  /** People who go into one of them by themselves, at most; 0 when everybody is put by hand. */
  breakout_size: number;
  host_joined: Flag;
  participants_joined: Flag;
  /** The most people at once so far. */
  peak: number;
  /** Raised by every change of it and of its people. */
  version: number;
}
