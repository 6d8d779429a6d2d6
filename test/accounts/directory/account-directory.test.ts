import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Accounts, type NewAccount, openAccounts } from '../../../src/accounts/accounts.ts';
import {
  type AccountDirectory,
  type DirectorySearch,
  openAccountDirectory,
} from '../../../src/accounts/directory/account-directory.ts';
import { DIRECTORY_ORDERS } from '../../../src/accounts/directory/directory-order.ts';
import type { Database } from '../../../src/database/database.ts';
import { ACCOUNT_COUNTING } from '../../../src/database/migrations/0037-account-lists.ts';
import { systemRandom } from '../../../src/random.ts';
import { RuleBroken } from '../../../src/refusal.ts';
import { openSessionKeys } from '../../../src/sessions/session-keys.ts';
import { openWaitingInvitations } from '../../../src/sessions/waiting-invitations.ts';
import type { Site } from '../../../src/sites/site.ts';
import { openSites } from '../../../src/sites/sites.ts';
import { forEachDatabase, forSqlite, type TestDatabases } from '../../support/databases.ts';
import { TestClock } from '../../support/site.ts';

interface House {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly directory: AccountDirectory;
  readonly site: Site;
  readonly other: Site;
  readonly clock: TestClock;
}

async function house(open: TestDatabases['open']): Promise<House> {
  const database = await open();
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const [keys, invitations] = [openSessionKeys(database, systemRandom), openWaitingInvitations(database)];
  const accounts = openAccounts(database, clock, systemRandom, keys, invitations, async () => {});
  const site = await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
  const other = await sites.create({ siteName: 'beta', siteID: 2, type: 3 });
  return { database, accounts, directory: openAccountDirectory(database), site, other, clock };
}

const PEOPLE = [
  { webExId: 'anna', email: 'anna.schmidt@acme.com', firstName: 'Anna', lastName: 'Schmidt' },
  { webExId: 'bmueller', email: 'b.mueller@acme.com', firstName: 'Bernd', lastName: 'Müller' },
  { webExId: 'annika', email: 'annika@partner.org', firstName: 'Annika', lastName: 'van der Berg' },
  { webExId: 'obrien', email: 'pat@acme.com', firstName: 'Pat', lastName: "O'Brien" },
  { webExId: 'zoe@acme.com', email: 'zoe@acme.com', firstName: 'Zoë', lastName: 'Schmidt-Adler' },
];

async function peopled(open: TestDatabases['open']): Promise<House> {
  const there = await house(open);
  for (const person of PEOPLE) await there.accounts.create(there.site, { ...person, passwordHash: null });
  const stranger = { webExId: 'anna', email: 'anna@beta.com', firstName: 'Anna', lastName: 'Beta' };
  await there.accounts.create(there.other, { ...stranger, passwordHash: null });
  return there;
}

const LOCKOUT = { tries: 3, since: 0 };

function search({ clock }: House, more: Partial<DirectorySearch> = {}): DirectorySearch {
  return { now: clock.now(), lockout: LOCKOUT, ...more };
}

const BY_NAME = { by: 'name', descending: false } as const;

async function found(there: House, more: Partial<DirectorySearch>): Promise<string[]> {
  const page = await there.directory.page(there.site, search(there, more), { order: BY_NAME, size: 50 });
  assert.deepEqual(page.total, { count: page.accounts.length, isExact: true });
  return page.accounts.map(({ webExId }) => webExId);
}

forEachDatabase('the list of accounts', (open) => {
  test('finds by the beginnings of whatever people type, on one site alone', async () => {
    const there = await peopled(open);
    const asked: readonly (readonly [string, readonly string[]])[] = [
      ['ann', ['anna', 'annika']],
      ['ANNA schm', ['anna']],
      ['Schmidt, Anna', ['anna']],
      ['schmidt', ['anna', 'zoe@acme.com']],
      ['adler', ['zoe@acme.com']],
      ['muller', ['bmueller']],
      ['Müller', ['bmueller']],
      ['zoe', ['zoe@acme.com']],
      ['berg', ['annika']],
      ["o'brien", ['obrien']],
      ['brien', ['obrien']],
      ['@partner.org', ['annika']],
      ['anna.schmidt@acme.com', ['anna']],
      ['acme.com', ['bmueller', 'obrien', 'anna', 'zoe@acme.com']],
      ['nobody', []],
      ['%', []],
      ['   ', ['bmueller', 'obrien', 'anna', 'zoe@acme.com', 'annika']],
    ];
    for (const [text, webExIds] of asked) assert.deepEqual(await found(there, { text }), webExIds, text);
  });

  test('follows what changes', async () => {
    const there = await peopled(open);
    await there.accounts.change(there.site, 'anna', () => ({ lastName: 'Weber', email: 'weber@acme.com' }));
    assert.deepEqual(await found(there, { text: 'weber' }), ['anna']);
    assert.deepEqual(await found(there, { text: 'anna schmidt' }), []);
    assert.deepEqual(await found(there, { text: 'anna' }), ['anna']);
  });

  test('narrows by role and by state, and counts both', async () => {
    const there = await peopled(open);
    const { accounts, site, clock, directory } = there;
    await accounts.change(site, 'anna', () => ({ profile: { privileges: { siteAdmin: true } } }));
    await accounts.change(site, 'annika', () => ({ profile: { privileges: { roSiteAdmin: true } } }));
    await accounts.change(site, 'obrien', () => ({
      profile: { privileges: { host: false, attendeeOnly: true } },
      locked: true,
    }));
    await accounts.change(site, 'bmueller', () => ({ active: 'DEACTIVATED', expiresAt: clock.now() - 1 }));
    await accounts.change(site, 'zoe@acme.com', () => ({ email: 'zoe@elsewhere.org' }));
    const wrong = await accounts.required(site, 'annika');
    for (let tries = 0; tries < 3; tries++) await accounts.countAttempt(wrong, 0, 9);
    assert.deepEqual(await found(there, { role: 'admin' }), ['anna']);
    assert.deepEqual(await found(there, { role: 'readOnlyAdmin' }), ['annika']);
    assert.deepEqual(await found(there, { role: 'attendee' }), ['obrien']);
    assert.deepEqual(await found(there, { role: 'host' }), ['bmueller', 'zoe@acme.com']);
    assert.deepEqual(await found(there, { role: 'host', state: 'active' }), ['zoe@acme.com']);
    assert.deepEqual(await found(there, { state: 'inactive' }), ['bmueller']);
    assert.deepEqual(await found(there, { state: 'awaiting' }), []);
    assert.deepEqual(await found(there, { state: 'locked' }), ['obrien', 'annika']);
    assert.deepEqual(await found(there, { state: 'locked', text: 'pat' }), ['obrien']);
    assert.deepEqual(await found(there, { state: 'expired' }), ['bmueller']);
    assert.deepEqual(await found(there, { state: 'unconfirmed' }), ['zoe@acme.com']);
    assert.equal(await directory.count(site, { role: 'host', state: 'active' }), 1);
    assert.equal(await directory.count(site, {}), 5);
  });

  test('keeps the counts that a count of all accounts gives', async () => {
    const { database, accounts, site } = await peopled(open);
    await accounts.change(site, 'anna', () => ({ active: 'DEACTIVATED' }));
    await accounts.change(site, 'anna', () => ({ profile: { privileges: { siteAdmin: true } } }));
    const counts = () =>
      database.all(
        database.builder
          .selectFrom('account_count')
          .selectAll()
          .where('accounts', '!=', 0)
          .orderBy('site')
          .orderBy('active')
          .orderBy('privileges')
          .compile(),
      );
    const kept = await counts();
    await database.run(database.builder.deleteFrom('account_count').compile());
    await database.run(ACCOUNT_COUNTING.compile(database.builder));
    assert.deepEqual(await counts(), kept);
  });

  test('is read page by page in each order, in both directions, and shows everybody once', async () => {
    const there = await peopled(open);
    const { directory, site } = there;
    for (const by of DIRECTORY_ORDERS) {
      const orders: string[][] = [];
      for (const descending of [false, true]) {
        const seen: string[] = [];
        let after: string | undefined;
        do {
          const page = await directory.page(site, search(there), {
            order: { by, descending },
            size: 2,
            after,
          });
          assert.deepEqual(page.total, { count: 5, isExact: true });
          seen.push(...page.accounts.map(({ webExId }) => webExId));
          after = page.next;
        } while (after !== undefined);
        orders.push(seen);
      }
      assert.equal(new Set(orders[0]).size, 5, by);
      assert.deepEqual(orders[0], orders[1]?.toReversed(), by);
    }
  });

  test('refuses a place that is none', async () => {
    const there = await peopled(open);
    for (const after of ['', 'x', Buffer.from('[1,2,3]').toString('base64url'), 'WyJhIiwiYiIsIjEiXQ']) {
      const asked = { order: BY_NAME, size: 2, after };
      await assert.rejects(there.directory.page(there.site, search(there), asked), RuleBroken);
    }
  });
});

/** More accounts than a page gathers, as the store would have made them. */
async function crowded(open: TestDatabases['open']): Promise<House> {
  const there = await house(open);
  const { accounts, site } = there;
  const people = Array.from({ length: 1_200 }, (_, at): NewAccount => {
    const name = String(at).padStart(4, '0');
    return {
      webExId: `user${name}`,
      email: `user${name}@acme.com`,
      firstName: at % 2 === 0 ? 'Even' : 'Odd',
      lastName: `Last${name}`,
      passwordHash: null,
      emailConfirmed: at !== 700,
    };
  });
  await Promise.all(people.map((person) => accounts.create(site, person)));
  return there;
}

forSqlite('a list of many accounts', (open) => {
  test('says that there are more than it counts, and leaves nobody out', async () => {
    const there = await crowded(open);
    const { directory, site } = there;
    const order = { by: 'webExID', descending: true } as const;
    const everybody = search(there, { text: 'user acme' });
    const first = await directory.page(site, search(there, { text: 'user' }), { order, size: 50 });
    assert.deepEqual(first.total, { count: 1_000, isExact: false });
    assert.equal(first.accounts[0]?.webExId, 'user1199');
    let seen = 0;
    let after: string | undefined;
    do {
      const page = await directory.page(site, everybody, { order, size: 300, after });
      seen += page.accounts.length;
      after = page.next;
    } while (after !== undefined);
    assert.equal(seen, 1_200);
    assert.deepEqual(
      (await directory.page(site, search(there, { text: 'user even' }), { order, size: 50 })).total,
      { count: 600, isExact: true },
    );
    assert.deepEqual(
      (await directory.page(site, search(there, { state: 'unconfirmed' }), { order, size: 50 })).accounts.map(
        ({ webExId }) => webExId,
      ),
      ['user0700'],
    );
  });
});
