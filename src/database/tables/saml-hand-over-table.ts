import type { Bytes } from './column-types.ts';

/**
 * A sign-in that has been verified, until the browser takes it up.
 * @room sign-in
 */
export interface SamlHandOverTable {
  /** SHA-256 of the code. */
  hash: Bytes;
  site: number;
  account: number;
  credential_version: number;
  /** Null when the identity provider began. */
  binding: Bytes | null;
  target: string | null;
  /** JSON of the SamlSession. */
  saml_session: string;
  expires_at: number;
}
