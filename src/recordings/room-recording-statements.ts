/** The statements of what is recorded in rooms, each compiled once. */
import { sql } from 'kysely';
import type { Database, Params, RoomRecordingState, RoomRecordingTable } from '../database/database.ts';
import type { RecordedPart } from './room-recording.ts';

const COLUMNS = [
  'id',
  'public_id',
  'site',
  'run',
  'recorder',
  'state',
  'started_at',
  'paused_at',
  'ending_at',
  'segments',
  'bytes',
  'recording',
] as const satisfies readonly (keyof RoomRecordingTable)[];

export type RoomRecordingRow = Omit<Pick<RoomRecordingTable, (typeof COLUMNS)[number]>, 'id'> & {
  readonly id: number;
};

export interface SegmentRow {
  readonly id: number;
  readonly media_type: string;
  readonly parts: number;
}

type NewRow = Pick<
  RoomRecordingTable,
  'public_id' | 'site' | 'run' | 'session_key' | 'host' | 'name' | 'recorder' | 'started_at' | 'recording'
>;

export type RoomRecordingStatements = ReturnType<typeof roomRecordingStatements>;

export function roomRecordingStatements(database: Database) {
  return {
    add: database.prepare((db, p: Params<NewRow>) =>
      db.insertInto('room_recording').values({
        public_id: p('public_id'),
        site: p('site'),
        run: p('run'),
        session_key: p('session_key'),
        host: p('host'),
        name: p('name'),
        recorder: p('recorder'),
        state: 'RECORDING',
        started_at: p('started_at'),
        heard_at: p('started_at'),
        paused_at: null,
        ending_at: null,
        ended_at: null,
        segments: 0,
        bytes: 0,
        recording: p('recording'),
      }),
    ),
    ofRun: database.prepare<{ run: number }, RoomRecordingRow>((db, p) =>
      db
        .selectFrom('room_recording')
        .select(COLUMNS)
        .where('run', '=', p('run'))
        .where('state', '=', sql.lit('RECORDING')),
    ),
    byPublicId: database.prepare<{ publicId: string }, RoomRecordingRow>((db, p) =>
      db.selectFrom('room_recording').select(COLUMNS).where('public_id', '=', p('publicId')),
    ),
    /** Kept as it is until the write ends. */
    held: database.prepare<{ id: number }, RoomRecordingRow>((db, p) =>
      database.locked(db.selectFrom('room_recording').select(COLUMNS).where('id', '=', p('id'))),
    ),
    silent: database.prepare<{ before: number }, { id: number }>((db, p) =>
      db
        .selectFrom('room_recording')
        .select('id')
        .where('state', '=', sql.lit('RECORDING'))
        .where('heard_at', '<', p('before')),
    ),
    segment: database.prepare<{ recording: number; number: number }, SegmentRow>((db, p) =>
      db
        .selectFrom('recording_segment')
        .select(['id', 'media_type', 'parts'])
        .where('recording', '=', p('recording'))
        .where('number', '=', p('number')),
    ),
    segmentsOf: database.prepare<
      { recording: number },
      { id: number; media_type: string; started_at: number }
    >((db, p) =>
      db
        .selectFrom('recording_segment')
        .select(['id', 'media_type', 'started_at'])
        .where('recording', '=', p('recording'))
        .orderBy('number'),
    ),
    partsOf: database.prepare<{ segment: number }, RecordedPart>((db, p) =>
      db
        .selectFrom('recording_part')
        .select(['name', 'bytes', 'sha256'])
        .where('segment', '=', p('segment'))
        .orderBy('number'),
    ),
    addSegment: database.prepare(
      (db, p: Params<{ recording: number; number: number; mediaType: string; at: number }>) =>
        db.insertInto('recording_segment').values({
          recording: p('recording'),
          number: p('number'),
          media_type: p('mediaType'),
          started_at: p('at'),
          parts: 0,
          bytes: 0,
        }),
    ),
    part: database.prepare<{ segment: number; number: number }, { sha256: Uint8Array }>((db, p) =>
      db
        .selectFrom('recording_part')
        .select('sha256')
        .where('segment', '=', p('segment'))
        .where('number', '=', p('number')),
    ),
    addPart: database.prepare(
      (
        db,
        p: Params<{
          segment: number;
          number: number;
          name: string;
          bytes: number;
          sha256: Buffer;
          at: number;
        }>,
      ) =>
        db.insertInto('recording_part').values({
          segment: p('segment'),
          number: p('number'),
          name: p('name'),
          bytes: p('bytes'),
          sha256: p('sha256'),
          taken_at: p('at'),
        }),
    ),
    grewSegment: database.prepare((db, p: Params<{ id: number; bytes: number }>) =>
      db
        .updateTable('recording_segment')
        .set((eb) => ({ parts: eb('parts', '+', 1), bytes: eb('bytes', '+', p('bytes')) }))
        .where('id', '=', p('id')),
    ),
    grew: database.prepare((db, p: Params<{ id: number; bytes: number; at: number }>) =>
      db
        .updateTable('room_recording')
        .set((eb) => ({ bytes: eb('bytes', '+', p('bytes')), heard_at: p('at') }))
        .where('id', '=', p('id')),
    ),
    setSegments: database.prepare((db, p: Params<{ id: number; segments: number; at: number }>) =>
      db
        .updateTable('room_recording')
        .set({ segments: p('segments'), heard_at: p('at'), paused_at: null })
        .where('id', '=', p('id')),
    ),
    setPaused: database.prepare((db, p: Params<{ id: number; pausedAt: number | null; at: number }>) =>
      db
        .updateTable('room_recording')
        .set({ paused_at: p('pausedAt'), heard_at: p('at') })
        .where('id', '=', p('id')),
    ),
    setEnding: database.prepare((db, p: Params<{ id: number; at: number }>) =>
      db
        .updateTable('room_recording')
        .set({ ending_at: p('at'), heard_at: p('at') })
        .where('id', '=', p('id')),
    ),
    end: database.prepare((db, p: Params<{ id: number; state: RoomRecordingState; at: number }>) =>
      db
        .updateTable('room_recording')
        .set({ state: p('state'), ended_at: p('at') })
        .where('id', '=', p('id')),
    ),
    ofRecording: database.prepare<{ recording: number }, { id: number; bytes: number }>((db, p) =>
      db.selectFrom('room_recording').select(['id', 'bytes']).where('recording', '=', p('recording')),
    ),
    /** The parts of all segments, in the order in which they were recorded. */
    partsOfAll: database.prepare<{ id: number }, { name: string }>((db, p) =>
      db
        .selectFrom('recording_part')
        .innerJoin('recording_segment', 'recording_segment.id', 'recording_part.segment')
        .select('recording_part.name')
        .where('recording_segment.recording', '=', p('id'))
        .orderBy('recording_segment.number')
        .orderBy('recording_part.number'),
    ),
    dropSegments: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('recording_segment').where('recording', '=', p('id')),
    ),
    setEmpty: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('room_recording').set({ bytes: 0 }).where('id', '=', p('id')),
    ),
    drop: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('room_recording').where('id', '=', p('id')),
    ),
  };
}
