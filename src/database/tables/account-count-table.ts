import type { AccountActive } from './account-table.ts';

/**
 * How many accounts of a site are in that state and have those privileges.
 * @room accounts
 */
export interface AccountCountTable {
  site: number;
  active: AccountActive;
  /** The bit set of the accounts. */
  privileges: number;
  accounts: number;
}
