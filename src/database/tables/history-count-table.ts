import type { Flag } from './column-types.ts';
import type { ServiceType } from './session-table.ts';

/** Which moment of a session the day is that of. */
export type HistoryBound = 'START' | 'END';

/**
 * How many sessions began and ended on each day (UTC), so that the total of a list needs no counting.
 * @room history
 */
export interface HistoryCountTable {
  site: number;
  service: ServiceType;
  audio_only: Flag;
  bound: HistoryBound;
  /** Days since 1970. */
  day: number;
  usages: number;
  attendances: number;
  /** Milliseconds that the longest of them lasted, or one that has been swept away since. */
  longest: number;
}
