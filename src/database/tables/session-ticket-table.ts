import type { Bytes } from './column-types.ts';

/**
 * A ticket that stands for a password in the XML API.
 * @room sign-in
 */
export interface SessionTicketTable {
  hash: Bytes;
  account: number;
  created_at: number;
  expires_at: number;
  credential_version: number;
  security_version: number;
}
