import type { Generated } from 'kysely';

/**
 * A request that an administrator has kept for the test tool.
 * @room samples
 */
export interface KeptSampleTable {
  id: Generated<number>;
  site: number;
  name: string;
  name_key: string;
  /** Such as `user.GetUser`; empty where the message names none. */
  operation: string;
  message: string;
  /** The webExID of whoever saved it last. */
  saved_by: string;
  saved_at: number;
}
