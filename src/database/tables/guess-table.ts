/**
 * Wrong guesses at the password of a session.
 * @room throttle
 */
export interface GuessTable {
  site: number;
  session_key: number;
  /** Where they come from; the empty text stands for everywhere. */
  network: string;
  /** When the first of them was counted. */
  since: number;
  wrong: number;
}
