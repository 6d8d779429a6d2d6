import type { Flag } from './column-types.ts';
import type { ServiceType } from './session-table.ts';

/** How a run came to its end: the host ended it, everybody had left, or the last were lost. */
export type UsageEnd = 'ENDED' | 'LEFT' | 'LOST';

/**
 * One time that a session ran. Numbers and names are those of then.
 * @room history
 */
export interface UsageTable {
  /** That of its run. */
  id: number;
  site: number;
  session_key: number;
  conf_id: number;
  name: string;
  /** As lists compare it. */
  name_key: string;
  service: ServiceType;
  session_type: number;
  audio_only: Flag;
  /** Whoever is in by a browser hears the others. */
  has_voices: Flag;
  host: number;
  host_user_id: number;
  host_webex_id: string;
  host_name: string;
  host_email: string;
  time_zone_id: number;
  /** As it was scheduled; null for a personal room. */
  start_at: number | null;
  /** Minutes; null for a personal room. */
  duration: number | null;
  started_at: number;
  /** Null while it runs; what follows is known when it has ended. */
  ended_at: number | null;
  end_reason: UsageEnd | null;
  participants: number;
  /** Those of them who were not its host. */
  attendees: number;
  peak: number;
  /** People who were invited, and who had registered. */
  invited: number;
  registered: number;
  /** Rows of attendance. */
  stays: number;
  /** Milliseconds that people were there, all together. */
  people_time: number;
  /** The same in minutes, each stay in whole ones; and those with sound over the Internet. */
  people_minutes: number;
  voip_minutes: number;
  /** People who had sound over the Internet. */
  voip_participants: number;
  /** The minutes of those who were on the telephone, by who paid for the call; and these people. */
  call_in_minutes: number;
  toll_free_minutes: number;
  call_in_participants: number;
  document: string;
}
