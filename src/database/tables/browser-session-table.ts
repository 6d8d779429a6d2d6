import type { Bytes } from './column-types.ts';

/**
 * Somebody who is signed in by a browser.
 * @room sign-in
 */
export interface BrowserSessionTable {
  hash: Bytes;
  account: number;
  csrf: string;
  created_at: number;
  used_at: number;
  credential_version: number;
  security_version: number;
  /** SHA-256 of the NameID that SAML signed the session in with. */
  saml_name: Bytes | null;
  /** JSON of the SamlSession. */
  saml_session: string | null;
  /** What the browser says of itself, and where it came from, when it was signed in. */
  user_agent: string | null;
  address: string | null;
}
