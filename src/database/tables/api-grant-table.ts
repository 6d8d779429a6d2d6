import type { Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/**
 * What a person has allowed an integration, from the code that tells it so to the last of its tokens.
 * @room sign-in
 */
export interface ApiGrantTable {
  id: Generated<number>;
  site: number;
  integration: number;
  account: number;
  /** Separated by blanks. */
  scopes: string;
  /** Where the code went; whoever brings it must name the same. */
  redirect_uri: string;
  code_hash: Bytes;
  /** SHA-256 of the verifier, base64url (RFC 7636, S256). */
  code_challenge: string | null;
  code_expires_at: number;
  code_used_at: number | null;
  refresh_hash: Bytes | null;
  /** Of the refresh token; of the code until that is used. */
  expires_at: number;
  credential_version: number;
  security_version: number;
  created_at: number;
}
