import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

export type AccountActive = 'ACTIVATED' | 'REQUEST_TO_ACTIVATE' | 'DEACTIVATED';

/**
 * An account of a site. A column that ends in `_key` holds the lower-cased text of its neighbour, to find and to sort by.
 * @room accounts
 */
export interface AccountTable {
  id: Generated<number>;
  site: number;
  user_id: number;
  webex_id: string;
  webex_id_key: string;
  email: string;
  email_key: string;
  /** Whether the address counts for rights: by mail, an administrator or the identity provider. */
  email_confirmed: Flag;
  first_name: string;
  first_name_key: string;
  last_name: string;
  last_name_key: string;
  active: AccountActive;
  /** A bit set. */
  privileges: number;
  registered_at: number;
  expires_at: number | null;
  personal_url: string;
  personal_url_key: string;
  /** The key of the personal room, unique in the whole installation. */
  access_code: string | null;
  time_zone_id: number;
  category_id: number;
  visit_count: number;
  locked: Flag;
  password_hash: string | null;
  password_changed_at: number;
  credential_version: number;
  failed_sign_ins: number;
  failed_since: number;
  version: number;
  document: string;
}
