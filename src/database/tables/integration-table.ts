import type { Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/**
 * A program that people of a site let act for them (OAuth 2 client).
 * @room sign-in
 */
export interface IntegrationTable {
  id: Generated<number>;
  site: number;
  client_id: string;
  name: string;
  /** JSON: a list of addresses, each compared letter by letter. */
  redirect_uris: string;
  /** What it may ask for, separated by blanks. */
  scopes: string;
  /** SHA-256 of its secret; null where it can keep none, and proves itself by PKCE. */
  secret_hash: Bytes | null;
  enabled: number;
  created_at: number;
  version: number;
}
