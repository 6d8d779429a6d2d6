/**
 * A key that is never given again: of sessions that are gone, and of all personal rooms.
 * @room sessions
 */
export interface UsedKeyTable {
  session_key: number;
}
