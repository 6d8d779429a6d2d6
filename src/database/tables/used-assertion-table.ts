import type { Bytes } from './column-types.ts';

/**
 * Each assertion, and each logout request of a provider, is taken once.
 * @room sign-in
 */
export interface UsedAssertionTable {
  site: number;
  /** SHA-256 of its ID. */
  hash: Bytes;
  /** From then on the message is refused by its own times. */
  expires_at: number;
}
