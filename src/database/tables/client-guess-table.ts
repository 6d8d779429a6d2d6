/**
 * Wrong proofs of integrations in a minute.
 * @room throttle
 */
export interface ClientGuessTable {
  window_start: number;
  /** Where they come from. */
  network: string;
  wrong: number;
}
