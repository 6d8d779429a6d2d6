/**
 * Which account has to do with which session; the lists of a host read it.
 * @room sessions
 */
export interface SessionMemberTable {
  account: number;
  session: number;
  /** A bit set: host 1, alternate host 2, invited 4. */
  kinds: number;
  /** That of the session. */
  start_at: number;
}
