/**
 * What happened. An event is recorded in the transaction that did it, and handed to everybody who listens when that is
 * on disk: at least once, in order for each session and each account, by whichever process comes first.
 */
import type { AccountEvent } from './accounts/account-events.ts';
import type { Clock } from './clock.ts';
import type { Database, Executor } from './database/database.ts';
import { type Listening, openDelivery } from './events/delivery.ts';
import { eventStatements, type WaitingEvent } from './events/event-statements.ts';
import type { RecordingEvent, TranscriptEvent } from './recordings/recording-events.ts';
import { openRounds } from './rounds.ts';
import { readEvent, type SessionEvent, writtenEvent } from './sessions/session-events.ts';
import type { Site } from './sites/site.ts';

export type SiteEvent = SessionEvent | AccountEvent | RecordingEvent | TranscriptEvent;

export interface Happened {
  readonly id: number;
  readonly site: Site;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly event: SiteEvent;
}

/**
 * Reads what it needs to know, and gives what it has to write, if anything. That is written in one transaction with the
 * event's having been handed on, and so exactly once; when it throws, both are tried again later. What leaves the
 * database waits for COMMIT (`database.afterCommit`).
 */
export type Listener = (happened: Happened) => Promise<Write | undefined>;
export type Write = (tx: Executor) => Promise<void>;

export interface EventsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly site: (id: number) => Promise<Site | undefined> | Site | undefined;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type Events = ReturnType<typeof openEvents>;

/** The longest time between two looks, since other processes may end while events of theirs wait. */
const LONGEST_REST = 5_000;

/** How long an event is kept after it was handed on. */
const KEPT_FOR = 24 * 3_600_000;
const SWEEP_EVERY = 10 * 60_000;
const SWEPT_AT_ONCE = 500;

export function openEvents({ database, clock, site: siteOf, report }: EventsParts) {
  const statements = eventStatements(database);
  const listeners: Listening[] = [];
  const deliver = openDelivery({ database, clock, statements, listeners, read, report });
  const rounds = openRounds(deliver);
  let timer: NodeJS.Timeout | undefined;
  let sweptAt = 0;
  let stopping = false;

  async function read({ id, site: siteId, happened_at: at, document }: WaitingEvent): Promise<Happened> {
    const site = await siteOf(siteId);
    if (!site) throw new Error(`event ${id} is of no site`);
    return { id, site, at, event: readEvent(document) as SiteEvent };
  }

  function wake(): void {
    if (timer && !stopping) rounds.drain().catch(report);
  }

  /** Drops what was handed on long ago; true when there may be more. */
  async function sweep(): Promise<boolean> {
    const before = clock.now() - KEPT_FOR;
    return (await statements.sweep.run({ before, most: SWEPT_AT_ONCE })) === SWEPT_AT_ONCE;
  }

  function look(): void {
    wake();
    if (clock.now() - sweptAt < SWEEP_EVERY) return;
    sweptAt = clock.now();
    (async () => {
      while (!stopping && (await sweep()));
    })().catch(report);
  }

  return {
    /** Writes down what happened, inside the transaction that does it. */
    async record(tx: Executor, site: Pick<Site, 'id'>, event: SiteEvent): Promise<void> {
      const { kind } = event;
      const document = writtenEvent(event);
      const subject = subjectOf(event);
      await statements.insert.run({ site: site.id, kind, subject, now: clock.now(), document }, tx);
      database.afterCommit(tx, wake);
    },

    /**
     * Everybody listens before the first event is handed on.
     * @param apart the name of a listener that holds up nobody else when it fails: it is handed later what it could not be,
     * in its order
     */
    listen(listener: Listener, apart?: string): void {
      listeners.push({ listener, apart });
    },

    /** Hands on everything that was committed before the call; how many that were. */
    drain: rounds.drain,
    sweep,

    /** From now on events are handed on by themselves; at once what a process left that was killed. */
    start(): void {
      timer ??= setInterval(look, LONGEST_REST).unref();
      look();
    },

    /** Waits for what is under way; the rest is left to the next process. */
    async stop(): Promise<void> {
      stopping = true;
      clearInterval(timer);
      await rounds.underWay()?.catch(() => {});
    },
  };
}

/** The events of one subject keep their order. */
function subjectOf(event: SiteEvent): string {
  if ('sessionKey' in event) return `session ${event.sessionKey}`;
  if ('account' in event) return `account ${event.account.id}`;
  return `recording ${event.recording}`;
}
