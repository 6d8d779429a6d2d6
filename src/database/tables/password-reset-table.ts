import type { Bytes } from './column-types.ts';

/**
 * A link to choose a new password.
 * @room sign-in
 */
export interface PasswordResetTable {
  hash: Bytes;
  account: number;
  credential_version: number;
  created_at: number;
  expires_at: number;
}
