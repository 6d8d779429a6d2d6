/**
 * Work on what waits, one after the other in each process. What waits is a row, taken on a lease: a process that is killed
 * loses nothing, and another one, or itself when it is back, begins that row again.
 */
import type { Clock } from '../../clock.ts';
import type { Database, Executor } from '../../database/database.ts';
import type { MaybePromise } from '../../maybe-promise.ts';
import { openRounds } from '../../rounds.ts';
import type { WorkFolder } from './work-folder.ts';

/** One that this process has. */
export interface Leased {
  /** Of the recording. */
  readonly id: number;
  /** This one counts. */
  readonly attempts: number;
}

export interface LeasedWorkParts<T extends Leased> {
  readonly database: Pick<Database, 'listen' | 'write'>;
  readonly clock: Clock;
  readonly folder: Pick<WorkFolder, 'sweep'>;
  /** Announced when something waits. */
  readonly topic: string;
  /** Milliseconds: the longest time between two looks, since other processes may end while they have one. */
  readonly lookEvery: number;
  /** Whether this process can do it at all; the others wait for one that can. */
  readonly isAble?: () => boolean;
  /** A look costs no write. */
  readonly anyWaiting: (now: number) => MaybePromise<unknown>;
  /** Takes one until then; nothing where somebody else was first. */
  readonly take: (tx: Executor, now: number, until: number) => Promise<T | undefined>;
  /** @returns how many were renewed: none where somebody else has it */
  readonly renew: (taken: T, until: number) => MaybePromise<number>;
  /** Does it, or leaves it for another time. It throws what it is not prepared for. */
  readonly work: (taken: T, signal: AbortSignal) => Promise<void>;
  readonly putBack: (taken: T, error: unknown, isStopped: boolean) => Promise<void>;
  readonly isUnderWay: (id: number) => Promise<boolean>;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

/** Milliseconds for which one is a process's own, and between two times that it says so. */
const LEASE = 90_000;
const RENEW_EVERY = 20_000;

export function openLeasedWork<T extends Leased>(parts: LeasedWorkParts<T>) {
  const { database, clock, folder, topic, lookEvery, isAble = () => true, report } = parts;
  let stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => void) | undefined;
  const rounds = openRounds(workAll, () => !stopping.signal.aborted);

  async function take(): Promise<T | undefined> {
    if (!(await parts.anyWaiting(clock.now()))) return undefined;
    return database.write((tx) => parts.take(tx, clock.now(), clock.now() + LEASE));
  }

  async function work(taken: T): Promise<void> {
    const lost = new AbortController();
    const renewing = setInterval(() => {
      Promise.resolve(parts.renew(taken, clock.now() + LEASE)).then((renewed) => {
        if (renewed === 0) lost.abort(new LeaseLost());
      }, report);
    }, RENEW_EVERY);
    try {
      await parts.work(taken, AbortSignal.any([stopping.signal, lost.signal]));
    } catch (error) {
      if (!(error instanceof LeaseLost)) await parts.putBack(taken, error, stopping.signal.aborted);
    } finally {
      clearInterval(renewing);
    }
  }

  async function workAll(): Promise<number> {
    if (!isAble()) return 0;
    let worked = 0;
    for (let taken = await take(); taken; taken = await take()) {
      await work(taken);
      worked += 1;
      if (stopping.signal.aborted) break;
    }
    return worked;
  }

  function wake(): void {
    if (timer && !stopping.signal.aborted) rounds.drain().catch(report);
  }

  return {
    /** Resolves when nothing waits any more that can be done now. */
    drain: rounds.drain,

    /** From now on it is done by itself; at once for what a process left that was killed. */
    start(): void {
      if (timer || !isAble()) return;
      stopping = new AbortController();
      timer = setInterval(wake, lookEvery).unref();
      unlisten = database.listen((announced) => {
        if (announced === undefined || announced === topic) wake();
      });
      folder.sweep(parts.isUnderWay).catch(report);
      wake();
    },

    /** What is under way is begun again by whoever comes first. */
    async stop(): Promise<void> {
      stopping.abort(new Error('the process ends'));
      clearInterval(timer);
      timer = undefined;
      unlisten?.();
      await rounds.underWay()?.catch(report);
    },
  };
}

/** Somebody else has it, or it is gone. */
class LeaseLost extends Error {}
