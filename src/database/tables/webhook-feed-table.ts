/**
 * The number of the last event of a site that somebody has a webhook for. Its row is held until the event is on disk, so
 * that numbers are seen in their order.
 * @room webhooks
 */
export interface WebhookFeedTable {
  site: number;
  last: number;
}
