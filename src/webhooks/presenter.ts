/** What the interface that webhooks speak makes of what happened. Nothing down here knows its words. */
import type { Happened } from '../events.ts';
import type { Resource, Webhook } from './webhook.ts';

/** Something that webhooks may be told of. */
export interface Happening {
  readonly resource: Resource;
  readonly event: string;
  /** Of the thing that it happened to, under the names that filters may name. */
  readonly facts: Readonly<Record<string, string | undefined>>;
  /** The thing itself, without secrets; it can be written as JSON. */
  readonly data: object;
  /** Whose it is: accounts that have to do with it as its hosts. */
  readonly hosts: readonly number[];
  /** The account that has done it, where that is known. */
  readonly actor: number | undefined;
}

export interface Presenter {
  /** One event may be several things, or nothing to tell. */
  happenings(happened: Happened): Promise<readonly Happening[]>;
  /** The id of an event of the feed, as receivers and readers of the feed know it. */
  eventId(site: number, number: number): string;
  /** The message, as the receiver gets it, but for its last member: `data`. */
  message(webhook: Webhook, happening: Happening): object;
  /** That of a test, which tells of nothing. */
  ping(webhook: Webhook): object;
}
