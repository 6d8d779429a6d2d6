/** What a site sells: one list for everybody on it. */
import { openAudit } from '../audit/audit.ts';
import type { Clock } from '../clock.ts';
import type { Database, Params } from '../database/database.ts';
import { Refusal, RuleBroken } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { siteLock } from '../sites/site-rows.ts';
import { MOST_PRODUCTS, SalesLimitReached } from './limits.ts';

export interface NewProduct {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
}

/** What is absent stays. */
export interface ProductChange extends NewProduct {
  readonly prodID: number;
}

export interface Product {
  readonly prodID: number;
  readonly name: string;
  readonly description: string;
}

export class ProductNotFound extends Refusal {
  constructor(prodID: number) {
    super(`there is no product ${prodID}`);
  }
}

/** What lists of products can be ordered by (sales.xsd, productOrderByType). */
export const PRODUCT_ORDERS = ['PRODID', 'NAME', 'DESCRIPTION'] as const;
export type ProductOrder = (typeof PRODUCT_ORDERS)[number];

const ORDER_COLUMNS = { PRODID: 'id', NAME: 'name_key', DESCRIPTION: 'description' } as const;

export interface ProductSearch {
  /** In any case. */
  readonly name?: string | undefined;
  /** Any of them; none is every number. */
  readonly prodIDs: readonly number[];
}

export interface ProductPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly { readonly by: ProductOrder; readonly descending: boolean }[];
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

export type Products = ReturnType<typeof openProducts>;

export function openProducts(database: Database, clock: Clock) {
  const recordAudit = openAudit(database, clock);
  const locked = siteLock(database);
  const counted = database.prepare((db, p: Params<{ site: number }>) =>
    db
      .selectFrom('sales_product')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('site', '=', p('site')),
  );
  const insert = database.prepare((db, p: Params<Omit<Row, 'id'> & { site: number; name_key: string }>) =>
    db
      .insertInto('sales_product')
      .values({ site: p('site'), name: p('name'), name_key: p('name_key'), description: p('description') })
      .returning('id'),
  );
  const byNumber = database.prepare<{ site: number; id: number }, Row>((db, p) =>
    db
      .selectFrom('sales_product')
      .select(['id', 'name', 'description'])
      .where('id', '=', p('id'))
      .where('site', '=', p('site')),
  );
  const update = database.prepare((db, p: Params<Row & { name_key: string }>) =>
    db
      .updateTable('sales_product')
      .set({ name: p('name'), name_key: p('name_key'), description: p('description') })
      .where('id', '=', p('id')),
  );

  return {
    /**
     * Adds all or none, and gives their numbers in the order given.
     * @throws RuleBroken for one without a name
     * @throws SalesLimitReached
     */
    async add(site: Site, products: readonly NewProduct[]): Promise<number[]> {
      if (products.length > MOST_PRODUCTS) throw full();
      return database.write(async (tx) => {
        await locked.first({ site: site.id }, tx);
        const before = await counted.first({ site: site.id }, tx);
        if ((before?.count ?? 0) + products.length > MOST_PRODUCTS) throw full();
        const numbers: number[] = [];
        for (const { name, description = '' } of products) {
          if (name === undefined) throw new RuleBroken('name', 'is required');
          const row = await insert.first(
            { site: site.id, name, name_key: name.toLowerCase(), description },
            tx,
          );
          if (!row) continue;
          numbers.push(row.id);
          const after = { name, description };
          await recordAudit(tx, { site, act: 'product.created', name, id: row.id, after });
        }
        return numbers;
      });
    },

    /**
     * Changes all or none.
     * @throws ProductNotFound when the site has no product of one of the numbers
     */
    async change(site: Site, changes: readonly ProductChange[]): Promise<void> {
      if (changes.length > MOST_PRODUCTS) throw full();
      await database.write(async (tx) => {
        await locked.first({ site: site.id }, tx);
        for (const { prodID, name, description } of changes) {
          const before = await byNumber.first({ site: site.id, id: prodID }, tx);
          if (!before) throw new ProductNotFound(prodID);
          const after = { name: name ?? before.name, description: description ?? before.description };
          await update.run({ id: prodID, name_key: after.name.toLowerCase(), ...after }, tx);
          const changed = { before: { name: before.name, description: before.description }, after };
          await recordAudit(tx, { site, act: 'product.changed', name: after.name, id: prodID, ...changed });
        }
      });
    },

    /** One page of them, by their numbers where no order is asked for. */
    async search(
      site: Site,
      { name, prodIDs }: ProductSearch,
      { order, maximumNum, startFrom }: ProductPage,
    ): Promise<{ readonly total: number; readonly products: readonly Product[] }> {
      let found = database.builder.selectFrom('sales_product').where('site', '=', site.id);
      if (name !== undefined) found = found.where('name_key', '=', name.toLowerCase());
      if (prodIDs.length > 0) found = found.where('id', 'in', prodIDs);
      const total = await database.first(
        found.select((eb) => eb.fn.countAll<number>().as('count')).compile(),
      );
      let rows = found.select(['id', 'name', 'description']);
      for (const { by, descending } of order) {
        rows = rows.orderBy(ORDER_COLUMNS[by], descending ? 'desc' : 'asc');
      }
      const page = rows
        .orderBy('id')
        .limit(maximumNum)
        .offset(startFrom - 1);
      const products = (await database.all<Row>(page.compile())).map(({ id, ...product }) => ({
        prodID: id,
        ...product,
      }));
      return { total: total?.count ?? 0, products };
    },
  };
}

function full(): SalesLimitReached {
  return new SalesLimitReached('products', MOST_PRODUCTS);
}
