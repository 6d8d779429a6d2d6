import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** What happened. Nearly nothing waits at a time, so that the indexes of what does are small. */
export function events({ bigint, integer, smallint, text, document, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('event')
        .$call(identity)
        .addColumn('site', bigint, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('subject', text, (c) => c.notNull())
        .addColumn('happened_at', bigint, (c) => c.notNull())
        .addColumn('waiting', smallint, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('not_before', bigint, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('event_waiting')
        .on('event')
        .column('id')
        .where(sql.ref('waiting'), '=', sql.lit(1))
        .execute();
      // Few ever fail: those that do hold up what comes after them.
      await schema
        .createIndex('event_failed')
        .on('event')
        .columns(['subject', 'id'])
        .where(sql.ref('waiting'), '=', sql.lit(1))
        .where(sql.ref('attempts'), '>', sql.lit(0))
        .execute();
    },
  };
}
