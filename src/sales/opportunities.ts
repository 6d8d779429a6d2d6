/** The opportunities of those who sell: each keeps their own. */
import type { Account } from '../accounts/account.ts';
import { accountLock } from '../accounts/account-rows.ts';
import type { Clock } from '../clock.ts';
import { type Database, type Executor, type Params, UniqueViolation } from '../database/database.ts';
import { MOST_OPPORTUNITIES, SalesLimitReached } from './limits.ts';
import {
  type NewOpportunity,
  type Opportunity,
  type OpportunityChange,
  OpportunityNameTaken,
  OpportunityNotFound,
} from './opportunity.ts';
import type { SalesAccounts } from './sales-accounts.ts';
import { openSalesAudit } from './sales-audit.ts';

/** Which opportunities are asked for; each must match. */
export interface OpportunitySearch {
  readonly intAccountID?: number | undefined;
  readonly extAccountID?: string | undefined;
  readonly intOpptyID?: number | undefined;
  readonly extOpptyID?: string | undefined;
  readonly extSystemID?: number | undefined;
  /** In any case. */
  readonly name?: string | undefined;
}

interface Row {
  readonly id: number;
  readonly sales_account: number | null;
  readonly name: string;
  readonly ext_opportunity_id: string | null;
  readonly ext_system_id: number | null;
  readonly ext_account_id: string | null;
}

interface Stored extends Omit<Row, 'id' | 'ext_account_id'> {
  readonly name_key: string;
}

export type Opportunities = ReturnType<typeof openOpportunities>;

export function openOpportunities(database: Database, clock: Clock, salesAccounts: SalesAccounts) {
  const recordAct = openSalesAudit(database, clock);
  const locked = accountLock(database);
  const counted = database.prepare((db, p: Params<{ owner: number }>) =>
    db
      .selectFrom('sales_opportunity')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('owner', '=', p('owner')),
  );
  const insert = database.prepare((db, p: Params<Stored & { site: number; owner: number }>) =>
    db
      .insertInto('sales_opportunity')
      .values({
        site: p('site'),
        owner: p('owner'),
        sales_account: p('sales_account'),
        name: p('name'),
        name_key: p('name_key'),
        ext_opportunity_id: p('ext_opportunity_id'),
        ext_system_id: p('ext_system_id'),
      })
      .returning('id'),
  );
  const update = database.prepare((db, p: Params<Stored & { id: number }>) =>
    db
      .updateTable('sales_opportunity')
      .set({
        sales_account: p('sales_account'),
        name: p('name'),
        name_key: p('name_key'),
        ext_opportunity_id: p('ext_opportunity_id'),
        ext_system_id: p('ext_system_id'),
      })
      .where('id', '=', p('id')),
  );

  /** Those of an owner, by their names. */
  async function of(owner: Account, search: OpportunitySearch = {}, on?: Executor): Promise<Opportunity[]> {
    const { intAccountID, extAccountID, intOpptyID, extOpptyID, extSystemID, name } = search;
    let query = database.builder
      .selectFrom('sales_opportunity as o')
      .leftJoin('sales_account as a', 'a.id', 'o.sales_account')
      .select(['o.id', 'o.sales_account', 'o.name', 'o.ext_opportunity_id', 'o.ext_system_id'])
      .select('a.ext_account_id')
      .where('o.owner', '=', owner.id)
      .orderBy('o.name_key')
      .orderBy('o.id');
    if (intAccountID !== undefined) query = query.where('o.sales_account', '=', intAccountID);
    if (extAccountID !== undefined) query = query.where('a.ext_account_id', '=', extAccountID);
    if (intOpptyID !== undefined) query = query.where('o.id', '=', intOpptyID);
    if (extOpptyID !== undefined) query = query.where('o.ext_opportunity_id', '=', extOpptyID);
    if (extSystemID !== undefined) query = query.where('o.ext_system_id', '=', extSystemID);
    if (name !== undefined) query = query.where('o.name_key', '=', name.toLowerCase());
    return (await (on ?? database).all<Row>(query.compile())).map(opportunityOf);
  }

  return {
    of,

    /** Those of an owner that have an account, or that account, by its number. */
    async byAccount(
      owner: Account,
      intAccountID?: number,
    ): Promise<ReadonlyMap<number | undefined, readonly Opportunity[]>> {
      return Map.groupBy(await of(owner, { intAccountID }), (opportunity) => opportunity.intAccountID);
    },

    /**
     * Gives its number.
     * @throws SalesAccountNotFound when the owner keeps no such account
     * @throws OpportunityNameTaken when the account has another of that name, in any case
     * @throws SalesLimitReached
     */
    async create(owner: Account, opportunity: NewOpportunity): Promise<number> {
      return named(opportunity.name, () =>
        database.write(async (tx) => {
          await locked.first({ account: owner.id }, tx);
          const before = await counted.first({ owner: owner.id }, tx);
          if (before && before.count >= MOST_OPPORTUNITIES) {
            throw new SalesLimitReached('opportunities', MOST_OPPORTUNITIES);
          }
          const { intAccountID } = opportunity;
          if (intAccountID !== undefined) await salesAccounts.meant(owner, { intAccountID }, tx);
          const row = await insert.first({ site: owner.site, owner: owner.id, ...stored(opportunity) }, tx);
          const id = row?.id ?? 0;
          const { name } = opportunity;
          await recordAct(tx, owner, { act: 'opportunity.created', name, id, after: opportunity });
          return id;
        }),
      );
    },

    /**
     * @throws OpportunityNotFound when the owner keeps no such opportunity
     * @throws SalesAccountNotFound, OpportunityNameTaken
     */
    async change(owner: Account, intOpptyID: number, change: OpportunityChange): Promise<void> {
      await named(change.name ?? '', () =>
        database.write(async (tx) => {
          await locked.first({ account: owner.id }, tx);
          const [before] = await of(owner, { intOpptyID }, tx);
          if (!before) throw new OpportunityNotFound(intOpptyID);
          const { intAccountID } = change;
          if (intAccountID !== undefined) await salesAccounts.meant(owner, { intAccountID }, tx);
          const after = {
            name: change.name ?? before.name,
            intAccountID: intAccountID ?? before.intAccountID,
            extOpptyID: change.extOpptyID ?? before.extOpptyID,
            extSystemID: change.extSystemID ?? before.extSystemID,
          };
          await update.run({ id: intOpptyID, ...stored(after) }, tx);
          const named = { name: after.name, id: intOpptyID };
          await recordAct(tx, owner, { act: 'opportunity.changed', ...named, before, after });
        }),
      );
    },
  };
}

function stored({ name, intAccountID, extOpptyID, extSystemID }: NewOpportunity): Stored {
  return {
    sales_account: intAccountID ?? null,
    name,
    name_key: name.toLowerCase(),
    ext_opportunity_id: extOpptyID ?? null,
    ext_system_id: extSystemID ?? null,
  };
}

function opportunityOf(row: Row): Opportunity {
  return {
    intOpptyID: row.id,
    name: row.name,
    intAccountID: row.sales_account ?? undefined,
    extOpptyID: row.ext_opportunity_id ?? undefined,
    extSystemID: row.ext_system_id ?? undefined,
    extAccountID: row.ext_account_id ?? undefined,
  };
}

/** The name is the only thing that two opportunities of an account may not share. */
async function named<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof UniqueViolation) throw new OpportunityNameTaken(name);
    throw error;
  }
}
