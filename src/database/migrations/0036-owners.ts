import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Whom the operator has named to work on every site. */
export function owners({ bigint, finishKeyed }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('installation_owner')
        .addColumn('account', bigint, (c) =>
          c.notNull().primaryKey().references('account.id').onDelete('cascade'),
        )
        .addColumn('named_at', bigint, (c) => c.notNull())
        .$call(finishKeyed)
        .execute();
    },
  };
}
