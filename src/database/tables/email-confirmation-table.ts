import type { Bytes } from './column-types.ts';

/**
 * A link by which an account's new e-mail address is confirmed.
 * @room sign-in
 */
export interface EmailConfirmationTable {
  hash: Bytes;
  account: number;
  /** The address that it was sent to, in lower case. */
  email_key: string;
  created_at: number;
  expires_at: number;
}
