import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

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
