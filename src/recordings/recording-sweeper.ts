/**
 * Ends recordings whose recorder is silent, empties the bin, and clears up what was never kept whole or is known to nobody.
 */
import type { Orphans } from './orphans.ts';
import type { Recordings } from './recordings.ts';
import type { RoomRecordings } from './room-recordings.ts';
import type { RecordingStore } from './store/recording-store.ts';

export interface RecordingSweeperParts {
  readonly store: RecordingStore;
  readonly rooms: Pick<RoomRecordings, 'sweep'>;
  readonly recordings: Pick<Recordings, 'emptyBin'>;
  readonly orphans: Orphans;
  /** Told of what no caller can be told. */
  readonly report: (error: unknown) => void;
}

/** Milliseconds between two looks for silent recorders, and between two looks through the bin and the store. */
const EVERY = 30_000;
const STORE_EVERY = 3_600_000;

export type RecordingSweeper = ReturnType<typeof openRecordingSweeper>;

export function openRecordingSweeper({ store, rooms, recordings, orphans, report }: RecordingSweeperParts) {
  const timers: NodeJS.Timeout[] = [];
  let running: Promise<void> = Promise.resolve();
  let stopping = false;

  /** One after the other. */
  function aside(work: () => Promise<void>): void {
    running = running.then(() => (stopping ? undefined : work())).catch(report);
  }

  return {
    /** From now on it is done by itself; at once for what a process left that was killed. */
    start(): void {
      if (timers.length > 0) return;
      for (const [work, every] of [
        [() => rooms.sweep(), EVERY],
        [() => recordings.emptyBin(), STORE_EVERY],
        [() => store.sweep(), STORE_EVERY],
        [() => orphans.sweep(), STORE_EVERY],
      ] as const) {
        aside(work);
        timers.push(setInterval(aside, every, work).unref());
      }
    },

    /** Waits for what is under way. */
    async stop(): Promise<void> {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
