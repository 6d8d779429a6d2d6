/** What other rooms read of the table of accounts, inside statements of their own. */
import { type Kysely, sql } from 'kysely';
import type { Database, Prepared, Tables } from '../database/database.ts';
import type { Account } from './account.ts';
import { ACCOUNT_COLUMNS } from './rows.ts';

/** The accounts as a table that a statement reads, or joins, under that name. */
export function accountRows<A extends string>(db: Kysely<Tables>, name: A) {
  return db
    .selectFrom('account')
    .select([...ACCOUNT_COLUMNS, 'webex_id_key', 'email_key'])
    .as(name);
}

/** Keeps an account as it is until the write ends. */
export function accountLock(database: Database): Prepared<{ account: number }, { id: number }> {
  return database.prepare((db, p) =>
    database.locked(db.selectFrom('account').select('id').where('id', '=', p('account'))),
  );
}

/** The account of an e-mail address that counts for rights, by its key. */
export function accountByEmail(
  database: Database,
): Prepared<{ site: number; key: string }, Pick<Account, 'id' | 'privileges' | 'active'>> {
  return database.prepare((db, p) =>
    db
      .selectFrom('account')
      .select(['id', 'privileges', 'active'])
      .where('site', '=', p('site'))
      .where('email_key', '=', p('key'))
      .where('email_confirmed', '=', sql.lit(1)),
  );
}
