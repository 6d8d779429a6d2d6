/**
 * When a token was used last. It is apart from the tokens, so that a use leaves what is remembered of them alone.
 * @room sign-in
 */
export interface ApiTokenUseTable {
  token: number;
  used_at: number;
}
