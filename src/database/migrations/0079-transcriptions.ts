import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Recordings that wait for the program that writes down what is said in them. */
export function transcriptions({ bigint, integer, text, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('transcription')
        .addColumn('recording', bigint, (c) =>
          c.notNull().primaryKey().references('recording.id').onDelete('cascade'),
        )
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('leased_until', bigint, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('transcription_waiting')
        .on('transcription')
        .columns(['leased_until', 'recording'])
        .where(sql.ref('state'), '=', sql.lit('WAITING'))
        .execute();
    },
  };
}
