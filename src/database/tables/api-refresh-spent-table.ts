import type { Bytes } from './column-types.ts';

/**
 * A refresh token that another has taken the place of.
 * @room sign-in
 */
export interface ApiRefreshSpentTable {
  hash: Bytes;
  api_grant: number;
}
