import type { Generated } from 'kysely';
import type { Flag } from './column-types.ts';

/**
 * One try to deliver a message.
 * @room webhooks
 */
export interface WebhookAttemptTable {
  id: Generated<number>;
  delivery: number;
  webhook: number;
  begun_at: number;
  /** Milliseconds. */
  took: number;
  failed: Flag;
  http_status: number | null;
  problem: string | null;
  /** The beginning of what was answered. */
  answer: string;
}
