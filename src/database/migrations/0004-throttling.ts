import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Calls that a site has made in a minute, and guesses at the passwords of sessions. */
export function throttling(columns: Columns): Migration {
  const { text, bigint, integer, finishKeyed } = columns;
  return {
    async up({ schema }) {
      await schema
        .createTable('throttle')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('throttle_group', text, (c) => c.notNull())
        .addColumn('window_start', bigint, (c) => c.notNull())
        .addColumn('used', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('throttle_pkey', ['site', 'throttle_group'])
        .$call(finishKeyed)
        .execute();
      await schema
        .createTable('guess')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id').onDelete('cascade'))
        .addColumn('session_key', bigint, (c) => c.notNull())
        .addColumn('network', text, (c) => c.notNull())
        .addColumn('since', bigint, (c) => c.notNull())
        .addColumn('wrong', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('guess_pkey', ['site', 'session_key', 'network'])
        .$call(finishKeyed)
        .execute();
      // What is over is deleted from here.
      await schema.createIndex('guess_since').on('guess').column('since').execute();
    },
  };
}
