import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** What is recorded in rooms: recordings, their segments, and the parts of these. */
export function roomRecordings({ bigint, integer, text, bytes, identity, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('room_recording')
        .$call(identity)
        .addColumn('public_id', text, (c) => c.notNull().unique())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('run', bigint, (c) => c.notNull())
        .addColumn('session_key', bigint, (c) => c.notNull())
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('recorder', bigint, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('started_at', bigint, (c) => c.notNull())
        .addColumn('heard_at', bigint, (c) => c.notNull())
        .addColumn('paused_at', bigint)
        .addColumn('ending_at', bigint)
        .addColumn('ended_at', bigint)
        .addColumn('segments', integer, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('room_recording_of_run')
        .on('room_recording')
        .columns(['run', 'state'])
        .execute();
      await schema
        .createIndex('room_recording_of_site')
        .on('room_recording')
        .columns(['site', 'bytes'])
        .execute();
      // Few run at a time: the look for those whose recorder is silent reads these alone.
      await schema
        .createIndex('room_recording_running')
        .on('room_recording')
        .columns(['heard_at'])
        .where(sql.ref('state'), '=', sql.lit('RECORDING'))
        .execute();
      await schema
        .createTable('recording_segment')
        .$call(identity)
        .addColumn('recording', bigint, (c) =>
          c.notNull().references('room_recording.id').onDelete('cascade'),
        )
        .addColumn('number', integer, (c) => c.notNull())
        .addColumn('media_type', text, (c) => c.notNull())
        .addColumn('started_at', bigint, (c) => c.notNull())
        .addColumn('parts', integer, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('recording_segment_by_number')
        .unique()
        .on('recording_segment')
        .columns(['recording', 'number'])
        .execute();
      await schema
        .createTable('recording_part')
        .$call(identity)
        .addColumn('segment', bigint, (c) =>
          c.notNull().references('recording_segment.id').onDelete('cascade'),
        )
        .addColumn('number', integer, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .addColumn('sha256', bytes, (c) => c.notNull())
        .addColumn('taken_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('recording_part_by_number')
        .unique()
        .on('recording_part')
        .columns(['segment', 'number'])
        .execute();
    },
  };
}
