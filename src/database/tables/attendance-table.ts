import type { Flag } from './column-types.ts';
import type { ServiceType } from './session-table.ts';
import type { Via } from './stay-table.ts';

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
  via: Via;
  name: string;
  email: string;
  account: number | null;
  attendee: number | null;
  is_host: Flag;
  /** Was made a co-host, or given the host's part, while they were in. */
  co_host: Flag;
  joined_at: number;
  left_at: number | null;
  end_reason: AttendanceEnd | null;
  /** Milliseconds with sound over the Internet. */
  voip_time: number;
  /** What lists look for, as the usage has it: null until it has ended. */
  site: number | null;
  service: ServiceType | null;
  audio_only: Flag | null;
  host: number | null;
  session_started_at: number | null;
  session_ended_at: number | null;
  document: string;
}
