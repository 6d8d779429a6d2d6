import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Account } from '../../src/accounts/account.ts';
import { AddressBookFull, ContactNotFound } from '../../src/contacts/contact.ts';
import { type Contacts, MOST_CONTACTS } from '../../src/contacts/contacts.ts';
import {
  DistListNameTaken,
  DistListNotFound,
  type DistLists,
  MOST_LISTS,
} from '../../src/contacts/dist-lists.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';

forProtocol('the address book of an account', (open) => {
  const site = sharedSite(open);
  let contacts: Contacts;
  let distLists: DistLists;
  let drawn = 0;

  before(() => {
    ({ contacts, distLists } = site().context);
  });

  /** An account that nothing is known of. */
  async function newcomer(): Promise<Account> {
    drawn += 1;
    const { accounts, sites } = site().context;
    return accounts.create(await sites.required('acme'), {
      webExId: `keeper${drawn}`,
      email: `keeper${drawn}@acme.com`,
      firstName: 'Kim',
      lastName: 'Keeper',
      passwordHash: null,
    });
  }

  const many = (count: number) => Array.from({ length: count }, (_, at) => ({ email: `p${at}@example.com` }));
  const namesOf = async (account: Account, list?: { distListID: number }) =>
    (await contacts.of(account, list)).map(({ name }) => name);

  describe('contacts', () => {
    test('come in the order of their names, in any case', async () => {
      const account = await newcomer();
      const named = (name: string) => ({ email: `${name}@example.com`, name });
      await contacts.save(account, ['carl', 'Bert', 'anna'].map(named));
      assert.deepEqual(await namesOf(account), ['anna', 'Bert', 'carl']);
    });

    test('keep their number when they are written again', async () => {
      const account = await newcomer();
      const [first] = await contacts.save(account, [
        { email: 'anna@example.com', name: 'Anna', title: 'Dr' },
      ]);
      const [second] = await contacts.save(account, [{ email: 'ANNA@example.com', name: 'Anna B' }]);
      assert.equal(first, second);
      assert.deepEqual(await contacts.of(account), [
        { contactID: first, email: 'ANNA@example.com', name: 'Anna B' },
      ]);
    });

    test('are as many as an account may keep and not one more', async () => {
      const account = await newcomer();
      // A write has so many seconds, and a machine that is busy with other tests makes few rows in one.
      const all = many(MOST_CONTACTS);
      for (let at = 0; at < all.length; at += 500) await contacts.save(account, all.slice(at, at + 500));
      await contacts.save(account, many(10));
      await assert.rejects(contacts.save(account, [{ email: 'more@example.com' }]), AddressBookFull);
      await assert.rejects(contacts.save(account, many(MOST_CONTACTS + 1)), AddressBookFull);
      assert.equal((await contacts.of(account)).length, MOST_CONTACTS);
    });

    test('go with their account', async () => {
      const [one, other] = [await newcomer(), await newcomer()];
      await contacts.save(one, [{ email: 'a@example.com', name: 'of one' }]);
      await contacts.save(other, [{ email: 'a@example.com', name: 'of the other' }]);
      assert.deepEqual(await namesOf(one), ['of one']);
      assert.deepEqual(await namesOf(other), ['of the other']);
    });
  });

  describe('distribution lists', () => {
    const withThree = async () => {
      const account = await newcomer();
      const people = ['Anna', 'Bert', 'Carl'].map((name) => ({ email: `${name}@example.com`, name }));
      const ids = await contacts.save(account, people);
      return { account, ids };
    };

    test('hold contacts, which come and go', async () => {
      const { account, ids } = await withThree();
      const [anna = 0, bert = 0, carl = 0] = ids;
      const distListID = await distLists.create(account, { name: 'Team', contactIDs: [anna, bert, anna] });
      assert.deepEqual(await namesOf(account, { distListID }), ['Anna', 'Bert']);
      await distLists.change(account, distListID, { operation: 'ADD', contactIDs: [carl, bert] });
      assert.deepEqual(await namesOf(account, { distListID }), ['Anna', 'Bert', 'Carl']);
      await distLists.change(account, distListID, { operation: 'DELETE', contactIDs: [anna] });
      assert.deepEqual(await namesOf(account, { distListID }), ['Bert', 'Carl']);
      await distLists.change(account, distListID, { operation: 'DELETE_ALL', contactIDs: [] });
      assert.deepEqual(await namesOf(account, { distListID }), []);
      assert.equal((await contacts.of(account)).length, 3, 'the contacts themselves stay');
    });

    test('are changed whole or not at all', async () => {
      const { account, ids } = await withThree();
      const [anna = 0, bert = 0] = ids;
      const distListID = await distLists.create(account, { name: 'Team', contactIDs: [anna] });
      const change = (contactIDs: readonly number[], operation: 'ADD' | 'DELETE') =>
        distLists.change(account, distListID, { name: 'Other', operation, contactIDs });
      await assert.rejects(change([bert, Number.MAX_SAFE_INTEGER], 'ADD'), ContactNotFound);
      await assert.rejects(change([anna, bert], 'DELETE'), ContactNotFound);
      assert.deepEqual(await distLists.of(account), [{ distListID, name: 'Team', description: undefined }]);
      assert.deepEqual(await namesOf(account, { distListID }), ['Anna']);
    });

    test('have names of their own', async () => {
      const { account } = await withThree();
      const one = await distLists.create(account, { name: 'One', contactIDs: [] });
      await distLists.create(account, { name: 'Two', contactIDs: [] });
      await assert.rejects(distLists.create(account, { name: 'ONE', contactIDs: [] }), DistListNameTaken);
      const toTwo = { name: 'two', operation: 'ADD', contactIDs: [] } as const;
      await assert.rejects(distLists.change(account, one, toTwo), DistListNameTaken);
      await distLists.change(account, one, { name: 'one', operation: 'ADD', contactIDs: [] });
      assert.deepEqual(
        (await distLists.of(account)).map(({ name }) => name),
        ['one', 'Two'],
      );
    });

    test('are as many as an account may keep', async () => {
      const account = await newcomer();
      for (let at = 0; at < MOST_LISTS; at++)
        await distLists.create(account, { name: `L${at}`, contactIDs: [] });
      await assert.rejects(distLists.create(account, { name: 'more', contactIDs: [] }), AddressBookFull);
    });

    test('know neither the contacts nor the lists of another account', async () => {
      const { account, ids } = await withThree();
      const other = await newcomer();
      const distListID = await distLists.create(account, { name: 'Team', contactIDs: ids });
      await assert.rejects(distLists.create(other, { name: 'Team', contactIDs: ids }), ContactNotFound);
      const clear = { operation: 'DELETE_ALL', contactIDs: [] } as const;
      await assert.rejects(distLists.change(other, distListID, clear), DistListNotFound);
      assert.deepEqual(await distLists.of(other), []);
      assert.deepEqual(await contacts.of(other, { distListID }), []);
      assert.equal((await contacts.of(account, { distListID })).length, 3);
    });
  });
});
