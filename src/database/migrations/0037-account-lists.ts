import { type Kysely, type RawBuilder, sql } from 'kysely';
import { searchWords } from '../../search-words.ts';
import type { Columns } from './columns.ts';

/** What counts the accounts that are there. */
export const ACCOUNT_COUNTING: RawBuilder<unknown> = sql`
  insert into account_count (site, active, privileges, accounts)
  select site, active, privileges, count(*) from account group by 1, 2, 3`;

interface NamedRow {
  readonly id: number;
  readonly site: number;
  readonly webex_id: string;
  readonly email: string;
  readonly first_name: string;
  readonly last_name: string;
}

/** Accounts that are read at once. */
const PIECE = 200;

/** Words that accounts are found by, counts of them, and an index for each order and each rare state of their list. */
export function accountLists({ bigint, integer, text, finishKeyed }: Columns) {
  async function writeWords(db: Kysely<unknown>): Promise<void> {
    for (let last = 0; ; ) {
      const { rows } =
        await sql<NamedRow>`select id, site, webex_id, email, first_name, last_name from account
        where id > ${last} order by id limit ${PIECE}`.execute(db);
      for (const { id, site, webex_id, email, first_name, last_name } of rows) {
        const values = searchWords([first_name, last_name, webex_id, email]).map(
          (word) => sql`(${site}, ${word}, ${id})`,
        );
        if (values.length === 0) continue;
        await sql`insert into account_word (site, word, account) values ${sql.join(values)}`.execute(db);
      }
      const end = rows.at(-1);
      if (!end) return;
      last = Number(end.id);
    }
  }

  return {
    async up(db: Kysely<unknown>) {
      const { schema } = db;
      await schema
        .createTable('account_word')
        .addColumn('site', bigint, (c) => c.notNull())
        .addColumn('word', text, (c) => c.notNull())
        .addColumn('account', bigint, (c) => c.notNull().references('account.id').onDelete('cascade'))
        .addPrimaryKeyConstraint('account_word_pkey', ['site', 'word', 'account'])
        .$call(finishKeyed)
        .execute();
      await schema
        .createTable('account_count')
        .addColumn('site', bigint, (c) => c.notNull().references('site.id'))
        .addColumn('active', text, (c) => c.notNull())
        .addColumn('privileges', integer, (c) => c.notNull())
        .addColumn('accounts', integer, (c) => c.notNull())
        .addPrimaryKeyConstraint('account_count_pkey', ['site', 'active', 'privileges'])
        .$call(finishKeyed)
        .execute();
      await ACCOUNT_COUNTING.execute(db);
      await writeWords(db);
      await schema.dropIndex('account_by_last_name_key').execute();
      for (const [name, columns] of Object.entries({
        account_by_last_name_key: ['site', 'last_name_key', 'first_name_key', 'id'],
        account_by_privileges: ['site', 'privileges', 'id'],
      })) {
        await schema.createIndex(name).on('account').columns(columns).execute();
      }
      // Who never expires comes last, on both databases.
      await sql`create index account_by_expiry on account (site, (coalesce(expires_at, 9007199254740991)), id)`.execute(
        db,
      );
      await sql`create index account_locked on account (site, id) where locked = 1`.execute(db);
      await sql`create index account_failed on account (site, failed_since, id) where failed_sign_ins > 0`.execute(
        db,
      );
      await sql`create index account_unconfirmed on account (site, id) where email_confirmed = 0`.execute(db);
    },
  };
}
