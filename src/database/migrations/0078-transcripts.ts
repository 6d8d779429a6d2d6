import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** What is said in recordings. */
export function transcripts({ bigint, integer, text, identity, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('transcript')
        .$call(identity)
        .addColumn('recording', bigint, (c) =>
          c.notNull().unique().references('recording.id').onDelete('cascade'),
        )
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('host', bigint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('written_at', bigint, (c) => c.notNull())
        .addColumn('source', text, (c) => c.notNull())
        .addColumn('language', text, (c) => c.notNull())
        .addColumn('cues', integer, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('transcript_of_host')
        .on('transcript')
        .columns(['site', 'host', 'created_at', 'id'])
        .execute();
    },
  };
}
