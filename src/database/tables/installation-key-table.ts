import type { Bytes } from './column-types.ts';

/**
 * Keys of the installation that all of its processes share.
 * @room sign-in
 */
export interface InstallationKeyTable {
  name: string;
  /** PEM. */
  certificate: string;
  /** The private key under the installation's secret: nonce, tag, PKCS #8. */
  sealed: Bytes;
  created_at: number;
}
