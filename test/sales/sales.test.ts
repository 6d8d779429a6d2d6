import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Account } from '../../src/accounts/account.ts';
import { RuleBroken } from '../../src/refusal.ts';
import { MOST_PRODUCTS, SalesLimitReached } from '../../src/sales/limits.ts';
import { OpportunityNameTaken, OpportunityNotFound } from '../../src/sales/opportunity.ts';
import { ProductNotFound } from '../../src/sales/products.ts';
import { SalesAccountNameTaken, SalesAccountNotFound } from '../../src/sales/sales-account.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

forProtocol('what there is to sell', (open) => {
  const site = sharedSite(open);
  let drawn = 0;

  /** Somebody who sells and has nothing yet. */
  async function seller(): Promise<Account> {
    drawn += 1;
    const { accounts, sites } = site().context;
    return accounts.create(await sites.required('acme'), {
      webExId: `seller${drawn}`,
      email: `seller${drawn}@acme.com`,
      firstName: 'Sue',
      lastName: 'Seller',
      passwordHash: null,
    });
  }

  describe('accounts', () => {
    test('come by their names in any case, each owner their own', async () => {
      const { salesAccounts } = site().context;
      const [one, other] = [await seller(), await seller()];
      for (const name of ['carl', 'Bert', 'anna']) await salesAccounts.create(one, { name });
      await salesAccounts.create(other, { name: 'Carl' });
      assert.deepEqual(
        (await salesAccounts.of(one)).map(({ name }) => name),
        ['anna', 'Bert', 'carl'],
      );
      assert.equal((await salesAccounts.of(other)).length, 1);
    });

    test('have a name once, in any case, also when two are made or renamed at once', async () => {
      const { salesAccounts } = site().context;
      const owner = await seller();
      const made = await Promise.allSettled(
        ['Acme', 'ACME', 'acme'].map((name) => salesAccounts.create(owner, { name })),
      );
      assert.equal(made.filter(({ status }) => status === 'fulfilled').length, 1);
      const other = await salesAccounts.create(owner, { name: 'Other' });
      await assert.rejects(salesAccounts.change(owner, other, { name: 'aCME' }), SalesAccountNameTaken);
      await salesAccounts.change(owner, other, { name: 'OTHER' });
      assert.deepEqual(
        (await salesAccounts.of(owner, { intAccountID: other })).map(({ name }) => name),
        ['OTHER'],
      );
    });

    test('are a part of another one, and never of themselves', async () => {
      const { salesAccounts } = site().context;
      const owner = await seller();
      const top = await salesAccounts.create(owner, { name: 'Top' });
      const middle = await salesAccounts.create(owner, { name: 'Middle', parentIntID: top });
      const low = await salesAccounts.create(owner, { name: 'Low', parentIntID: middle });
      for (const parentIntID of [top, middle, low]) {
        await assert.rejects(salesAccounts.change(owner, top, { parentIntID }), RuleBroken);
      }
      const theirs = await salesAccounts.create(await seller(), { name: 'Theirs' });
      await assert.rejects(
        salesAccounts.change(owner, low, { parentIntID: theirs }),
        new SalesAccountNotFound(theirs),
      );
      await salesAccounts.change(owner, low, { parentIntID: top, extAccountID: 'L-1' });
      assert.deepEqual(await salesAccounts.of(owner, { extAccountID: 'L-1' }), [
        { intAccountID: low, name: 'Low', parentIntID: top, extAccountID: 'L-1', extSystemID: undefined },
      ]);
    });
  });

  describe('opportunities', () => {
    test('have a name once with an account, and once without', async () => {
      const { salesAccounts, opportunities } = site().context;
      const owner = await seller();
      const intAccountID = await salesAccounts.create(owner, { name: 'A' });
      const other = await salesAccounts.create(owner, { name: 'B' });
      await opportunities.create(owner, { name: 'Desks', intAccountID });
      await opportunities.create(owner, { name: 'Desks', intAccountID: other });
      const alone = await opportunities.create(owner, { name: 'Desks' });
      for (const more of [{ intAccountID }, { intAccountID: other }, {}]) {
        await assert.rejects(opportunities.create(owner, { name: 'DESKS', ...more }), OpportunityNameTaken);
      }
      await assert.rejects(opportunities.change(owner, alone, { intAccountID }), OpportunityNameTaken);
      await opportunities.change(owner, alone, { intAccountID, name: 'Chairs', extOpptyID: 'C' });
      assert.deepEqual(
        (await opportunities.of(owner, { intAccountID })).map(({ name }) => name),
        ['Chairs', 'Desks'],
      );
    });

    test('are of an account of the same owner, and nobody else’s', async () => {
      const { salesAccounts, opportunities } = site().context;
      const [owner, other] = [await seller(), await seller()];
      const intAccountID = await salesAccounts.create(owner, { name: 'A', extAccountID: 'ext-a' });
      const intOpptyID = await opportunities.create(owner, { name: 'Desks', intAccountID });
      await assert.rejects(opportunities.create(other, { name: 'X', intAccountID }), SalesAccountNotFound);
      await assert.rejects(opportunities.change(other, intOpptyID, { name: 'X' }), OpportunityNotFound);
      assert.deepEqual(await opportunities.of(other, { intOpptyID }), []);
      assert.deepEqual(
        (await opportunities.of(owner, { extAccountID: 'ext-a' })).map((one) => one.intOpptyID),
        [intOpptyID],
      );
    });
  });

  describe('products', () => {
    test('are added and changed all or none', async () => {
      const { products, sites } = site().context;
      const acme = await sites.required('acme-w11');
      const all = async () =>
        products.search(acme, { prodIDs: [] }, { startFrom: 1, maximumNum: 500, order: [] });
      await assert.rejects(products.add(acme, [{ name: 'A' }, {}]), RuleBroken);
      assert.equal((await all()).total, 0);
      const numbers = await products.add(acme, [{ name: 'B' }, { name: 'A', description: 'first' }]);
      assert.deepEqual(
        (await all()).products.map(({ prodID }) => prodID),
        numbers,
      );
      const [b = 0, a = 0] = numbers;
      await assert.rejects(
        products.change(acme, [
          { prodID: a, name: 'Z' },
          { prodID: 10 ** 9, name: 'Y' },
        ]),
        ProductNotFound,
      );
      await products.change(acme, [{ prodID: b, description: 'second' }]);
      assert.deepEqual(
        (
          await products.search(
            acme,
            { prodIDs: [] },
            { startFrom: 1, maximumNum: 1, order: [{ by: 'NAME', descending: true }] },
          )
        ).products,
        [{ prodID: b, name: 'B', description: 'second' }],
      );
    });

    test('are as many as a site keeps and not one more', async () => {
      const { products, sites } = site().context;
      const acme = await sites.required('acme-sso');
      const many = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `P${at}` }));
      await assert.rejects(products.add(acme, many(MOST_PRODUCTS + 1)), SalesLimitReached);
      // A write has so many seconds, and a machine that is busy with other tests makes few rows in one.
      for (let left = MOST_PRODUCTS; left > 0; left -= 500)
        await products.add(acme, many(Math.min(left, 500)));
      await assert.rejects(products.add(acme, many(1)), SalesLimitReached);
    });
  });
});
