import type { Flag } from './column-types.ts';

/**
 * For whose webhooks an event of the feed is: a row for each integration by which they were made.
 * @room webhooks
 */
export interface WebhookAudienceTable {
  site: number;
  /** Of the event. */
  number: number;
  /** 0 for those that a person has made by themselves. */
  integration: number;
  account: number;
  /** One of them at least tells of what the account hosts. */
  as_creator: Flag;
  /** One of them at least tells of the whole site. */
  as_org: Flag;
}
