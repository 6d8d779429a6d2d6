import type { Bytes } from './column-types.ts';

/**
 * A sign-in that an administrator tries, and what came of it. Nobody is signed in by it.
 * @room sign-in
 */
export interface SignOnTestTable {
  /** SHA-256 of what the browser brings back. */
  hash: Bytes;
  site: number;
  /** Whoever tries it. */
  account: number;
  kind: 'saml' | 'openid';
  /** The name of the site at whose console they work. */
  home: string | null;
  begun_at: number;
  ended_at: number | null;
  /** What arrived and what was checked; null until then. */
  result: string | null;
}
