import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** The logos of sites. */
export function siteLogos({ bigint, integer, text, bytes, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('site_logo')
        .addColumn('site', bigint, (c) => c.primaryKey().references('site.id'))
        .addColumn('token', text, (c) => c.notNull())
        .addColumn('media_type', text, (c) => c.notNull())
        .addColumn('width', integer, (c) => c.notNull())
        .addColumn('height', integer, (c) => c.notNull())
        .addColumn('bytes', bytes, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
    },
  };
}
