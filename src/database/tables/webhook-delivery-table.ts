import type { ColumnType, Generated } from 'kysely';

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
  /** Attempts that were made before it was sent again, or its webhook was switched on again. */
  counted_from: Generated<number>;
  /** Of one that waits, when it is tried next. */
  not_before: number;
  created_at: number;
  ended_at: number | null;
  /** Its event in the feed, which holds the `data` of the message; nothing where the message holds all of itself. */
  event_number: ColumnType<number | null, number | null | undefined, number | null>;
  /** The text that is sent; of a message of an event without its last member, `data`. */
  body: string;
}
