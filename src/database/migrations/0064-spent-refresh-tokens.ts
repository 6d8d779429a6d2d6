import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/** Refresh tokens that others have taken the place of: one that is brought again was stolen, or stole. */
export function spentRefreshTokens({ bigint, bytes, finish }: Columns): Migration {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('api_refresh_spent')
        .addColumn('hash', bytes, (c) => c.primaryKey().notNull())
        .addColumn('api_grant', bigint, (c) => c.notNull().references('api_grant.id'))
        .$call(finish)
        .execute();
      await schema
        .createIndex('api_refresh_spent_of_grant')
        .on('api_refresh_spent')
        .column('api_grant')
        .execute();
    },
  };
}
