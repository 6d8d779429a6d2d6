import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Requests that administrators keep for the test tool. */
export function keptSamples({ bigint, text, identity, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('kept_sample')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('name', text, (c) => c.notNull())
        .addColumn('name_key', text, (c) => c.notNull())
        .addColumn('operation', text, (c) => c.notNull())
        .addColumn('message', text, (c) => c.notNull())
        .addColumn('saved_by', text, (c) => c.notNull())
        .addColumn('saved_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('kept_sample_by_name')
        .unique()
        .on('kept_sample')
        .columns(['site', 'name_key'])
        .execute();
    },
  };
}
