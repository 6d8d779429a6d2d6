/** Messages of webhooks: what was sent, what came of it, and sending one again; a test is one too. */
import type { Act } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import {
  bodyOf,
  type DeliveryRow,
  type DeliveryStatements,
  type WebhookAttemptRow,
} from './delivery-statements.ts';
import type { Presenter } from './presenter.ts';
import type { TurnStatements } from './turn-statements.ts';
import { type Webhook, WebhookNotFound } from './webhook.ts';
import { type WebhookRow, webhookOf } from './webhook-statements.ts';

/** A message for a webhook, and what came of it. */
export interface WebhookDelivery {
  readonly id: number;
  readonly webhook: number;
  readonly message: string;
  readonly resource: string;
  readonly event: string;
  readonly state: DeliveryRow['state'];
  readonly attempts: number;
  /** Epoch milliseconds; of one that waits, when it is tried next. */
  readonly nextAt: number | undefined;
  readonly createdAt: number;
  readonly endedAt: number | undefined;
  readonly body: string;
}

export interface WebhookAttempt {
  /** Epoch milliseconds. */
  readonly begunAt: number;
  /** Milliseconds. */
  readonly took: number;
  readonly httpStatus: number | undefined;
  /** Why it has failed. */
  readonly problem: string | undefined;
  readonly answer: string;
}

export interface WebhookMessageParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly deliveries: DeliveryStatements;
  readonly turns: TurnStatements;
  readonly presenter: () => Promise<Presenter>;
  /** @throws WebhookNotFound also where it is another site's */
  readonly required: (site: Pick<Site, 'id'>, id: number, tx?: Executor) => Promise<WebhookRow>;
  /** Puts down an act on what is not one's own. */
  readonly note: (
    tx: Executor,
    webhook: WebhookRow,
    act: Pick<Act, 'act' | 'before' | 'after'>,
  ) => Promise<void>;
  /** Called when there is something to deliver. */
  readonly wake: () => void;
}

export function openWebhookMessages(parts: WebhookMessageParts) {
  const { database, clock, random, deliveries, turns, presenter, required, note, wake } = parts;

  async function requiredDelivery(site: Pick<Site, 'id'>, id: number): Promise<DeliveryRow> {
    const row = await deliveries.byId.first({ id });
    if (row?.site !== site.id) throw new WebhookNotFound();
    return row;
  }

  return {
    /** The newest first. @param before the number of the last one of the page before */
    async deliveriesOf(
      { id }: Pick<Webhook, 'id'>,
      before = Number.MAX_SAFE_INTEGER,
      most = 50,
    ): Promise<WebhookDelivery[]> {
      return (await deliveries.ofWebhook.all({ webhook: id, before, most })).map(deliveryOf);
    },

    /** @throws WebhookNotFound */
    async delivery(site: Pick<Site, 'id'>, id: number): Promise<WebhookDelivery> {
      return deliveryOf(await requiredDelivery(site, id));
    },

    async attemptsOf({ id }: Pick<WebhookDelivery, 'id'>): Promise<WebhookAttempt[]> {
      return (await deliveries.attemptsOf.all({ delivery: id })).map(attemptOf);
    },

    async lastFailureOf({ id }: Pick<Webhook, 'id'>) {
      const row = await deliveries.lastFailure.first({ webhook: id });
      return row && { at: row.begun_at, problem: row.problem ?? '' };
    },

    /**
     * Sends a message once more, the very same.
     * @throws WebhookNotFound, RuleBroken while it waits
     */
    async resend(site: Site, id: number, judge: (webhook: Webhook) => void): Promise<WebhookDelivery> {
      const row = await requiredDelivery(site, id);
      await database.write(async (tx) => {
        const webhook = await required(site, row.webhook, tx);
        judge(webhookOf(webhook));
        const now = clock.now();
        const moved = await deliveries.again.run({ id, now }, tx);
        if (moved !== 1) throw new RuleBroken('delivery', 'is still being delivered');
        await turns.comesDue.run({ id: row.webhook, at: now }, tx);
        await note(tx, webhook, { act: 'webhook.resent', after: { message: row.message } });
        database.afterCommit(tx, wake);
      });
      return deliveryOf(await requiredDelivery(site, id));
    },

    /** Stops trying to deliver a message. */
    async giveUp({ id }: Pick<WebhookDelivery, 'id'>): Promise<void> {
      await deliveries.giveUp.run({ id, now: clock.now() });
    },

    /** Sends a message that tells of nothing, to see whether it arrives. @throws WebhookNotFound */
    async ping(site: Site, id: number, judge: (webhook: Webhook) => void): Promise<void> {
      const present = await presenter();
      await database.write(async (tx) => {
        const row = await required(site, id, tx);
        const webhook = webhookOf(row);
        judge(webhook);
        const now = clock.now();
        const told = await turns.isTold.first({ id, at: now }, tx);
        await note(tx, row, { act: 'webhook.pinged' });
        await deliveries.insert.run(
          {
            ...{ site: site.id, webhook: id, resource: webhook.resource, event: 'ping' },
            message: `ping_${random.bytes(16).toString('hex')}`,
            state: told?.status === 'active' ? 'WAITING' : 'HELD',
            ...{
              not_before: now,
              created_at: now,
              event_number: null,
              body: JSON.stringify(present.ping(webhook)),
            },
          },
          tx,
        );
        database.afterCommit(tx, wake);
      });
    },
  };
}

function deliveryOf(row: DeliveryRow): WebhookDelivery {
  const { id, webhook, message, resource, event, state, attempts } = row;
  return {
    ...{ id, webhook, message, resource, event, state, attempts, body: bodyOf(row) },
    nextAt: state === 'WAITING' ? row.not_before : undefined,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
  };
}

function attemptOf(row: WebhookAttemptRow): WebhookAttempt {
  const { begun_at: begunAt, took, http_status: status, problem, answer } = row;
  return { begunAt, took, httpStatus: status ?? undefined, problem: problem ?? undefined, answer };
}
