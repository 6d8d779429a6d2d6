/** The owners of the installation: accounts that its operator has named (`parlance owner`). They may work on every site. */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Account } from './account.ts';

/** `site` is the row of the site that the account is on. */
export interface Owner {
  readonly site: number;
  readonly webex_id: string;
  readonly first_name: string;
  readonly last_name: string;
}

export type Owners = ReturnType<typeof openOwners>;

export function openOwners(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const insert = database.prepare<{ account: number; now: number }, unknown>((db, p) =>
    db
      .insertInto('installation_owner')
      .values({ account: p('account'), named_at: p('now') })
      .onConflict((conflict) => conflict.column('account').doNothing()),
  );
  const drop = database.prepare<{ account: number }, unknown>((db, p) =>
    db.deleteFrom('installation_owner').where('account', '=', p('account')),
  );
  const one = database.prepare<{ account: number }, { account: number }>((db, p) =>
    db.selectFrom('installation_owner').select('account').where('account', '=', p('account')),
  );
  const all = database.prepare<Record<string, never>, Owner>((db) =>
    db
      .selectFrom('installation_owner')
      .innerJoin('account', 'account.id', 'installation_owner.account')
      .select(['account.site', 'account.webex_id', 'account.first_name', 'account.last_name'])
      .orderBy('installation_owner.named_at')
      .orderBy('account.id'),
  );

  return {
    /** Nothing changes for one who is. */
    async add({ id, webExId }: Pick<Account, 'id' | 'webExId'>): Promise<void> {
      await database.write(async (tx) => {
        const added = await insert.run({ account: id, now: clock.now() }, tx);
        if (added > 0) await recordAudit(tx, { act: 'owner.added', name: webExId });
      });
    },

    async remove({ id, webExId }: Pick<Account, 'id' | 'webExId'>): Promise<void> {
      await database.write(async (tx) => {
        const removed = await drop.run({ account: id }, tx);
        if (removed > 0) await recordAudit(tx, { act: 'owner.removed', name: webExId });
      });
    },

    async has({ id }: Pick<Account, 'id'>): Promise<boolean> {
      return (await one.first({ account: id })) !== undefined;
    },

    /** Those who were named first come first. */
    list: () => all.all({}),
  };
}
