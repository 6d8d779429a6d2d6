/**
 * Delivers what waits: one message at a time to each webhook, whichever process does it, so that it gets what was not
 * delayed in the order in which it happened. Several processes may do so on one database; those that are due have their turns.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { openRounds } from '../rounds.ts';
import { MOST_TRIES, pauseAfter } from './delivery-pauses.ts';
import { openDeliveryPlaces } from './delivery-places.ts';
import { bodyOf, type DeliveryRow, type DeliveryStatements } from './delivery-statements.ts';
import type { Post, Posted } from './post.ts';
import type { SecretSealing } from './sealed-secret.ts';
import { signatureHeaders } from './signatures.ts';
import type { DueWebhook, FirstOfHost, TurnStatements } from './turn-statements.ts';
import type { Silence, Webhook } from './webhook.ts';
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
  readonly turns: TurnStatements;
  readonly sealing: SecretSealing;
  readonly post: Post;
  /** Why it may not be told of a resource, as its creator stands now. */
  readonly silenceOf: (webhook: WebhookRow, resource: Webhook['resource']) => Promise<Silence | undefined>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
  /** Told of every attempt. */
  readonly attempted?: ((attempt: DeliveryAttempt) => void) | undefined;
}

/** How long a webhook stays with the process that took it: longer than an attempt can last. */
const CLAIM = 60_000;

/** Messages that a webhook is told in a turn: then others are told that wait for the same places. */
const IN_A_TURN = 16;

/** Webhooks that are read at a time, and receivers. */
const PAGE = 64;

/** Receivers that are read in a look, of which each message that has ended begins another. */
const HOSTS_OF_A_LOOK = 4 * PAGE;

/** Failures within that many milliseconds switch a webhook off. */
const MOST_FAILURES = 100;
const COUNTED_FOR = 5 * 60_000;

/** The longest time between two looks, since other processes write messages too, or end while they have some. */
const LONGEST_REST = 5_000;

/** When it is seen whether one that may be told nothing may be told again. A new message for it is a reason to see at once. */
const SEEN_AGAIN = 10 * 60_000;

/** Nothing is sent without the signature that its receiver expects. */
const UNREADABLE: Posted = {
  answer: '',
  problem: 'its secret was sealed under another secret of this installation: set it again',
};

export type Deliverer = ReturnType<typeof openDeliverer>;

export function openDeliverer(parts: DelivererParts) {
  const { database, clock, random, statements, deliveries, turns } = parts;
  const places = openDeliveryPlaces();
  /** Webhooks that this process is telling something. */
  const busy = new Map<number, Promise<void>>();
  const ending = new AbortController();
  /** The receiver that was read last, when more are due than a page. */
  let lastHost = '';
  let timer: NodeJS.Timeout | undefined;
  const looks = openRounds(look, () => !ending.signal.aborted);

  /**
   * Takes what is due into hand, as far as there are places; how many that were. When more are due than a page, the others
   * are found by their receivers: thousands that wait for one are not read past.
   */
  async function look(): Promise<number> {
    const now = clock.now();
    const page = await turns.due.all({ now, most: PAGE });
    const begun = beginAll(page);
    return page.length < PAGE ? begun : begun + (await lookByHost(now));
  }

  function beginAll(due: readonly DueWebhook[]): number {
    let begun = 0;
    for (const webhook of due) {
      if (ending.signal.aborted || places.isFull()) break;
      if (!busy.has(webhook.id) && begin(webhook)) begun += 1;
    }
    return begun;
  }

  /** Once around all receivers, or as many as a look may read; the next one goes on from there. */
  async function lookByHost(now: number): Promise<number> {
    let begun = 0;
    let isSecondWay = lastHost === '';
    for (let hosts = 0; hosts < HOSTS_OF_A_LOOK && !ending.signal.aborted && !places.isFull(); ) {
      const page = await turns.dueByHost.all({ now, after: lastHost, most: PAGE });
      begun += beginAll(page.flatMap(dueOf));
      hosts += page.length;
      lastHost = page.length < PAGE ? '' : (page.at(-1)?.host ?? '');
      if (lastHost !== '') continue;
      if (isSecondWay) break;
      isSecondWay = true;
    }
    return begun;
  }

  /** @returns whether there was a place */
  function begin(webhook: DueWebhook): boolean {
    const giveBack = places.take(webhook);
    if (!giveBack) return false;
    const { id } = webhook;
    const telling = tell(id)
      .catch(parts.report)
      .finally(() => {
        giveBack();
        busy.delete(id);
        wake();
      });
    busy.set(id, telling);
    return true;
  }

  /** A turn of one webhook. */
  async function tell(id: number): Promise<void> {
    const taken = clock.now();
    let until = taken + CLAIM;
    if ((await turns.take.run({ id, now: taken, until })) !== 1) return;
    for (let told = 0; told < IN_A_TURN && !ending.signal.aborted; told++) {
      const delivery = await deliveries.nextOf.first({ webhook: id, now: clock.now() });
      const webhook = delivery && (await statements.byId.first({ id }));
      if (!webhook) break;
      const silence = await parts.silenceOf(webhook, delivery.resource as Webhook['resource']);
      if (webhook.status !== 'active' || silence === 'account') {
        await switchOff(webhook);
        break;
      }
      if (silence !== undefined) {
        if (await parts.silenceOf(webhook, webhook.resource as Webhook['resource'])) {
          return endTurn(id, until, clock.now() + SEEN_AGAIN);
        }
        // Of other resources it may be told.
        await deliveries.holdOne.run({ id: delivery.id });
        continue;
      }
      const attempted = await attempt(webhook, delivery, until);
      if (!attempted) return;
      until = attempted.until;
      if (attempted.isSilent) break;
    }
    await endTurn(id, until);
  }

  /** Those that came due meanwhile are told before it is told more. @param notBefore epoch milliseconds */
  async function endTurn(id: number, was: number, notBefore = clock.now()): Promise<void> {
    await database.write(async (tx) => {
      // Its row is held: what is written for it from here on finds that its turn is over.
      if ((await turns.keep.run({ id, was, until: was }, tx)) !== 1) return;
      const next = await deliveries.firstWaiting.first({ webhook: id }, tx);
      const dueAt = next ? Math.max(next.not_before, notBefore) : null;
      await turns.end.run({ id, dueAt }, tx);
    });
  }

  /** Nothing when another process has the webhook in hand by now, or it is gone. */
  async function attempt(
    webhook: WebhookRow,
    delivery: DeliveryRow,
    was: number,
  ): Promise<{ readonly until: number; readonly isSilent: boolean } | undefined> {
    const { message, resource, event } = delivery;
    const body = bodyOf(delivery);
    const begun = clock.now();
    const began = performance.now();
    const secret = webhook.secret === null ? undefined : parts.sealing.open(webhook.secret);
    const isUnreadable = webhook.secret !== null && secret === undefined;
    const headers = signatureHeaders({ message, body, secret, now: begun });
    const posted = isUnreadable ? UNREADABLE : await parts.post(webhook.target_url, body, headers);
    const took = Math.round(performance.now() - began);
    const isSilent = posted.status === undefined && !isUnreadable;
    if (!isUnreadable) places.heard(webhook, !isSilent);
    const { site, account, target_url: targetUrl } = webhook;
    parts.attempted?.({ site, account, targetUrl, resource, event, message, body, posted, took });
    const until = clock.now() + CLAIM;
    const isOurs = await database.write(async (tx) => {
      if ((await turns.keep.run({ id: webhook.id, was, until }, tx)) !== 1) return false;
      await putDown(tx, webhook, delivery, { begun, took, posted });
      return true;
    });
    return isOurs ? { until, isSilent } : undefined;
  }

  /** What came of it, and whether the webhook is switched off. */
  async function putDown(
    tx: Executor,
    webhook: WebhookRow,
    { id, attempts, counted_from: countedFrom }: DeliveryRow,
    { begun, took, posted }: { readonly begun: number; readonly took: number; readonly posted: Posted },
  ): Promise<void> {
    const { status, problem = null, answer } = posted;
    const failed = problem !== null;
    const now = clock.now();
    const tries = attempts + 1 - countedFrom;
    const isOver = !failed || tries >= MOST_TRIES;
    const state = failed ? (isOver ? 'FAILED' : 'WAITING') : 'DONE';
    const notBefore = isOver ? now : now + pauseAfter(tries, random);
    await deliveries.finish.run({ id, state, not_before: notBefore, ended_at: isOver ? now : null }, tx);
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
  }

  /** It is off, or its creator's account is not in use (documented of one that is deleted). */
  async function switchOff({ id }: WebhookRow): Promise<void> {
    await database.write(async (tx) => {
      await statements.disable.run({ id, now: null }, tx);
      await deliveries.hold.run({ webhook: id }, tx);
    });
  }

  function wake(): void {
    if (timer && !ending.signal.aborted) looks.drain().catch(parts.report);
  }

  return {
    wake,

    /** Delivers all that is due, for tests and for the end of a command. */
    async drain(): Promise<void> {
      for (;;) {
        await looks.drain();
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
      await looks.underWay()?.catch(() => {});
      await Promise.all(busy.values());
    },
  };
}

function dueOf({ id, site, target_url }: FirstOfHost): DueWebhook[] {
  return id === null || site === null || target_url === null ? [] : [{ id, site, target_url }];
}
