import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** The words that sites have chosen for their mail. */
export function mailTexts({ bigint, smallint, text, document, finishKeyed }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('mail_text')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('language', smallint, (c) => c.notNull())
        .addColumn('document', document, (c) => c.notNull())
        .addColumn('changed_at', bigint, (c) => c.notNull())
        .addPrimaryKeyConstraint('mail_text_pkey', ['site', 'kind', 'language'])
        .$call(finishKeyed)
        .execute();
    },
  };
}
