import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Long work as rows, with its files in pieces, so that every process can go on with it and give out what came of it. */
export function jobs({ bigint, integer, smallint, text, document, bytes, identity, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('job')
        .$call(identity)
        .addColumn('token', text, (c) => c.notNull())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('abort_asked', smallint, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('leased_until', bigint, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('ended_at', bigint)
        .addColumn('kept_until', bigint, (c) => c.notNull())
        .addColumn('done', bigint, (c) => c.notNull())
        .addColumn('total', bigint)
        .addColumn('wish', document, (c) => c.notNull())
        .addColumn('outcome', document, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema.createIndex('job_token').unique().on('job').column('token').execute();
      await schema.createIndex('job_by_site').on('job').columns(['site', 'id']).execute();
      await schema.createIndex('job_by_state').on('job').columns(['state', 'leased_until']).execute();
      await schema.createIndex('job_by_kept_until').on('job').column('kept_until').execute();
      await schema
        .createTable('job_piece')
        .addColumn('job', bigint, (c) => c.notNull().references('job.id').onDelete('cascade'))
        .addColumn('file', text, (c) => c.notNull())
        .addColumn('number', integer, (c) => c.notNull())
        .addColumn('bytes', bytes, (c) => c.notNull())
        .addPrimaryKeyConstraint('job_piece_pkey', ['job', 'file', 'number'])
        .$call(finish)
        .execute();
    },
  };
}
