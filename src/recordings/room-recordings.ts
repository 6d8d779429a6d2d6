/**
 * What is recorded in rooms. The bytes go to the store before the database says that they are there: a part that is
 * acknowledged is on disk, and one that is not can be sent again. A recording ends with what is there, whoever ends it.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import type { Random } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { openPartTaker } from './part-taker.ts';
import type { Recording } from './recording.ts';
import type { Recordings } from './recordings.ts';
import {
  isMediaType,
  LAST_PARTS,
  MOST_SEGMENTS,
  type NewRoomRecording,
  type RecordedSegment,
  type RoomRecording,
  SILENCE,
} from './room-recording.ts';
import { type RoomRecordingRow, roomRecordingStatements } from './room-recording-statements.ts';
import type { RecordingStore } from './store/recording-store.ts';

export interface RoomRecordingsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly store: RecordingStore;
  readonly recordings: Pick<Recordings, 'add' | 'become' | 'spaceUsed'>;
}

export type RoomRecordings = ReturnType<typeof openRoomRecordings>;

export function openRoomRecordings({ database, clock, random, store, recordings }: RoomRecordingsParts) {
  const statements = roomRecordingStatements(database);
  const take = openPartTaker({ database, clock, random, store, statements, spaceUsed: recordings.spaceUsed });

  async function isFull(site: Site, tx?: Executor): Promise<boolean> {
    const { quota } = site.settings.recordings;
    if (quota === 0) return false;
    return (await recordings.spaceUsed(site, tx)) >= quota * 1_000_000;
  }

  /** What is there is kept and made ready; of one of which nothing has come there is nothing. */
  async function end(tx: Executor, { id }: Pick<RoomRecordingRow, 'id'>): Promise<void> {
    const row = await statements.held.first({ id }, tx);
    if (row?.state !== 'RECORDING') return;
    const isEmpty = row.bytes === 0;
    await statements.end.run({ id, state: isEmpty ? 'FAILED' : 'STOPPED', at: clock.now() }, tx);
    if (row.recording === null) return;
    await recordings.become(
      tx,
      row.recording,
      isEmpty ? { state: 'FAILED', document: { problem: 'empty' } } : { state: 'PROCESSING' },
    );
  }

  /** Does something with the recording that is made of a run; gives nothing when none is. */
  async function withRunning<T>(
    tx: Executor,
    run: number,
    work: (row: RoomRecordingRow) => Promise<T>,
  ): Promise<T | undefined> {
    const found = await statements.ofRun.first({ run }, tx);
    const row = found && (await statements.held.first({ id: found.id }, tx));
    return row?.state === 'RECORDING' ? work(row) : undefined;
  }

  /** What has come of a recording, in the order in which it was recorded. A segment of which nothing came has no parts. */
  async function segmentsOf({
    id: recording,
  }: Pick<RoomRecording, 'id'>): Promise<readonly RecordedSegment[]> {
    const segments: RecordedSegment[] = [];
    for (const { id, media_type, started_at } of await statements.segmentsOf.all({ recording })) {
      const parts = await statements.partsOf.all({ segment: id });
      segments.push({ mediaType: media_type, startedAt: started_at, parts });
    }
    return segments;
  }

  return {
    take,

    /** The recording that is made of a run now. */
    async ofRun(run: number): Promise<RoomRecording | undefined> {
      const row = await statements.ofRun.first({ run });
      return row && recordingOf(row);
    },

    async find(publicId: string): Promise<RoomRecording | undefined> {
      const row = await statements.byPublicId.first({ publicId });
      return row && recordingOf(row);
    },

    segmentsOf,

    /** The same of that which a recording is made of; nothing of one that has come from elsewhere. */
    async segmentsFor({
      id: recording,
    }: Pick<Recording, 'id'>): Promise<readonly RecordedSegment[] | undefined> {
      const row = await statements.ofRecording.first({ recording });
      return row && segmentsOf(row);
    },

    /**
     * Begins to record; inside a write that holds the run.
     * @returns why not: the run is recorded already, or the site's recordings take up what they may
     */
    async begin(tx: Executor, site: Site, recording: NewRoomRecording): Promise<'begun' | 'runs' | 'quota'> {
      const before = await statements.ofRun.first({ run: recording.run }, tx);
      if (before && !(before.ending_at !== null && before.ending_at <= clock.now() - LAST_PARTS))
        return 'runs';
      if (before) await end(tx, before);
      if (await isFull(site, tx)) return 'quota';
      const { run, host, name, recorder, sessionKey } = recording;
      const public_id = random.bytes(16).toString('base64url');
      const row = { public_id, site: site.id, run, session_key: sessionKey, host, name, recorder };
      const { id } = await recordings.add(tx, site, { ...recording, state: 'RECORDING', format: 'WEBM' });
      await statements.add.run({ ...row, started_at: clock.now(), recording: id }, tx);
      return 'begun';
    },

    /**
     * The recorder begins to write anew: at the start, after a reload and after a pause.
     * @returns the number of the segment; nothing when it has ended, or there are too many
     */
    async segment(
      tx: Executor,
      run: number,
      recorder: number,
      mediaType: string,
    ): Promise<number | undefined> {
      if (!isMediaType(mediaType)) return undefined;
      return withRunning(tx, run, async ({ id, recorder: own, segments, ending_at }) => {
        if (own !== recorder || ending_at !== null || segments >= MOST_SEGMENTS) return undefined;
        const at = clock.now();
        await statements.addSegment.run({ recording: id, number: segments, mediaType, at }, tx);
        await statements.setSegments.run({ id, segments: segments + 1, at }, tx);
        return segments;
      });
    },

    /** Its recorder ends the segment then. */
    async pause(tx: Executor, run: number): Promise<void> {
      await withRunning(tx, run, async ({ id, paused_at }) => {
        const at = clock.now();
        if (paused_at === null) await statements.setPaused.run({ id, pausedAt: at, at }, tx);
      });
    },

    /** Its recorder begins a segment then. */
    async resume(tx: Executor, run: number): Promise<void> {
      await withRunning(tx, run, async ({ id }) => {
        await statements.setPaused.run({ id, pausedAt: null, at: clock.now() }, tx);
      });
    },

    /** Somebody stops it: the last parts may still come, until its recorder says that they are there (`over`). */
    async stop(tx: Executor, run: number): Promise<void> {
      await withRunning(tx, run, async ({ id, ending_at }) => {
        if (ending_at === null) await statements.setEnding.run({ id, at: clock.now() }, tx);
      });
    },

    /**
     * The run is over, or the recorder has gone or has nothing more to bring.
     * @param whose that of this recorder alone, or of any but this one
     * @returns whether a recording ended with it
     */
    async over(
      tx: Executor,
      run: number,
      whose: { readonly recorder?: number; readonly but?: number },
    ): Promise<boolean> {
      const done = await withRunning(tx, run, async (row) => {
        if (row.recorder !== (whose.recorder ?? row.recorder) || row.recorder === whose.but) return false;
        await end(tx, row);
        return true;
      });
      return done ?? false;
    },

    /** Ends those of whose recorder nothing has been heard; those that pause wait. */
    async sweep(): Promise<void> {
      for (const found of await statements.silent.all({ before: clock.now() - SILENCE })) {
        await database.write(async (tx) => {
          const row = await statements.held.first({ id: found.id }, tx);
          if (row && (row.paused_at === null || row.ending_at !== null)) await end(tx, row);
        });
      }
    },
  };
}

function recordingOf(row: RoomRecordingRow): RoomRecording {
  return {
    id: row.id,
    publicId: row.public_id,
    site: row.site,
    run: row.run,
    recorder: row.recorder,
    state: row.state,
    startedAt: row.started_at,
    isPaused: row.paused_at !== null,
    isEnding: row.ending_at !== null,
    bytes: row.bytes,
    recording: row.recording,
  };
}
