import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

export type ServiceType =
  | 'MeetingCenter'
  | 'EventCenter'
  | 'TrainingCenter'
  | 'SupportCenter'
  | 'SalesCenter';
export type ListStatus = 'PUBLIC' | 'PRIVATE' | 'UNLISTED';

/**
 * A session that is scheduled, or a series of them.
 * @room sessions
 */
export interface SessionTable {
  id: Generated<number>;
  site: number;
  host: number;
  creator: number;
  /** Nine digits, never used again. */
  session_key: number;
  /** The MTIDs of the two links. */
  host_token: string;
  attendee_token: string;
  service: ServiceType;
  session_type: number;
  name: string;
  name_key: string;
  /** The first start of a series. */
  start_at: number;
  /** The last end of a series. */
  end_at: number;
  /** Minutes. */
  duration: number;
  time_zone_id: number;
  recurring: Flag;
  /** How far the occurrences have been worked out; null when there are no more. */
  occurrences_until: number | null;
  /** The series that this one is an exception to, and which of its starts it stands for. */
  series: number | null;
  original_start_at: number | null;
  list_status: ListStatus;
  password_required: Flag;
  registration: Flag;
  in_progress: Flag;
  actual_start_at: number | null;
  host_joined: Flag;
  participants_joined: Flag;
  /** The calendar's SEQUENCE. */
  sequence: number;
  version: number;
  created_at: number;
  /** The program of an event. */
  program: number | null;
  /** What a sales session is about: rows of customers and of opportunities. */
  sales_account: number | null;
  sales_opportunity: number | null;
  document: string;
}
