/**
 * Sends what the outbox has: when something was written down, and by the clock for what is due later or again.
 * Several processes may do so on one database.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import { openRounds } from '../rounds.ts';
import type { Site } from '../sites/site.ts';
import type { DressedMessage } from './mail-logo.ts';
import type { DeliveryOutcome, Mail, Outbox } from './outbox.ts';
import { MailRefused, ServerUnreachable, type Transport } from './transport.ts';

export interface SenderParts {
  readonly database: Database;
  readonly outbox: Outbox;
  /** Who brings mail to a recipient; without one, mail that falls due is kept to be read. */
  readonly carrier: (recipient: string) => Transport | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly site: (id: number) => Promise<Site | undefined>;
  /** The mail as its reader is to see it. */
  readonly dressed: (mail: Mail) => Promise<DressedMessage>;
  /** Ends what carries mail. */
  readonly close: () => void;
  /** Called in the transaction that puts down how a mail went, when nothing more will be tried. */
  readonly settled: (tx: Executor, site: Site, mail: Mail) => Promise<void>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
  readonly tell: (news: MailNews) => void;
  /** Told of every attempt, for the request log. */
  readonly attempted?: (attempt: SendingAttempt) => void;
}

/** One try to hand a mail over. */
export interface SendingAttempt {
  readonly mail: Mail;
  /** Milliseconds. */
  readonly took: number;
  /** What went wrong; nothing when it was taken. */
  readonly problem: string | undefined;
  /** No further attempt follows. */
  readonly isGivenUp: boolean;
}

/** What whoever runs the installation must know: that mail cannot be sent, that it can again, what was given up. */
export type MailNews =
  | { readonly kind: 'failing'; readonly problem: string }
  | { readonly kind: 'recovered' }
  | { readonly kind: 'given-up'; readonly mail: Mail; readonly problem: string };

export type Sender = ReturnType<typeof openSender>;

const MINUTE = 60_000;

/** How long a mail stays with the process that took it; longer than an attempt can last. */
const CLAIM = 15 * MINUTE;
const BATCH = 20;

const FIRST_DELAY = MINUTE;
const LONGEST_DELAY = 6 * 60 * MINUTE;

/** From when it was due: then it has failed. */
const GIVE_UP_AFTER = 3 * 24 * 60 * MINUTE;

/** The longest time between two looks, since other processes write mail too, or end while they have some. */
const LONGEST_REST = 30_000;

/** When the process ends, mail that is on its way has this long. */
const PATIENCE = 5_000;

const LONGEST_PROBLEM = 500;

export function openSender(parts: SenderParts) {
  const { database, outbox, carrier, clock, random } = parts;
  let timer: NodeJS.Timeout | undefined;
  const rounds = openRounds(sendAll, () => !stopping);
  let started = false;
  let stopping = false;
  const failing = new Set<Transport>();

  async function sendAll(): Promise<number> {
    let sent = 0;
    while (!stopping) {
      // A look costs no write.
      const soonest = await outbox.soonest();
      if (soonest === undefined || soonest > clock.now()) return sent;
      const mails = await outbox.claim(clock.now() + CLAIM, BATCH);
      if (mails.length === 0) return sent;
      const results = await Promise.allSettled(mails.map(deliver));
      sent += results.filter((result) => result.status === 'fulfilled' && result.value === 'SENT').length;
      for (const result of results) if (result.status === 'rejected') parts.report(result.reason);
      // A server that is down is not asked for every mail of a long queue.
      if (results.every((result) => result.status === 'rejected' || result.value === 'unreachable'))
        return sent;
    }
    return sent;
  }

  /** Never gives up a mail for what the database says: the claim runs out, and it is tried again. */
  async function deliver(mail: Mail): Promise<DeliveryOutcome['state'] | 'unreachable'> {
    if (stopping) {
      await outbox.giveBack(mail);
      return 'WAITING';
    }
    const { outcome, unreachable = false } = await attempt(mail);
    const site = await parts.site(mail.site);
    await database.write(async (tx) => {
      const mine = await outbox.finish(tx, mail, outcome);
      if (mine && site && outcome.state !== 'WAITING') await parts.settled(tx, site, mail);
    });
    return unreachable ? 'unreachable' : outcome.state;
  }

  async function attempt(mail: Mail): Promise<{ outcome: DeliveryOutcome; unreachable?: boolean }> {
    const now = clock.now();
    if (mail.occurrence && mail.occurrence.endAt <= now) {
      return { outcome: { state: 'FAILED', problem: 'It was over before this could be sent.' } };
    }
    const transport = carrier(mail.recipient);
    if (!transport) return { outcome: { state: 'KEPT' } };
    const message = await parts.dressed(mail);
    const began = performance.now();
    const tell = (problem: string | undefined, isGivenUp: boolean) =>
      parts.attempted?.({ mail, took: performance.now() - began, problem, isGivenUp });
    try {
      await transport.send({ token: mail.token, message });
      tell(undefined, false);
      if (failing.delete(transport) && failing.size === 0) parts.tell({ kind: 'recovered' });
      return { outcome: { state: 'SENT' } };
    } catch (error) {
      const problem = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_PROBLEM);
      const isGivenUp = error instanceof MailRefused || now - mail.dueAt >= GIVE_UP_AFTER;
      tell(problem, isGivenUp);
      if (isGivenUp) {
        parts.tell({ kind: 'given-up', mail, problem });
        return { outcome: { state: 'FAILED', problem } };
      }
      // Once, until it works again: a queue of a thousand mails is one piece of news.
      if (!failing.has(transport)) parts.tell({ kind: 'failing', problem });
      failing.add(transport);
      const notBefore = now + delayAfter(mail.attempts, random);
      return {
        outcome: { state: 'WAITING', problem, notBefore },
        unreachable: error instanceof ServerUnreachable,
      };
    }
  }

  async function rest(): Promise<void> {
    if (!started || stopping) return;
    const soonest = await outbox.soonest();
    const wait = soonest === undefined ? LONGEST_REST : soonest - clock.now();
    clearTimeout(timer);
    timer = setTimeout(wake, wait > 0 ? Math.min(wait, LONGEST_REST) : LONGEST_REST);
    timer.unref();
  }

  /** Waits for what is under way, but no longer than that. */
  async function underWay(milliseconds: number): Promise<void> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const patience = setTimeout(resolve, milliseconds);
    await Promise.race([rounds.underWay()?.catch(() => {}), late]);
    clearTimeout(patience);
  }

  /** Looks after mail without keeping anybody waiting. */
  function wake(): void {
    if (!started || stopping) return;
    rounds.drain().catch(parts.report).then(rest).catch(parts.report);
  }

  return {
    /** Sends what is due; the number of mails that went out. Whoever calls while it runs gets the same answer. */
    drain: rounds.drain,
    wake,

    /** From now on mail is sent by itself. */
    start(): void {
      started = true;
      wake();
    },

    /** Lets the mail that is on its way arrive; what cannot in time is left to the next process. */
    async stop(): Promise<void> {
      stopping = true;
      clearTimeout(timer);
      await underWay(PATIENCE);
      parts.close();
      await underWay(PATIENCE / 5);
    },
  };
}

/** Doubles from one minute to six hours, give or take a quarter, so that a queue does not come all at once. */
function delayAfter(attempts: number, random: Random): number {
  const delay = Math.min(FIRST_DELAY * 2 ** Math.max(0, attempts - 1), LONGEST_DELAY);
  const chance = random.bytes(4).readUInt32BE() / 0xffffffff;
  return Math.round(delay * (0.75 + chance / 2));
}
