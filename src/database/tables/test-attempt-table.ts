import type { Generated } from 'kysely';

/**
 * What somebody answers in a test.
 * @room exams
 */
export interface TestAttemptTable {
  id: Generated<number>;
  test: number;
  /** Who, by their address in the session. */
  email_key: string;
  /** Counted from 1. */
  number: number;
  email: string;
  name: string;
  register_id: number | null;
  started_at: number;
  /** When their time is over. */
  ends_at: number | null;
  submitted_at: number | null;
  document: string;
}
