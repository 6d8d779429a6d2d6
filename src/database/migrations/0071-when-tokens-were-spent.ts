import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Columns } from './columns.ts';

/**
 * Since when a refresh token is spent: it is forgotten when it could not be used any more anyway. Those of before are taken
 * as spent now.
 */
export function whenTokensWereSpent({ bigint }: Columns): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('api_refresh_spent')
        .addColumn('spent_at', bigint, (c) => c.notNull().defaultTo(0))
        .execute();
      await sql`update "api_refresh_spent" set spent_at = ${Date.now()}`.execute(db);
      await db.schema.dropIndex('api_refresh_spent_of_grant').execute();
      await db.schema
        .createIndex('api_refresh_spent_of_grant_by_age')
        .on('api_refresh_spent')
        .columns(['api_grant', 'spent_at'])
        .execute();
    },
  };
}
