import type { Generated } from 'kysely';

/**
 * KEPT is to be read, where there is no server for mail; RELEASED is a mail that an administrator brings, or has brought,
 * themselves.
 */
export type MailState = 'WAITING' | 'SENT' | 'FAILED' | 'KEPT' | 'RELEASED' | 'CANCELLED';

/**
 * A mail that waits, or that was sent.
 * @room mail
 */
export interface MailTable {
  id: Generated<number>;
  site: number;
  session_key: number | null;
  kind: string;
  recipient: string;
  state: MailState;
  due_at: number;
  attempts: number;
  /** Until then nobody touches it: a process has it in hand, or it waits for its next attempt. */
  claimed_until: number;
  sent_at: number | null;
  problem: string | null;
  created_at: number;
  document: string;
}
