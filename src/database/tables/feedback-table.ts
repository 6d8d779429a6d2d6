import type { Generated } from 'kysely';

/**
 * What somebody who was in a session said of it afterwards: once a stay.
 * @room sessions
 */
export interface FeedbackTable {
  id: Generated<number>;
  session: number;
  stay: number;
  /** Their invitation or registration. */
  attendee: number | null;
  /** Nine digits, by which people are told apart who have none. */
  attendee_id: number;
  given_at: number;
  document: string;
}
