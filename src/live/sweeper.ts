/**
 * Clears up after those who went without a word: a browser that was closed, a process that was killed. Several
 * processes may sweep at once: each run is held by one of them, and the other finds nothing left to do.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import type { LiveStatements } from './live-statements.ts';
import { isLocked, type Runs } from './runs.ts';

export interface SweeperParts {
  readonly clock: Clock;
  readonly database: Database;
  readonly statements: LiveStatements;
  readonly runs: Runs;
  readonly site: (id: number) => Promise<Site | undefined>;
  /** Clears away what others keep for the people of rooms. */
  readonly besides: () => Promise<void>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

/** Milliseconds between two sweeps of a process. */
const EVERY = 5_000;

/** Runs that one sweep looks after; the next one takes the rest. */
const BATCH = 1000;

/** Milliseconds for which a browser is told how its stay came to its end. */
const KEPT = 24 * 3_600_000;

interface Found {
  readonly site: number;
  readonly session_key: number;
}

export type Sweeper = ReturnType<typeof openSweeper>;

export function openSweeper(parts: SweeperParts) {
  const { clock, database, statements, runs, site: siteOf, besides, report } = parts;
  let timer: NodeJS.Timeout | undefined;
  /** The seconds, of the process, in which a sweep is due beside those. */
  const due = new Map<number, NodeJS.Timeout>();
  let running: Promise<void> = Promise.resolve();
  let stopping = false;

  async function endLost({ site: id, session_key: key }: Found): Promise<void> {
    const site = await siteOf(id);
    if (site) await database.write((tx) => runs.held(tx, site, key));
  }

  async function lock({ site: id, session_key: key }: Found): Promise<void> {
    const site = await siteOf(id);
    if (!site) return;
    await database.write(async (tx) => {
      const run = await runs.held(tx, site, key);
      if (run && run.lock_at !== null && isLocked(run, clock.now())) await runs.lock(tx, run, true);
    });
  }

  /** A look costs no write. */
  async function sweepAll(): Promise<void> {
    const lost = await statements.runsToSweep.all({ now: clock.now(), most: BATCH });
    for (const run of lost) if (!stopping) await endLost(run);
    for (const run of await statements.runsToLock.all({ now: clock.now() })) if (!stopping) await lock(run);
    const before = clock.now() - KEPT;
    if (!stopping && (await statements.oldStay.first({ before })))
      await statements.dropOldStays.run({ before });
    if (!stopping) await besides();
  }

  /** Ends the stays whose lease is over, and what nobody is in any more; one sweep after the other. */
  function sweep(): Promise<void> {
    running = running.catch(() => {}).then(() => (stopping ? undefined : sweepAll()));
    return running;
  }

  const sweepAside = () => void sweep().catch(report);

  return {
    sweep,

    /** From now on it is done by itself; at once for what a process left that was killed. */
    start(): void {
      timer ??= setInterval(sweepAside, EVERY).unref();
      sweepAside();
    },

    /** Somebody's lease ends in so many milliseconds, as far as is known here: they are not to stand there for longer. */
    after(milliseconds: number): void {
      const second = Math.ceil((performance.now() + milliseconds) / 1000);
      if (stopping || due.has(second)) return;
      const sweepThen = () => {
        due.delete(second);
        sweepAside();
      };
      due.set(second, setTimeout(sweepThen, second * 1000 - performance.now()).unref());
    },

    /** Waits for what is under way. */
    async stop(): Promise<void> {
      stopping = true;
      clearInterval(timer);
      for (const one of due.values()) clearTimeout(one);
      await running.catch(() => {});
    },
  };
}
