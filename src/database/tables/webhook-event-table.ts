/**
 * What somebody's webhooks are told of, once for all of them.
 * @room webhooks
 */
export interface WebhookEventTable {
  site: number;
  /** Of the site's feed. */
  number: number;
  /** Whose webhooks. */
  account: number;
  resource: string;
  event: string;
  happened_at: number;
  /** JSON: the thing that it happened to, as the interface tells it. */
  data: string;
}
