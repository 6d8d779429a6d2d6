/** Makes recordings ready, one after the other in each process. */
import type { Clock } from '../../clock.ts';
import type { Database } from '../../database/database.ts';
import type { Recording } from '../recording.ts';
import { recordingOf } from '../recording-rows.ts';
import { type Recordings, WAITING } from '../recordings.ts';
import { type RecordingStore, StoreFull } from '../store/recording-store.ts';
import { type Leased, openLeasedWork } from './leased-work.ts';
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

/** Milliseconds. */
const LOOK_EVERY = 15_000;

/** Milliseconds until the next attempt: for each one before, and when the disk is full. */
const REST = 30_000;
const REST_WHEN_FULL = 5 * 60_000;

/** A process may be killed while it makes one ready; so often it was not by chance. */
const MOST_ATTEMPTS = 5;

interface LeasedRecording extends Leased {
  readonly recording: Recording;
}

export function openRecordingWork(parts: RecordingWorkParts) {
  const { database, clock, recordings, folder, makeReady, report } = parts;
  const { statements } = recordings;

  async function work({ id, recording, attempts }: LeasedRecording, signal: AbortSignal): Promise<void> {
    if (attempts > MOST_ATTEMPTS) {
      await recordings.settle(id, await makeReady.giveUp(recording));
      return;
    }
    const path = await folder.take(id, attempts);
    try {
      await recordings.settle(id, await makeReady.make(recording, { folder: path, signal }));
    } finally {
      await folder.drop(path).catch(report);
    }
  }

  /** For another time. */
  async function putBack(
    { id, attempts }: LeasedRecording,
    error: unknown,
    isStopped: boolean,
  ): Promise<void> {
    const isFull = error instanceof StoreFull;
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

  return openLeasedWork<LeasedRecording>({
    ...{ database, clock, folder, report, work, putBack },
    topic: WAITING,
    lookEvery: LOOK_EVERY,
    anyWaiting: (now) => statements.anyWaiting.first({ now }),
    async take(tx, now, until) {
      const row = await statements.waiting.first({ now }, tx);
      if (!row) return undefined;
      const { id } = row;
      await statements.lease.run({ id, until }, tx);
      return { id, recording: recordingOf(row), attempts: row.attempts + 1 };
    },
    renew: ({ id, attempts }, until) => statements.renew.run({ id, attempts, until }),
    isUnderWay: async (id) => (await statements.held.first({ id }))?.state === 'PROCESSING',
  });
}
