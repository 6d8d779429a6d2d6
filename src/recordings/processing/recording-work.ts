/**
 * Makes recordings ready, one after the other in each process. What waits is a row, taken on a lease: a process that is
 * killed loses nothing, and another one, or itself when it is back, begins that recording again.
 */
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import { openRounds } from '../../rounds.ts';
import type { Recording } from '../recording.ts';
import { recordingOf } from '../recording-rows.ts';
import { type Recordings, WAITING } from '../recordings.ts';
import { type RecordingStore, StoreFull } from '../store/recording-store.ts';
import type { MakeReady } from './make-ready.ts';
import type { WorkFolder } from './work-folder.ts';

export interface RecordingWorkParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly recordings: Recordings;
  readonly store: Pick<RecordingStore, 'put'>;
  readonly folder: WorkFolder;
  readonly makeReady: MakeReady;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

export type RecordingWork = ReturnType<typeof openRecordingWork>;

/** Milliseconds for which a recording is a process's own, and between two times that it says so. */
const LEASE = 90_000;
const RENEW_EVERY = 20_000;

/** The longest time between two looks, since other processes may end while they have one. */
const LOOK_EVERY = 15_000;

/** Milliseconds until the next attempt: for each one before, and when the disk is full. */
const REST = 30_000;
const REST_WHEN_FULL = 5 * 60_000;

/** A process may be killed while it makes one ready; so often it was not by chance. */
const MOST_ATTEMPTS = 5;

interface Taken {
  readonly recording: Recording;
  /** This one counts. */
  readonly attempts: number;
}

export function openRecordingWork(parts: RecordingWorkParts) {
  const { database, clock, recordings, folder, makeReady, report } = parts;
  const { statements } = recordings;
  let stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => void) | undefined;
  const rounds = openRounds(workAll, () => !stopping.signal.aborted);

  async function take(): Promise<Taken | undefined> {
    // A look costs no write.
    if (!(await statements.anyWaiting.first({ now: clock.now() }))) return undefined;
    return database.write(async (tx) => {
      const now = clock.now();
      const row = await statements.waiting.first({ now }, tx);
      if (!row) return undefined;
      await statements.lease.run({ id: row.id, until: now + LEASE }, tx);
      return { recording: recordingOf(row), attempts: row.attempts + 1 };
    });
  }

  async function work({ recording, attempts }: Taken): Promise<void> {
    const { id } = recording;
    const lost = new AbortController();
    const renewing = setInterval(() => {
      Promise.resolve(statements.renew.run({ id, attempts, until: clock.now() + LEASE })).then((renewed) => {
        if (renewed === 0) lost.abort(new LeaseLost());
      }, report);
    }, RENEW_EVERY);
    const signal = AbortSignal.any([stopping.signal, lost.signal]);
    let path: string | undefined;
    try {
      if (attempts > MOST_ATTEMPTS) {
        await recordings.settle(id, await makeReady.giveUp(recording));
        return;
      }
      path = await folder.take(id, attempts);
      await recordings.settle(id, await makeReady.make(recording, { folder: path, signal }));
    } catch (error) {
      await putBack({ recording, attempts }, error);
    } finally {
      clearInterval(renewing);
      if (path !== undefined) await folder.drop(path).catch(report);
    }
  }

  /** For another time. */
  async function putBack({ recording: { id }, attempts }: Taken, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    const [isFull, isStopped] = [error instanceof StoreFull, stopping.signal.aborted];
    if (!isStopped) report(error);
    const rest = isFull ? REST_WHEN_FULL : REST * attempts;
    const until = isStopped ? 0 : clock.now() + rest;
    // What is not the fault of the recording does not count.
    const counted = isStopped || isFull ? attempts - 1 : attempts;
    await database.write(async (tx) => {
      const row = await statements.held.first({ id }, tx);
      if (row?.state !== 'PROCESSING' || row.attempts !== attempts) return;
      if (isFull) await recordings.become(tx, id, { state: 'PROCESSING', document: { problem: 'full' } });
      await statements.putBack.run({ id, attempts: counted, until }, tx);
    });
  }

  async function workAll(): Promise<number> {
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
    /** Resolves when nothing waits any more that can be made ready now. */
    drain: rounds.drain,

    /** From now on it is done by itself; at once for what a process left that was killed. */
    start(): void {
      if (timer) return;
      stopping = new AbortController();
      timer = setInterval(wake, LOOK_EVERY).unref();
      unlisten = database.listen((topic) => {
        if (topic === undefined || topic === WAITING) wake();
      });
      const isUnderWay = async (id: number) => (await statements.held.first({ id }))?.state === 'PROCESSING';
      folder.sweep(isUnderWay).catch(report);
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
