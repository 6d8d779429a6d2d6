import type { Generated } from 'kysely';

/** HELD: its webhook is switched off. */
export type DeliveryState = 'WAITING' | 'HELD' | 'DONE' | 'FAILED';

/**
 * A message for a webhook.
 * @room webhooks
 */
export interface WebhookDeliveryTable {
  id: Generated<number>;
  site: number;
  webhook: number;
  /** What its receiver knows it by, however often it comes. */
  message: string;
  resource: string;
  event: string;
  state: DeliveryState;
  attempts: number;
  /** Until then nobody touches it: a process has it in hand, or it waits for its next attempt. */
  not_before: number;
  created_at: number;
  ended_at: number | null;
  /** The very text that is sent. */
  body: string;
}
