import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** What was recorded and who looked at it. It outlives the recordings themselves. */
export function recordingAccess({ bigint, smallint, text, document, identity, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('recorded')
        .addColumn('id', bigint, (c) => c.notNull().primaryKey())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      for (const [name, of] of Object.entries({
        recorded_by_creation: ['site', 'created_at', 'id'],
        recorded_by_name: ['site', 'name_key', 'id'],
        recorded_by_host: ['site', 'host', 'id'],
      })) {
        await schema.createIndex(name).on('recorded').columns(of).execute();
      }
      await schema
        .createTable('recording_access')
        .$call(identity)
        .addColumn('recorded', bigint, (c) => c.notNull().references('recorded.id').onDelete('cascade'))
        .addColumn('site', bigint, (c) => c.notNull())
        .addColumn('accessed_at', bigint, (c) => c.notNull())
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('email', text, (c) => c.notNull())
        .addColumn('registered_at', bigint)
        .addColumn('downloaded', smallint, (c) => c.notNull())
        .addColumn('viewed', smallint, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('recording_access_by_recording')
        .on('recording_access')
        .columns(['recorded', 'accessed_at', 'id'])
        .execute();
      await schema
        .createIndex('recording_access_by_time')
        .on('recording_access')
        .columns(['site', 'accessed_at', 'recorded'])
        .execute();
    },
  };
}
