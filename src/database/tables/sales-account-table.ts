import type { Generated } from 'kysely';

/**
 * A customer of somebody who sells.
 * @room sales
 */
export interface SalesAccountTable {
  id: Generated<number>;
  site: number;
  /** The account of the site whose customer it is. */
  owner: number;
  name: string;
  name_key: string;
  /** Its number in a system outside, and which one that is. */
  ext_account_id: string | null;
  ext_system_id: number | null;
  /** The customer that this one is a part of. */
  parent: number | null;
}
