import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Links by which people choose a new password when they have forgotten theirs. */
export function passwordResets({ bigint, integer, bytes, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('password_reset')
        .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
        .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('credential_version', integer, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('expires_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('password_reset_by_account')
        .on('password_reset')
        .columns(['account', 'created_at'])
        .execute();
      await schema
        .createIndex('password_reset_by_created_at')
        .on('password_reset')
        .column('created_at')
        .execute();
    },
  };
}
