import type { Bytes } from './column-types.ts';

/**
 * A refresh token that another has taken the place of.
 * @room sign-in
 */
export interface ApiRefreshSpentTable {
  hash: Bytes;
  api_grant: number;
  /** It is known for as long as it could have been used. */
  spent_at: number;
}
