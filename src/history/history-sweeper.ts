/**
 * Deletes the history that a site keeps no longer, in steps that hold up nobody for long. Several processes may sweep at
 * once: a row is deleted by one of them, which takes it off the kept counts.
 */
import type { Clock } from '../clock.ts';
import type { Database, HistoryBound, UsageTable } from '../database/database.ts';
import { SERVICE_TYPES, type ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { keptSince } from './bounds.ts';
import { dayOf } from './days.ts';
import { historyStatements } from './history-statements.ts';

export interface HistorySweeperParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly sites: {
    names(): Promise<string[]>;
    byName(name: string): Promise<Site | undefined> | Site | undefined;
  };
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

/** Milliseconds between two sweeps of a process. */
const EVERY = 3_600_000;

/** Rows of one step: sessions, or stays in them. A session goes whole. */
const STEP = 500;

type Old = Pick<UsageTable, 'id' | 'site' | 'service' | 'audio_only' | 'stays'> & {
  readonly started_at: number;
  readonly ended_at: number;
};

export type HistorySweeper = ReturnType<typeof openHistorySweeper>;

export function openHistorySweeper({ database, clock, sites, report }: HistorySweeperParts) {
  const { builder } = database;
  const statements = historyStatements(database);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopping = false;

  async function sweepAll(): Promise<void> {
    for (const name of await sites.names()) {
      const site = await sites.byName(name);
      const before = site && keptSince(site, clock.now());
      if (site === undefined || before === undefined) continue;
      for (const service of SERVICE_TYPES) {
        let more = true;
        while (more && !stopping) more = await step(site, service, before);
      }
    }
  }

  /** Whether there may be more. */
  async function step(site: Site, service: ServiceType, before: number): Promise<boolean> {
    const old = await database.all(
      builder
        .selectFrom('usage')
        .select(['id', 'stays'])
        .where('site', '=', site.id)
        .where('service', '=', service)
        .where('ended_at', '<', before)
        .orderBy('ended_at')
        .limit(STEP)
        .compile(),
    );
    const ids = firstOf(old);
    if (ids.length === 0) return false;
    await database.write(async (tx) => {
      const query = builder
        .deleteFrom('usage')
        .where('id', 'in', ids)
        .returning(['id', 'site', 'service', 'audio_only', 'stays', 'started_at', 'ended_at']);
      const gone = await tx.all(query.compile());
      for (const count of countsOf(gone.map((row) => ({ ...row, ended_at: row.ended_at ?? 0 })))) {
        await statements.count.run(count, tx);
      }
    });
    return ids.length < old.length || old.length === STEP;
  }

  /** One sweep after the other. */
  function sweep(): Promise<void> {
    running = running.catch(() => {}).then(() => (stopping ? undefined : sweepAll()));
    return running;
  }

  const sweepAside = () => void sweep().catch(report);

  return {
    sweep,

    /** From now on it is done by itself. */
    start(): void {
      timer ??= setInterval(sweepAside, EVERY).unref();
      sweepAside();
    },

    /** Waits for the step that is under way. */
    async stop(): Promise<void> {
      stopping = true;
      clearInterval(timer);
      await running.catch(() => {});
    },
  };
}

/** As many as a step deletes, and one at least. */
function firstOf(old: readonly Pick<UsageTable, 'id' | 'stays'>[]): number[] {
  let stays = 0;
  return old
    .filter((one, at) => {
      stays += one.stays;
      return at === 0 || stays <= STEP;
    })
    .map(({ id }) => id);
}

/** What the counts lose: ends before starts, and in the order of the days, so that two writes never wait for each other. */
function countsOf(gone: readonly Old[]) {
  const counts = new Map<string, ReturnType<typeof countOf>>();
  for (const bound of ['END', 'START'] as const) {
    for (const row of gone) {
      const count = countOf(row, bound);
      const key = `${bound} ${count.day} ${count.audio_only}`;
      const before = counts.get(key);
      counts.set(key, {
        ...count,
        usages: (before?.usages ?? 0) + count.usages,
        attendances: (before?.attendances ?? 0) + count.attendances,
      });
    }
  }
  return [...counts.values()].sort(
    (one, other) =>
      one.bound.localeCompare(other.bound) || one.day - other.day || one.audio_only - other.audio_only,
  );
}

function countOf({ site, service, audio_only, stays, ...row }: Old, bound: HistoryBound) {
  const day = dayOf(bound === 'END' ? row.ended_at : row.started_at);
  return { site, service, audio_only, bound, day, usages: -1, attendances: -stays, longest: 0 };
}
