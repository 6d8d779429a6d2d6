import type { Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/**
 * A bearer token of the REST interface.
 * @room sign-in
 */
export interface ApiTokenTable {
  id: Generated<number>;
  site: number;
  account: number;
  kind: 'personal' | 'integration';
  /** What its owner calls a personal one. */
  name: string | null;
  /** Of a token that somebody has granted. */
  integration: number | null;
  api_grant: number | null;
  hash: Bytes;
  /** Separated by blanks. */
  scopes: string;
  created_at: number;
  expires_at: number;
  credential_version: number;
  security_version: number;
  version: number;
}
