/** What the console is told of webhooks. Names, addresses and answers in it come from strangers. */
import type { DeliveryState } from '../../database/tables/webhook-delivery-table.ts';
import type { Silence } from '../../webhooks/webhook.ts';

/** A line of the list. */
export interface WebhookLine {
  readonly id: number;
  readonly name: string;
  /** Whoever made it; nothing where that account is gone. */
  readonly owner: { readonly userID: number; readonly webExID: string } | null;
  readonly ownedBy: 'creator' | 'org';
  /** The query stands in it for those alone who may read it. */
  readonly targetUrl: string;
  readonly resource: string;
  readonly event: string;
  readonly filter: string;
  readonly status: 'active' | 'inactive';
  /** Why it is told nothing though nobody has switched it off: of its creator, or its integration. */
  readonly silence: Silence | null;
  readonly lastFailure: { readonly at: number; readonly problem: string } | null;
}

/** GET webhooks */
export interface WebhooksAnswer {
  readonly webhooks: readonly WebhookLine[];
  /** Where the next page begins, as `after`; nothing at the end. */
  readonly next: string | null;
}

/** GET webhooks/:id */
export interface WebhookAnswer extends WebhookLine {
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** When its failures switched it off the last time. */
  readonly disabledAt: number | null;
  readonly signs: boolean;
  /** The caller may do something with it. */
  readonly mayChange: boolean;
}

/** A line of its deliveries. */
export interface DeliveryLine {
  readonly id: number;
  /** What its receiver knows it by. */
  readonly message: string;
  readonly resource: string;
  readonly event: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** When it is tried next, of one that waits. */
  readonly nextAt: number | null;
}

/** GET webhooks/:id/deliveries */
export interface DeliveriesAnswer {
  /** The newest first. */
  readonly deliveries: readonly DeliveryLine[];
  readonly next: string | null;
}

export interface AttemptLine {
  readonly begunAt: number;
  /** Milliseconds. */
  readonly took: number;
  readonly httpStatus: number | null;
  /** Why it has failed; nothing where it was taken. */
  readonly problem: string | null;
  /** The beginning of it. */
  readonly answer: string;
}

/** GET webhooks/:id/deliveries/:delivery */
export interface DeliveryAnswer extends DeliveryLine {
  readonly webhook: { readonly id: number; readonly name: string };
  /** The very text that is sent; without the query of its target for those who may not read that. */
  readonly body: string;
  readonly tries: readonly AttemptLine[];
  readonly mayResend: boolean;
}
