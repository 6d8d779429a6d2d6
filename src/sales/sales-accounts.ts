/** The customers of those who sell: each keeps their own. */
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, type Params, UniqueViolation } from '../database/database.ts';
import { RuleBroken } from '../refusal.ts';
import { MOST_ACCOUNTS, SalesLimitReached } from './limits.ts';
import {
  type NewSalesAccount,
  type SalesAccount,
  type SalesAccountChange,
  SalesAccountNameTaken,
  SalesAccountNotFound,
} from './sales-account.ts';
import { openSalesAudit } from './sales-audit.ts';

/** Which accounts are asked for; each must match. */
export interface SalesAccountSearch {
  readonly intAccountID?: number | undefined;
  readonly extAccountID?: string | undefined;
  readonly extSystemID?: number | undefined;
  /** In any case. */
  readonly name?: string | undefined;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly ext_account_id: string | null;
  readonly ext_system_id: number | null;
  readonly parent: number | null;
}

interface Stored extends Omit<Row, 'id'> {
  readonly name_key: string;
}

const COLUMNS = ['id', 'name', 'ext_account_id', 'ext_system_id', 'parent'] as const;

export type SalesAccounts = ReturnType<typeof openSalesAccounts>;

export function openSalesAccounts(database: Database, clock: Clock) {
  const recordAct = openSalesAudit(database, clock);
  const locked = accountLock(database);
  const counted = database.prepare((db, p: Params<{ owner: number }>) =>
    db
      .selectFrom('sales_account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('owner', '=', p('owner')),
  );
  const insert = database.prepare((db, p: Params<Stored & { site: number; owner: number }>) =>
    db
      .insertInto('sales_account')
      .values({
        site: p('site'),
        owner: p('owner'),
        name: p('name'),
        name_key: p('name_key'),
        ext_account_id: p('ext_account_id'),
        ext_system_id: p('ext_system_id'),
        parent: p('parent'),
      })
      .returning('id'),
  );
  const update = database.prepare((db, p: Params<Stored & { id: number }>) =>
    db
      .updateTable('sales_account')
      .set({
        name: p('name'),
        name_key: p('name_key'),
        ext_account_id: p('ext_account_id'),
        ext_system_id: p('ext_system_id'),
        parent: p('parent'),
      })
      .where('id', '=', p('id')),
  );
  const byNumber = database.prepare<{ owner: number; id: number }, Row>((db, p) =>
    db.selectFrom('sales_account').select(COLUMNS).where('id', '=', p('id')).where('owner', '=', p('owner')),
  );
  const byName = database.prepare<{ owner: number; key: string }, Row>((db, p) =>
    db
      .selectFrom('sales_account')
      .select(COLUMNS)
      .where('owner', '=', p('owner'))
      .where('name_key', '=', p('key')),
  );

  /** @throws SalesAccountNotFound when the owner keeps none of that number */
  async function required(owner: Account, intAccountID: number, on?: Executor): Promise<Row> {
    const row = await byNumber.first({ owner: owner.id, id: intAccountID }, on);
    if (!row) throw new SalesAccountNotFound(intAccountID);
    return row;
  }

  /** @throws RuleBroken when the account would be a part of itself */
  async function checkParent(owner: Account, account: number | undefined, parent: number, tx: Executor) {
    for (let above: number | null = parent; above !== null; ) {
      if (above === account) throw new RuleBroken('parentIntID', 'must not be the account or a part of it');
      ({ parent: above } = await required(owner, above, tx));
    }
  }

  return {
    /**
     * Gives its number.
     * @throws SalesAccountNameTaken when the owner has another of that name, in any case
     * @throws SalesAccountNotFound for a parent that the owner does not keep
     * @throws SalesLimitReached
     */
    async create(owner: Account, account: NewSalesAccount): Promise<number> {
      return named(account.name, () =>
        database.write(async (tx) => {
          await locked.first({ account: owner.id }, tx);
          const before = await counted.first({ owner: owner.id }, tx);
          if (before && before.count >= MOST_ACCOUNTS) throw new SalesLimitReached('accounts', MOST_ACCOUNTS);
          const { parentIntID } = account;
          if (parentIntID !== undefined) await checkParent(owner, undefined, parentIntID, tx);
          const row = await insert.first({ site: owner.site, owner: owner.id, ...stored(account) }, tx);
          const id = row?.id ?? 0;
          await recordAct(tx, owner, { act: 'customer.created', name: account.name, id, after: account });
          return id;
        }),
      );
    },

    /**
     * @throws SalesAccountNotFound when the owner keeps no such account, or not that parent
     * @throws SalesAccountNameTaken, RuleBroken
     */
    async change(owner: Account, intAccountID: number, change: SalesAccountChange): Promise<void> {
      await named(change.name ?? '', () =>
        database.write(async (tx) => {
          await locked.first({ account: owner.id }, tx);
          const before = salesAccountOf(await required(owner, intAccountID, tx));
          const { parentIntID } = change;
          if (parentIntID !== undefined) await checkParent(owner, intAccountID, parentIntID, tx);
          const after = {
            name: change.name ?? before.name,
            extAccountID: change.extAccountID ?? before.extAccountID,
            extSystemID: change.extSystemID ?? before.extSystemID,
            parentIntID: parentIntID ?? before.parentIntID,
          };
          await update.run({ id: intAccountID, ...stored(after) }, tx);
          const named = { name: after.name, id: intAccountID };
          await recordAct(tx, owner, { act: 'customer.changed', ...named, before, after });
        }),
      );
    },

    /** Those of an owner, by their names. */
    async of(owner: Account, search: SalesAccountSearch = {}): Promise<SalesAccount[]> {
      const { intAccountID, extAccountID, extSystemID, name } = search;
      let query = database.builder
        .selectFrom('sales_account')
        .select(COLUMNS)
        .where('owner', '=', owner.id)
        .orderBy('name_key');
      if (intAccountID !== undefined) query = query.where('id', '=', intAccountID);
      if (extAccountID !== undefined) query = query.where('ext_account_id', '=', extAccountID);
      if (extSystemID !== undefined) query = query.where('ext_system_id', '=', extSystemID);
      if (name !== undefined) query = query.where('name_key', '=', name.toLowerCase());
      return (await database.all<Row>(query.compile())).map(salesAccountOf);
    },

    /**
     * The one of that number, or else of that name in any case.
     * @throws SalesAccountNotFound when the owner keeps none
     */
    async meant(
      owner: Account,
      { intAccountID, name = '' }: Pick<SalesAccountSearch, 'intAccountID' | 'name'>,
      on?: Executor,
    ): Promise<SalesAccount> {
      if (intAccountID !== undefined) return salesAccountOf(await required(owner, intAccountID, on));
      const row = await byName.first({ owner: owner.id, key: name.toLowerCase() }, on);
      if (!row) throw new SalesAccountNotFound(name);
      return salesAccountOf(row);
    },
  };
}

function stored({ name, extAccountID, extSystemID, parentIntID }: NewSalesAccount): Stored {
  return {
    name,
    name_key: name.toLowerCase(),
    ext_account_id: extAccountID ?? null,
    ext_system_id: extSystemID ?? null,
    parent: parentIntID ?? null,
  };
}

function salesAccountOf({ id, name, ext_account_id, ext_system_id, parent }: Row): SalesAccount {
  return {
    intAccountID: id,
    name,
    extAccountID: ext_account_id ?? undefined,
    extSystemID: ext_system_id ?? undefined,
    parentIntID: parent ?? undefined,
  };
}

/** The name is the only thing that two accounts may not share. */
async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) throw new SalesAccountNameTaken(name);
    throw error;
  }
}
