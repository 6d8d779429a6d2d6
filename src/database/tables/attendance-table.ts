import type { Flag } from './column-types.ts';

/** How somebody's time came to its end: the session did, they left, were put out, or were lost. */
export type AttendanceEnd = 'ENDED' | 'LEFT' | 'EXPELLED' | 'LOST';

/**
 * One time that somebody was in a run.
 * @room history
 */
export interface AttendanceTable {
  /** That of its stay. */
  id: number;
  usage: number;
  name: string;
  email: string;
  account: number | null;
  attendee: number | null;
  is_host: Flag;
  joined_at: number;
  left_at: number | null;
  end_reason: AttendanceEnd | null;
  document: string;
}
