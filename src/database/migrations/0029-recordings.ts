import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Recordings that are kept, and their files. */
export function recordings({
  bigint,
  smallint,
  integer,
  text,
  document,
  bytes,
  identity,
  finish,
}: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('recording')
        .addColumn('id', bigint, (c) => c.notNull().primaryKey())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('service', text, (c) => c.notNull())
        .addColumn('session_key', bigint)
        .addColumn('conf_id', bigint)
        .addColumn('run', bigint)
        .addColumn('time_zone_id', integer, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('duration', bigint, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .addColumn('format', text, (c) => c.notNull())
        .addColumn('stream_token', text, (c) => c.notNull().unique())
        .addColumn('download_token', text, (c) => c.notNull().unique())
        .addColumn('deleted_at', bigint)
        .addColumn('leased_until', bigint, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('has_password', smallint, (c) => c.notNull())
        .addColumn('listing', text, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      for (const [name, of] of Object.entries({
        recording_by_creation: ['site', 'created_at', 'id'],
        recording_by_host: ['site', 'host', 'created_at', 'id'],
        recording_by_session: ['site', 'session_key', 'created_at', 'id'],
        recording_by_conference: ['site', 'conf_id', 'created_at', 'id'],
        recording_by_name: ['site', 'name_key', 'id'],
        recording_of_run: ['run'],
      })) {
        await schema.createIndex(name).on('recording').columns(of).execute();
      }
      // Few wait or lie in the bin at a time.
      await schema
        .createIndex('recording_waiting')
        .on('recording')
        .columns(['leased_until', 'id'])
        .where(sql.ref('state'), '=', sql.lit('PROCESSING'))
        .execute();
      await schema
        .createIndex('recording_in_bin')
        .on('recording')
        .columns(['deleted_at', 'id'])
        .where(sql.ref('deleted_at'), 'is not', null)
        .execute();
      await schema
        .createTable('recording_file')
        .$call(identity)
        .addColumn('recording', bigint, (c) => c.notNull().references('recording.id').onDelete('cascade'))
        .addColumn('role', text, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull().unique())
        .addColumn('media_type', text, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .addColumn('sha256', bytes, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('recording_file_by_role')
        .unique()
        .on('recording_file')
        .columns(['recording', 'role'])
        .execute();
      await schema.alterTable('room_recording').addColumn('recording', bigint).execute();
    },
  };
}
