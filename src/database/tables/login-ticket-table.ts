import type { Bytes } from './column-types.ts';

/**
 * A ticket that opens the browser of an account, once.
 * @room sign-in
 */
export interface LoginTicketTable {
  hash: Bytes;
  account: number;
  nonce: Bytes;
  created_at: number;
  expires_at: number;
  credential_version: number;
  used_at: number | null;
}
