import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/**
 * One time that somebody looked at a recording.
 * @room recordings
 */
export interface RecordingAccessTable {
  /** The viewID. */
  id: Generated<number>;
  recorded: number;
  site: number;
  accessed_at: number;
  name: string;
  email: string;
  /** Null for somebody who has not registered for it. */
  registered_at: number | null;
  downloaded: Flag;
  viewed: Flag;
  document: string;
}
