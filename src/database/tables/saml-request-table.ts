import type { Bytes } from './column-types.ts';

/**
 * What the site has asked an identity provider: a sign-in or a logout.
 * @room sign-in
 */
export interface SamlRequestTable {
  /** SHA-256 of the request's ID. */
  hash: Bytes;
  site: number;
  kind: 'AuthnRequest' | 'LogoutRequest';
  /** SHA-256 of the secret in the browser that asked. */
  binding: Bytes | null;
  target: string | null;
  created_at: number;
  expires_at: number;
}
