/** What the list of accounts is found and counted by, kept in step with the accounts. */
import type { Database, Executor } from '../../database/database.ts';
import { searchWords } from '../../search-words.ts';
import type { Account, Active } from '../account.ts';

/** What its words and its place in the counts come from. */
export type IndexedAccount = Pick<
  Account,
  'id' | 'site' | 'webExId' | 'email' | 'firstName' | 'lastName' | 'active' | 'privileges'
>;

export function wordsOf({ firstName, lastName, webExId, email }: Omit<IndexedAccount, 'id'>): string[] {
  return searchWords([firstName, lastName, webExId, email]);
}

export function openAccountIndex(database: Database) {
  const { builder } = database;
  const count = database.prepare<{ site: number; active: Active; privileges: number; by: number }, unknown>(
    (db, p) =>
      db
        .insertInto('account_count')
        .values({
          site: p('site'),
          active: p('active'),
          privileges: p('privileges'),
          accounts: p('by'),
        })
        .onConflict((conflict) =>
          conflict.columns(['site', 'active', 'privileges']).doUpdateSet((eb) => ({
            accounts: eb('account_count.accounts', '+', eb.ref('excluded.accounts')),
          })),
        ),
  );

  async function add({ id: account, site }: IndexedAccount, words: readonly string[], tx: Executor) {
    if (words.length === 0) return;
    const rows = words.map((word) => ({ site, word, account }));
    await tx.run(builder.insertInto('account_word').values(rows).compile());
  }

  async function remove({ id: account, site }: IndexedAccount, words: readonly string[], tx: Executor) {
    if (words.length === 0) return;
    const rows = builder.deleteFrom('account_word').where('site', '=', site).where('account', '=', account);
    await tx.run(rows.where('word', 'in', words).compile());
  }

  return {
    async added(account: IndexedAccount, tx: Executor): Promise<void> {
      await add(account, wordsOf(account), tx);
      const { site, active, privileges } = account;
      await count.run({ site, active, privileges, by: 1 }, tx);
    },

    async changed(before: IndexedAccount, after: IndexedAccount, tx: Executor): Promise<void> {
      const [had, has] = [wordsOf(before), wordsOf(after)];
      await remove(
        before,
        had.filter((word) => !has.includes(word)),
        tx,
      );
      await add(
        after,
        has.filter((word) => !had.includes(word)),
        tx,
      );
      if (before.active === after.active && before.privileges === after.privileges) return;
      const { site } = after;
      const steps = [
        { site, active: before.active, privileges: before.privileges, by: -1 },
        { site, active: after.active, privileges: after.privileges, by: 1 },
      ];
      // In one order whoever counts, so that no two writes wait for each other.
      steps.sort((a, b) => a.privileges - b.privileges || (a.active < b.active ? -1 : 1));
      for (const step of steps) await count.run(step, tx);
    },
  };
}
