import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccounts } from '../../../src/accounts/accounts.ts';
import type { Database } from '../../../src/database/database.ts';
import { systemRandom } from '../../../src/random.ts';
import { openSessionKeys } from '../../../src/sessions/session-keys.ts';
import { openWaitingInvitations } from '../../../src/sessions/waiting-invitations.ts';
import { openApiTokens } from '../../../src/sign-in/api-tokens/api-tokens.ts';
import { openSignedInDevices } from '../../../src/sign-in/devices/signed-in-devices.ts';
import { openSites } from '../../../src/sites/sites.ts';
import { countedStatements } from '../../support/counted-statements.ts';
import { forEachDatabase, type TestDatabases } from '../../support/databases.ts';
import { TestClock } from '../../support/site.ts';

const SCOPES = ['meeting:schedules_read', 'meeting:schedules_write'];
const WANTED = { name: 'Backup script', scopes: SCOPES, days: 30 };

/** What one process has; two of them may have one database. */
function process(database: Database, clock: TestClock) {
  const sites = openSites(database, clock);
  const [keys, invitations] = [openSessionKeys(database, systemRandom), openWaitingInvitations(database)];
  const accounts = openAccounts(database, clock, systemRandom, keys, invitations, async () => {});
  const faults: unknown[] = [];
  const tokens = openApiTokens({
    database,
    clock,
    random: systemRandom,
    accounts,
    sites,
    report: (error) => faults.push(error),
  });
  return { sites, accounts, tokens, faults };
}

async function withToken(open: TestDatabases['open']) {
  const { database, statements } = countedStatements(await open(undefined, { alone: true }));
  const clock = new TestClock();
  const { sites, accounts, tokens, faults } = process(database, clock);
  const site = await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
  const person = (webExId: string) => ({
    ...{ webExId, email: `${webExId}@acme.com`, firstName: webExId, lastName: 'X' },
    passwordHash: null,
  });
  const account = await accounts.create(site, person('ada'));
  const other = await accounts.create(site, person('bob'));
  const made = await tokens.createPersonal(account, WANTED);
  const works = async () => (await tokens.find(made.token)) !== undefined;
  return { database, statements, clock, sites, accounts, tokens, faults, site, account, other, made, works };
}

forEachDatabase('tokens of the REST interface', (open, { fresh, dialect }) => {
  test('are found with their account, site and scopes, and cost no statement once they are known', async () => {
    const { tokens, made, statements, account, clock, site } = await withToken(open);
    assert.match(made.token, /^plat_[\w-]{43}$/);
    await tokens.find(made.token);
    await tokens.find(made.token);
    const before = statements.filter((text) => !text.includes('api_token_use')).length;
    const found = await tokens.find(made.token);
    assert.equal(statements.filter((text) => !text.includes('api_token_use')).length, before);
    assert.equal(found?.kind, 'personal');
    assert.equal(found?.account.webExId, account.webExId);
    assert.equal(found?.site.siteName, site.siteName);
    assert.deepEqual([...(found?.scopes ?? [])], SCOPES);
    assert.equal(found?.expires, clock.now() + 30 * 86_400_000);
  });

  test('are nowhere in the database', async () => {
    const { database, made } = await withToken(open);
    const rows = await database.all<object>(database.builder.selectFrom('api_token').selectAll().compile());
    assert.ok(rows.length > 0);
    const secret = made.token.slice(5);
    for (const row of rows) {
      for (const value of Object.values(row)) {
        const text = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value);
        assert.ok(!text.includes(secret));
      }
    }
  });

  test('of nobody are found not, and ask the database for nothing unless they look like one', async () => {
    const { tokens, made, statements } = await withToken(open);
    const before = statements.length;
    for (const token of [
      '',
      'x',
      `plat_${'a'.repeat(42)}`,
      `plat_${'a'.repeat(44)}`,
      `plrt_${made.token.slice(5)}`,
    ]) {
      assert.equal(await tokens.find(token), undefined);
    }
    assert.equal(statements.length, before);
    assert.equal(await tokens.find(`plat_${'a'.repeat(43)}`), undefined);
    assert.equal(await tokens.find(made.token.toUpperCase()), undefined);
  });

  test('end with their time, to the millisecond', async () => {
    const { works, clock } = await withToken(open);
    clock.advance({ minutes: 30 * 24 * 60 - 1 });
    assert.equal(await works(), true);
    clock.advance({ minutes: 1 });
    assert.equal(await works(), false);
  });

  test('end when they are revoked, and nobody revokes those of others', async () => {
    const { works, tokens, account, other, made } = await withToken(open);
    assert.equal(await works(), true);
    await assert.rejects(tokens.revokePersonal(other, made.id), /no such token/);
    assert.equal(await works(), true);
    await tokens.revokePersonal(account, made.id);
    assert.equal(await works(), false);
    await assert.rejects(tokens.revokePersonal(account, made.id), /no such token/);
  });

  const ENDINGS: Readonly<
    Record<string, (given: Awaited<ReturnType<typeof withToken>>) => Promise<unknown>>
  > = {
    'the account is deactivated': ({ accounts, site }) =>
      accounts.change(site, 'ada', () => ({ active: 'DEACTIVATED' })),
    'an administrator locks the account': ({ accounts, site }) =>
      accounts.change(site, 'ada', () => ({ locked: true })),
    'the time of the account is over': ({ accounts, site, clock }) =>
      accounts.change(site, 'ada', () => ({ expiresAt: clock.now() })),
    'the site is closed': ({ sites }) => sites.change('acme', { status: 'CLOSED' }),
    'the password is another': ({ accounts, site }) =>
      accounts.change(site, 'ada', () => ({ passwordHash: 'new' })),
    'its owner signs out everywhere': ({ database, clock, accounts, site, account }) =>
      openSignedInDevices(database, clock, accounts).endEverywhere({ site, account }),
    'the site has a new security policy': ({ sites }) => sites.change('acme', { newSecurityPolicy: true }),
  };
  for (const [what, happens] of Object.entries(ENDINGS)) {
    test(`end when ${what}`, async () => {
      const given = await withToken(open);
      assert.equal(await given.works(), true);
      await happens(given);
      assert.equal(await given.works(), false);
    });
  }

  test('end in every process at once', {
    skip: dialect === 'sqlite' && 'a file has one process',
  }, async () => {
    const url = await fresh();
    const clock = new TestClock();
    const [here, there] = [process(await open(url), clock), process(await open(url), clock)];
    const site = await here.sites.create({ siteName: 'acme', siteID: 1, type: 3 });
    const account = await here.accounts.create(site, {
      ...{ webExId: 'ada', email: 'ada@acme.com', firstName: 'A', lastName: 'B', passwordHash: null },
    });
    const { token, id } = await here.tokens.createPersonal(account, WANTED);
    assert.equal((await there.tokens.find(token))?.id, id);
    assert.equal((await there.tokens.find(token))?.id, id);
    await here.tokens.revokePersonal(account, id);
    assert.equal(await there.tokens.find(token), undefined);
  });

  test('tell their owner of their last use, and cost a write in ten minutes at most', async () => {
    const { tokens, account, site, made, clock, works, statements, faults } = await withToken(open);
    const list = () => tokens.listPersonal(account, site.securityVersion);
    assert.equal((await list())[0]?.usedAt, undefined);
    const used = clock.now();
    await works();
    await works();
    assert.equal((await list())[0]?.usedAt, used);
    assert.equal(statements.filter((text) => text.startsWith('insert into "api_token_use"')).length, 1);
    clock.advance({ minutes: 11 });
    await works();
    assert.equal((await list())[0]?.usedAt, clock.now());
    assert.deepEqual((await list())[0]?.scopes, made.scopes);
    assert.deepEqual(faults, []);
  });

  test('are refused with the rule that they break', async () => {
    const { tokens, account } = await withToken(open);
    const refused = (change: object, rule: RegExp) =>
      assert.rejects(tokens.createPersonal(account, { ...WANTED, ...change }), rule);
    await refused({ name: ' ' }, /name: must say/);
    await refused({ name: 'x'.repeat(65) }, /name: can have 64/);
    await refused({ scopes: [] }, /scopes: must be one/);
    await refused({ scopes: ['meeting:everything'] }, /scopes: meeting:everything is no scope/);
    await refused({ days: 0.4 }, /days: must be from 0.5 to 365/);
    await refused({ days: 366 }, /days/);
    await refused({ days: Number.NaN }, /days/);
  });
});
