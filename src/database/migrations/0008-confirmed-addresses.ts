import { type Kysely, sql } from 'kysely';
import type { Columns } from './columns.ts';

/** Which e-mail addresses of accounts count for rights, and the invitations that wait for an account. */
export function confirmedAddresses({ smallint }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      // Those that are there have counted so far.
      await schema
        .alterTable('account')
        .addColumn('email_confirmed', smallint, (c) => c.notNull().defaultTo(1))
        .execute();
      await schema
        .createIndex('attendee_without_account')
        .on('attendee')
        .column('email_key')
        .where(sql.ref('account'), 'is', sql.lit(null))
        .execute();
    },
  };
}
