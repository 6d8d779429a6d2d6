import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Whom recordings are shared with, what was deleted for good, and indexes of bins and of reports. */
export function sharedRecordings({ bigint, text, finish, finishKeyed }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('recording_share')
        .addColumn('recording', bigint, (c) => c.notNull().references('recording.id').onDelete('cascade'))
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('account', bigint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('shared_at', bigint, (c) => c.notNull())
        .addPrimaryKeyConstraint('recording_share_pkey', ['recording', 'account'])
        .$call(finishKeyed)
        .execute();
      await schema
        .createIndex('recording_share_by_account')
        .on('recording_share')
        .columns(['account', 'created_at', 'recording'])
        .execute();
      await schema
        .createTable('purged_recording')
        .addColumn('id', bigint, (c) => c.notNull().primaryKey())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('service', text, (c) => c.notNull())
        .addColumn('session_key', bigint)
        .addColumn('conf_id', bigint)
        .addColumn('run', bigint)
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('duration', bigint, (c) => c.notNull())
        .addColumn('bytes', bigint, (c) => c.notNull())
        .addColumn('format', text, (c) => c.notNull())
        .addColumn('purged_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      for (const [name, of] of Object.entries({
        purged_recording_by_creation: ['site', 'created_at', 'id'],
        purged_recording_by_session: ['site', 'session_key', 'created_at', 'id'],
      })) {
        await schema.createIndex(name).on('purged_recording').columns(of).execute();
      }
      // Few lie in a bin at a time.
      for (const [name, of] of Object.entries({
        recording_bin_of_site: ['site', 'created_at', 'id'],
        recording_bin_of_host: ['site', 'host', 'created_at', 'id'],
      })) {
        await schema
          .createIndex(name)
          .on('recording')
          .columns(of)
          .where(sql.ref('deleted_at'), 'is not', null)
          .execute();
      }
      await schema
        .createIndex('recorded_of_host')
        .on('recorded')
        .columns(['site', 'host', 'created_at', 'id'])
        .execute();
    },
  };
}
