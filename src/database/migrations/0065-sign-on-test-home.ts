import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Where whoever tries a sign-in came from, and comes back to. */
export function signOnTestHome({ text }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema.alterTable('sign_on_test').addColumn('home', text).execute();
    },
  };
}
