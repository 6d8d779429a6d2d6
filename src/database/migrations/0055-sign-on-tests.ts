import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Sign-ins that administrators try. */
export function signOnTests({ bigint, text, document, bytes, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('sign_on_test')
        .addColumn('hash', bytes, (c) => c.primaryKey())
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('account', bigint, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('begun_at', bigint, (c) => c.notNull())
        .addColumn('ended_at', bigint)
        .addColumn('result', document)
        .$call(finish)
        .execute();
      await schema
        .createIndex('sign_on_test_of_site')
        .on('sign_on_test')
        .columns(['site', 'begun_at'])
        .execute();
    },
  };
}
