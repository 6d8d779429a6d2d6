import type { Generated } from 'kysely';

/**
 * A queue of a site in which requests for support wait.
 * @room accounts
 */
export interface WebAcdQueueTable {
  id: Generated<number>;
  site: number;
  name: string;
  name_key: string;
  /** When it was made, or who serves it was changed. */
  modified_at: number;
}
