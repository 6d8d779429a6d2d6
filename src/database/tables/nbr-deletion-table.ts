import type { Generated } from 'kysely';

/**
 * What the NBR services tell no more of a meeting: all that was before.
 * @room recordings
 */
export interface NbrDeletionTable {
  id: Generated<number>;
  site: number;
  conf_id: number;
  deleted_at: number;
}
