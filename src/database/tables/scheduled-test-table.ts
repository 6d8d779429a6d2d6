/**
 * When and how the people of a training session take a test.
 * @room exams
 */
export interface ScheduledTestTable {
  test: number;
  session: number;
  /** What it is a copy of, while that is there. */
  library_test: number | null;
  delivery: 'IN_SESSION' | 'WEBSITE';
  /** On the website: from then on, and no longer than that. */
  start_at: number | null;
  due_at: number | null;
  /** How long an attempt may take; null for as long as somebody likes. */
  minutes: number | null;
  /** How many somebody has; null for as many as they like. */
  attempts: number | null;
  /** In the session: when the host began and ended it. */
  opened_at: number | null;
  closed_at: number | null;
  document: string;
}
