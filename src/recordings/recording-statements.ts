/** The statements of recordings, each compiled once. */
import { sql } from 'kysely';
import type {
  Database,
  Params,
  PurgedRecordingTable,
  RecordingFileRole,
  RecordingTable,
} from '../database/database.ts';
import type { ServiceType } from '../sites/service-type.ts';
import { type FileRow, RECORDING_COLUMNS, type RecordingRow } from './recording-rows.ts';

type Changed = Pick<RecordingTable, 'id' | 'name' | 'name_key' | 'has_password' | 'listing' | 'document'>;
type Readied = Pick<RecordingTable, 'id' | 'state' | 'duration' | 'bytes' | 'format' | 'document'>;

const FILE_COLUMNS = ['role', 'name', 'media_type', 'bytes', 'sha256'] as const;

export type RecordingStatements = ReturnType<typeof recordingStatements>;

export function recordingStatements(database: Database) {
  return {
    /** No number is given twice: the history keeps those of recordings that are gone. */
    isUsed: database.prepare<{ id: number }, { id: number }>((db, p) =>
      db
        .selectFrom('recording')
        .select('id')
        .where('id', '=', p('id'))
        .unionAll(db.selectFrom('recorded').select('id').where('id', '=', p('id'))),
    ),
    insert: database.prepare((db, p: Params<RecordingTable>) =>
      db.insertInto('recording').values({
        id: p('id'),
        site: p('site'),
        host: p('host'),
        state: p('state'),
        name: p('name'),
        name_key: p('name_key'),
        service: p('service'),
        session_key: p('session_key'),
        conf_id: p('conf_id'),
        run: p('run'),
        time_zone_id: p('time_zone_id'),
        created_at: p('created_at'),
        duration: p('duration'),
        bytes: p('bytes'),
        format: p('format'),
        stream_token: p('stream_token'),
        download_token: p('download_token'),
        deleted_at: p('deleted_at'),
        leased_until: p('leased_until'),
        attempts: p('attempts'),
        has_password: p('has_password'),
        listing: p('listing'),
        document: p('document'),
      }),
    ),
    byId: database.prepare<{ site: number; id: number }, RecordingRow>((db, p) =>
      db
        .selectFrom('recording')
        .select(RECORDING_COLUMNS)
        .where('id', '=', p('id'))
        .where('site', '=', p('site')),
    ),
    byStreamToken: database.prepare<{ site: number; token: string }, RecordingRow>((db, p) =>
      db
        .selectFrom('recording')
        .select(RECORDING_COLUMNS)
        .where('stream_token', '=', p('token'))
        .where('site', '=', p('site')),
    ),
    byDownloadToken: database.prepare<{ site: number; token: string }, RecordingRow>((db, p) =>
      db
        .selectFrom('recording')
        .select(RECORDING_COLUMNS)
        .where('download_token', '=', p('token'))
        .where('site', '=', p('site')),
    ),
    /** Kept as it is until the write ends. */
    held: database.prepare<{ id: number }, RecordingRow>((db, p) =>
      database.locked(db.selectFrom('recording').select(RECORDING_COLUMNS).where('id', '=', p('id'))),
    ),
    change: database.prepare((db, p: Params<Changed>) =>
      db
        .updateTable('recording')
        .set({
          name: p('name'),
          name_key: p('name_key'),
          has_password: p('has_password'),
          listing: p('listing'),
          document: p('document'),
        })
        .where('id', '=', p('id')),
    ),
    /** What has become of it. Nobody makes it ready any more. */
    become: database.prepare((db, p: Params<Readied>) =>
      db
        .updateTable('recording')
        .set({
          state: p('state'),
          duration: p('duration'),
          bytes: p('bytes'),
          format: p('format'),
          document: p('document'),
          leased_until: 0,
        })
        .where('id', '=', p('id')),
    ),
    count: database.prepare(
      (db, p: Params<{ site: number; host: number; service: ServiceType; change: number }>) =>
        db
          .insertInto('recording_count')
          .values({ site: p('site'), host: p('host'), service: p('service'), recordings: p('change') })
          .onConflict((conflict) =>
            conflict.columns(['site', 'host', 'service']).doUpdateSet((eb) => ({
              recordings: eb('recording_count.recordings', '+', eb.ref('excluded.recordings')),
            })),
          ),
    ),
    setDeleted: database.prepare((db, p: Params<{ id: number; at: number | null }>) =>
      db
        .updateTable('recording')
        .set({ deleted_at: p('at') })
        .where('id', '=', p('id')),
    ),
    erase: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('recording').where('id', '=', p('id')),
    ),
    purge: database.prepare((db, p: Params<PurgedRecordingTable>) =>
      db.insertInto('purged_recording').values({
        id: p('id'),
        site: p('site'),
        host: p('host'),
        name: p('name'),
        service: p('service'),
        session_key: p('session_key'),
        conf_id: p('conf_id'),
        run: p('run'),
        created_at: p('created_at'),
        duration: p('duration'),
        bytes: p('bytes'),
        format: p('format'),
        purged_at: p('purged_at'),
      }),
    ),
    /** One that waits to be made ready, and that nobody works on: kept as it is until the write ends. */
    waiting: database.prepare<{ now: number }, RecordingRow>((db, p) =>
      database.locked(
        db
          .selectFrom('recording')
          .select(RECORDING_COLUMNS)
          .where('state', '=', sql.lit('PROCESSING'))
          .where('leased_until', '<=', p('now'))
          .orderBy('leased_until')
          .orderBy('id')
          .limit(1),
      ),
    ),
    anyWaiting: database.prepare<{ now: number }, { id: number }>((db, p) =>
      db
        .selectFrom('recording')
        .select('id')
        .where('state', '=', sql.lit('PROCESSING'))
        .where('leased_until', '<=', p('now'))
        .limit(1),
    ),
    putBack: database.prepare((db, p: Params<{ id: number; attempts: number; until: number }>) =>
      db
        .updateTable('recording')
        .set({ leased_until: p('until'), attempts: p('attempts') })
        .where('id', '=', p('id')),
    ),
    lease: database.prepare((db, p: Params<{ id: number; until: number }>) =>
      db
        .updateTable('recording')
        .set((eb) => ({ leased_until: p('until'), attempts: eb('attempts', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    /** Nothing happens when somebody else has taken it meanwhile. */
    renew: database.prepare((db, p: Params<{ id: number; attempts: number; until: number }>) =>
      db
        .updateTable('recording')
        .set({ leased_until: p('until') })
        .where('id', '=', p('id'))
        .where('attempts', '=', p('attempts'))
        .where('state', '=', sql.lit('PROCESSING')),
    ),
    overdueInBin: database.prepare<{ before: number }, { id: number }>((db, p) =>
      db
        .selectFrom('recording')
        .select('id')
        .where('deleted_at', '<=', p('before'))
        .orderBy('deleted_at')
        .limit(100),
    ),
    filesOf: database.prepare<{ recording: number }, Omit<FileRow, 'recording'>>((db, p) =>
      db.selectFrom('recording_file').select(FILE_COLUMNS).where('recording', '=', p('recording')),
    ),
    addFile: database.prepare((db, p: Params<FileRow>) =>
      db.insertInto('recording_file').values({
        recording: p('recording'),
        role: p('role'),
        name: p('name'),
        media_type: p('media_type'),
        bytes: p('bytes'),
        sha256: p('sha256'),
      }),
    ),
    dropFile: database.prepare((db, p: Params<{ recording: number; role: RecordingFileRole }>) =>
      db.deleteFrom('recording_file').where('recording', '=', p('recording')).where('role', '=', p('role')),
    ),
    isKept: database.prepare<{ name: string }, { id: number }>((db, p) =>
      db.selectFrom('recording_file').select('id').where('name', '=', p('name')),
    ),
    /** Of what is or was recorded in rooms and is not put together yet. */
    bytesOfRooms: database.prepare<{ site: number }, { bytes: number }>((db, p) =>
      db
        .selectFrom('room_recording')
        .select(sql<number>`cast(coalesce(sum(bytes), 0) as bigint)`.as('bytes'))
        .where('site', '=', p('site')),
    ),
    /** Those of every file of the site's recordings, in the bin or not. */
    bytesOfSite: database.prepare<{ site: number }, { bytes: number }>((db, p) =>
      db
        .selectFrom('recording_file')
        .innerJoin('recording', 'recording.id', 'recording_file.recording')
        .select(sql<number>`cast(coalesce(sum(recording_file.bytes), 0) as bigint)`.as('bytes'))
        .where('recording.site', '=', p('site')),
    ),
  };
}
