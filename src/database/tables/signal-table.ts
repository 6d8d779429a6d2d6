import type { Generated } from 'kysely';

/**
 * What one browser of a room says to another, so that they find each other.
 * @room media
 */
export interface SignalTable {
  id: Generated<number>;
  /** Whose it is to read. */
  stay: number;
  /** What the reader knows the sender by. */
  sender: string;
  /** JSON. */
  body: string;
  sent_at: number;
}
