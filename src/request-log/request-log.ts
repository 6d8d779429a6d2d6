/**
 * One log of every call, page and mail, for those who look after them. It is bounded, it keeps nobody waiting, and it
 * may lose its last moments: what must not be lost is in the database.
 */
import { AsyncResource } from 'node:async_hooks';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Settings } from '../settings.ts';
import type { NewEntry } from './entry.ts';
import { LogBuffer } from './log-buffer.ts';
import {
  afterQuery,
  type EntryFilter,
  type LogPlace,
  type LogScope,
  lastLookedAtQuery,
  listQuery,
} from './log-query.ts';
import { type EntryRow, LINE_COLUMNS, type LineRow } from './log-row.ts';
import { openLogStore } from './log-store.ts';
import { newestEntry, sweepLog } from './log-sweeper.ts';

export interface RequestLogParts {
  readonly settings: Settings;
  readonly database: Database;
  readonly clock: Clock;
  /** Where it lies with SQLite; in memory without. */
  readonly file?: string | undefined;
  /** For entries that no request has. */
  readonly nextId: () => string;
  readonly report: (error: unknown) => void;
}

export interface ListedEntries {
  /** Newest first. */
  readonly rows: readonly LineRow[];
  /** Where to go on; nothing at the end. */
  readonly next: LogPlace | undefined;
}

export type RequestLog = ReturnType<typeof openRequestLog>;

/** Bodies that are taken up at once, and from then on in a second: whoever reads them reads a few. */
const BODIES_AT_ONCE = 100;
const BODIES_A_SECOND = 20;

/** In memory there is no room for more. */
const MOST_IN_MEMORY = 20_000;

/** Entries after which the bounds are looked at. */
const SWEEP_AFTER = 5_000;
const HOUR = 60 * 60_000;
/** Megabytes of the setting, in letters. */
const MEGABYTE = 1_000_000;

export function openRequestLog({ settings, database, clock, file, nextId, report }: RequestLogParts) {
  const store = openLogStore(database, file);
  const { builder } = store;
  const isKept = settings.logEntries > 0;
  const bounds = {
    entries: store.isInMemory ? Math.min(settings.logEntries, MOST_IN_MEMORY) : settings.logEntries,
    days: settings.logDays,
    bodies: settings.logBodies * MEGABYTE,
  };
  const listeners = new Set<() => void>();
  // Whatever call notes an entry, what is done with it is no part of that call.
  const outside = new AsyncResource('request-log');
  const buffer = new LogBuffer({ store, nextId, written, report }, (work) => outside.runInAsyncScope(work));
  const bodyPace = { left: BODIES_AT_ONCE, since: performance.now() };
  let sinceSweep = 0;
  let sweeping: Promise<void> | undefined;
  let hourly: NodeJS.Timeout | undefined;

  function written(entries: number): void {
    for (const listener of listeners) listener();
    sinceSweep += entries;
    if (sinceSweep >= SWEEP_AFTER) void sweep();
  }

  function sweep(): Promise<void> {
    sinceSweep = 0;
    sweeping ??= sweepLog(store, bounds, clock.now())
      .catch(report)
      .finally(() => {
        sweeping = undefined;
      });
    return sweeping;
  }

  return {
    /** Notes an entry down: never waits, never throws. */
    note(entry: NewEntry): void {
      if (isKept) buffer.add(entry);
    },

    /**
     * Whether the bodies of one more call are kept, where its site keeps them. Masking costs what a call costs, and
     * under load nobody reads them all.
     */
    takesBodies(): boolean {
      if (!isKept || bounds.bodies === 0) return false;
      const now = performance.now();
      const { left, since } = bodyPace;
      bodyPace.left = Math.min(BODIES_AT_ONCE, left + ((now - since) / 1000) * BODIES_A_SECOND);
      bodyPace.since = now;
      if (bodyPace.left < 1) return false;
      bodyPace.left -= 1;
      return true;
    },

    /** Everything that was noted before can be read. */
    flush: () => buffer.flush(),

    bounds,

    /** Entries that this process has dropped. */
    get dropped(): number {
      return buffer.dropped;
    },

    /** Newest first; a page may be short and go on all the same, because a search looks at a bounded number of entries. */
    async list(
      scope: LogScope,
      filter: EntryFilter,
      before: LogPlace | undefined,
      limit: number,
    ): Promise<ListedEntries> {
      await buffer.flush();
      const rows = await store.all(listQuery(builder, scope, filter, before, limit + 1));
      if (rows.length > limit) {
        const shown = rows.slice(0, limit);
        return { rows: shown, next: shown.at(-1) };
      }
      const [next] = await store.all(lastLookedAtQuery(builder, scope, filter, before));
      return { rows, next };
    },

    /** An entry by its number, or the newest of a request id, whoever's it is: the caller judges. */
    async find(entry: number | string): Promise<EntryRow | undefined> {
      await buffer.flush();
      const [row] = await store.all(
        builder
          .selectFrom('request_log')
          .select([...LINE_COLUMNS, 'detail', 'request', 'response'])
          .where(typeof entry === 'number' ? 'id' : 'request_id', '=', entry)
          .orderBy('id', 'desc')
          .limit(1)
          .compile(),
      );
      return row;
    },

    /** The same of several entries by their numbers, in no order. */
    whole: (ids: readonly number[]): Promise<EntryRow[]> =>
      ids.length === 0
        ? Promise.resolve([])
        : store.all(
            builder
              .selectFrom('request_log')
              .select([...LINE_COLUMNS, 'detail', 'request', 'response'])
              .where('id', 'in', ids)
              .compile(),
          ),

    /** The number of the last entry. */
    newest: () => newestEntry(store),

    /** The number of the oldest entry that is still there; nothing when there is none. */
    async oldest(): Promise<number | undefined> {
      const [row] = await store.all(
        builder.selectFrom('request_log').select('id').orderBy('id').limit(1).compile(),
      );
      return row?.id;
    },

    /** What was written after an entry, up to another one; the oldest first. */
    after: (
      scope: LogScope,
      filter: EntryFilter,
      after: number,
      upTo: number,
      limit: number,
    ): Promise<LineRow[]> => store.all(afterQuery(builder, scope, filter, after, upTo, limit)),

    /** Calls back after this process has written entries. @returns what ends it */
    watch(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** Other processes write entries too, of which this one hears nothing. */
    isShared: store.isShared,

    sweep,

    /** From now on what is too old goes, also when nothing comes. */
    start(): void {
      if (!isKept) return;
      hourly = setInterval(sweep, HOUR);
      hourly.unref();
    },

    async close(): Promise<void> {
      clearInterval(hourly);
      await buffer.flush();
      await sweeping;
      await store.close();
    },
  };
}
