/**
 * Delivers what waits: one message at a time to each webhook, so that a receiver that never answers holds up nobody else,
 * and gets what was not delayed in the order in which it happened. Several processes may do so on one database.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../random.ts';
import { GIVEN_UP_AFTER, pauseAfter } from './delivery-pauses.ts';
import type { DeliveryRow, DeliveryStatements } from './delivery-statements.ts';
import type { Post, Posted } from './post.ts';
import type { SecretSealing } from './sealed-secret.ts';
import { signatureHeaders } from './signatures.ts';
import type { WebhookRow, WebhookStatements } from './webhook-statements.ts';

/** One try, for the request log. */
export interface DeliveryAttempt {
  readonly site: number;
  readonly account: number;
  readonly targetUrl: string;
  readonly resource: string;
  readonly event: string;
  readonly message: string;
  readonly body: string;
  readonly posted: Posted;
  /** Milliseconds. */
  readonly took: number;
}

export interface DelivererParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly statements: WebhookStatements;
  readonly deliveries: DeliveryStatements;
  readonly sealing: SecretSealing;
  readonly post: Post;
  /** Whether its creator may still be told of anything. */
  readonly mayBeTold: (webhook: WebhookRow) => Promise<boolean>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
  /** Told of every attempt. */
  readonly attempted?: ((attempt: DeliveryAttempt) => void) | undefined;
}

/** How long a message stays with the process that took it: longer than an attempt can last. */
const CLAIM = 60_000;

/** Webhooks that are told at the same time by a process. */
const AT_ONCE = 32;

/** Failures within that many milliseconds switch a webhook off. */
const MOST_FAILURES = 100;
const COUNTED_FOR = 5 * 60_000;

/** The longest time between two looks, since other processes write messages too, or end while they have some. */
const LONGEST_REST = 5_000;

export type Deliverer = ReturnType<typeof openDeliverer>;

export function openDeliverer(parts: DelivererParts) {
  const { database, clock, random, statements, deliveries } = parts;
  /** Webhooks that this process is telling something. */
  const busy = new Map<number, Promise<void>>();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again = false;

  /** Takes what is due into hand, a webhook after the other; how many that were. */
  async function look(): Promise<void> {
    do {
      again = false;
      const now = clock.now();
      const due = await deliveries.due.all({ now, most: AT_ONCE * 2 });
      for (const { webhook } of due) {
        if (ending.signal.aborted || busy.size >= AT_ONCE) break;
        if (busy.has(webhook)) continue;
        const telling = tell(webhook)
          .catch(parts.report)
          .finally(() => {
            busy.delete(webhook);
            wake();
          });
        busy.set(webhook, telling);
      }
    } while (again);
  }

  /** Everything that is due for one webhook. */
  async function tell(id: number): Promise<void> {
    while (!ending.signal.aborted) {
      const now = clock.now();
      const delivery = await deliveries.nextOf.first({ webhook: id, now });
      if (!delivery) return;
      const until = now + CLAIM;
      const mine = await deliveries.claim.run({ id: delivery.id, was: delivery.not_before, until });
      if (mine !== 1) continue;
      const webhook = await statements.byId.first({ id });
      if (!webhook) return;
      if (webhook.status !== 'active' || !(await parts.mayBeTold(webhook))) {
        await switchOff(webhook, null);
        return;
      }
      await attempt(webhook, { ...delivery, attempts: delivery.attempts + 1, not_before: until });
    }
  }

  async function attempt(webhook: WebhookRow, delivery: DeliveryRow): Promise<void> {
    const { message, body, resource, event } = delivery;
    const begun = clock.now();
    const began = performance.now();
    const secret = webhook.secret === null ? undefined : parts.sealing.open(webhook.secret);
    const headers = signatureHeaders({ message, body, secret, now: begun });
    const posted = await parts.post(webhook.target_url, body, headers);
    const took = Math.round(performance.now() - began);
    const { site, account, target_url: targetUrl } = webhook;
    parts.attempted?.({ site, account, targetUrl, resource, event, message, body, posted, took });
    await putDown(webhook, delivery, { begun, took, posted });
  }

  /** What came of it, and whether the webhook is switched off, in one transaction. */
  async function putDown(
    webhook: WebhookRow,
    delivery: DeliveryRow,
    { begun, took, posted }: { readonly begun: number; readonly took: number; readonly posted: Posted },
  ): Promise<void> {
    const { id, attempts, created_at: createdAt, not_before: claimed } = delivery;
    const failed = posted.problem !== undefined;
    const now = clock.now();
    const isGivenUp = failed && now - createdAt >= GIVEN_UP_AFTER;
    const state = failed ? (isGivenUp ? 'FAILED' : 'WAITING') : 'DONE';
    const notBefore = state === 'WAITING' ? now + pauseAfter(attempts, random) : now;
    await database.write(async (tx) => {
      const ended_at = state === 'WAITING' ? null : now;
      await deliveries.finish.run({ id, claimed, state, not_before: notBefore, ended_at }, tx);
      const { status, problem = null, answer } = posted;
      await deliveries.addAttempt.run(
        {
          ...{ delivery: id, webhook: webhook.id, begun_at: begun, took, failed: failed ? 1 : 0 },
          ...{ http_status: status ?? null, problem, answer },
        },
        tx,
      );
      if (!failed) return;
      const since = now - COUNTED_FOR;
      const count = (await deliveries.failuresSince.first({ webhook: webhook.id, since }, tx))?.count ?? 0;
      // One that has just come back is not given as much again.
      const cameBack = webhook.disabled_at !== null && now - webhook.disabled_at < COUNTED_FOR;
      if (Number(count) < MOST_FAILURES && !cameBack) return;
      await statements.disable.run({ id: webhook.id, now }, tx);
      await deliveries.hold.run({ webhook: webhook.id }, tx);
    });
  }

  /** @param now when its failures do it; nothing when its creator may not be told any more */
  async function switchOff({ id }: WebhookRow, now: number | null): Promise<void> {
    await database.write(async (tx) => {
      await statements.disable.run({ id, now }, tx);
      await deliveries.hold.run({ webhook: id }, tx);
    });
  }

  function wake(): void {
    if (!timer || ending.signal.aborted) return;
    again = looking !== undefined;
    looking ??= look()
      .catch(parts.report)
      .finally(() => {
        looking = undefined;
      });
  }

  return {
    wake,

    /** Delivers all that is due, for tests and for the end of a command. */
    async drain(): Promise<void> {
      for (;;) {
        await look();
        if (busy.size === 0) return;
        await Promise.all(busy.values());
      }
    },

    /** From now on messages are delivered by themselves. */
    start(): void {
      timer ??= setInterval(wake, LONGEST_REST).unref();
      wake();
    },

    /** What is on its way ends first, within the patience of an attempt; the rest is left to the next process. */
    async stop(): Promise<void> {
      ending.abort();
      clearInterval(timer);
      await looking;
      await Promise.all(busy.values());
    },
  };
}
