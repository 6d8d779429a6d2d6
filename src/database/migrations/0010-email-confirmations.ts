import type { Kysely } from 'kysely';
import type { Columns } from './columns.ts';

/** Links by which people confirm a new e-mail address. */
export function emailConfirmations({ bigint, text, bytes, finish }: Columns) {
  return {
    async up({ schema }: Kysely<unknown>) {
      await schema
        .createTable('email_confirmation')
        .addColumn('hash', bytes, (c) => c.notNull().primaryKey())
        .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addColumn('email_key', text, (c) => c.notNull())
        .addColumn('created_at', bigint, (c) => c.notNull())
        .addColumn('expires_at', bigint, (c) => c.notNull())
        .$call(finish)
        .execute();
      await schema
        .createIndex('email_confirmation_by_account')
        .on('email_confirmation')
        .columns(['account', 'created_at'])
        .execute();
      await schema
        .createIndex('email_confirmation_by_created_at')
        .on('email_confirmation')
        .column('created_at')
        .execute();
    },
  };
}
