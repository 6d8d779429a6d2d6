import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccounts } from '../../src/accounts/accounts.ts';
import { systemRandom } from '../../src/random.ts';
import { openSessionKeys } from '../../src/sessions/session-keys.ts';
import { openWaitingInvitations } from '../../src/sessions/waiting-invitations.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol, type TestDatabases } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

const ADA = { webExId: 'Ada', email: 'ada@acme.com', firstName: 'Ada', lastName: 'Byron', passwordHash: 'h' };

async function founded(open: TestDatabases['open'], random = systemRandom) {
  const database = await open();
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const accounts = openAccounts(
    database,
    clock,
    random,
    openSessionKeys(database, random),
    openWaitingInvitations(database),
    async () => {},
  );
  const site = await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
  return { accounts, sites, site, clock };
}

forProtocol('accounts', (open) => {
  test('are found by what they are called, in any case, on their own site', async () => {
    const { accounts, sites, site } = await founded(open);
    const ada = await accounts.create(site, { ...ADA, personalUrl: 'Ada.B' });
    for (const found of [
      await accounts.find(site, 'ADA'),
      await accounts.findByEmail(site, 'ADA@acme.COM'),
      await accounts.findByUserId(site, ada.userId),
      await accounts.findByPersonalUrl(site, 'ada.b'),
      await accounts.findById(ada.id),
    ]) {
      assert.deepEqual(found, ada);
    }
    const other = await sites.create({ siteName: 'other', siteID: 2, type: 3 });
    assert.equal(await accounts.find(other, 'Ada'), undefined);
    assert.equal(await accounts.findByEmail(other, ADA.email), undefined);
    assert.equal(await accounts.findByUserId(other, ada.userId), undefined);
    assert.equal(await accounts.findByPersonalUrl(other, 'ada.b'), undefined);
    await assert.rejects(accounts.required(other, 'Ada'), { name: 'AccountNotFound' });
  });

  test('draw a number again when it is taken', async () => {
    const drawn = [111_111_111, 111_111_111, 222_222_222];
    const digits = (count: number) =>
      count === 9 ? (drawn.shift() ?? systemRandom.digits(9)) : systemRandom.digits(count);
    const { accounts, site } = await founded(open, { ...systemRandom, digits });
    const numbers = new Set<number>();
    for (const name of ['one', 'two', 'three']) {
      const { userId } = await accounts.create(site, { ...ADA, webExId: name, email: `${name}@acme.com` });
      numbers.add(userId);
    }
    assert.equal(numbers.size, 3);
  });

  test('say which name is taken, the webExID before the e-mail', async () => {
    const { accounts, site } = await founded(open);
    await accounts.create(site, { ...ADA, personalUrl: 'ada' });
    const create = (given: object) => accounts.create(site, { ...ADA, ...given });
    await assert.rejects(create({}), { name: 'WebExIdTaken' });
    await assert.rejects(create({ email: 'new@acme.com' }), { name: 'WebExIdTaken' });
    await assert.rejects(create({ webExId: 'new' }), { name: 'EmailTaken' });
    await assert.rejects(create({ webExId: 'new', email: 'new@acme.com', personalUrl: 'ADA' }), {
      name: 'PersonalUrlTaken',
    });
    await create({ webExId: 'new', email: 'new@acme.com' });
    const change = (given: object) => accounts.change(site, 'new', () => given);
    await assert.rejects(change({ webExId: 'ADA', email: ADA.email }), { name: 'WebExIdTaken' });
    await assert.rejects(change({ webExId: 'NEW', email: ADA.email }), { name: 'EmailTaken' });
    await assert.rejects(change({ personalUrl: 'Ada' }), { name: 'PersonalUrlTaken' });
    await change({ webExId: 'NEW' });
    assert.equal((await accounts.required(site, 'new')).webExId, 'NEW');
  });

  test('raise their version with every change, and the credentials with those that end tickets', async () => {
    const { accounts, site } = await founded(open);
    await accounts.create(site, ADA);
    let before = await accounts.required(site, 'Ada');
    for (const [change, ends] of [
      [{ firstName: 'A.' }, 0],
      [{ passwordHash: 'h' }, 0],
      [{ passwordHash: 'other' }, 1],
      [{ locked: true }, 1],
      [{ locked: false }, 0],
      [{ active: 'DEACTIVATED' }, 1],
      [{ active: 'ACTIVATED' }, 0],
    ] as const) {
      await accounts.change(site, 'Ada', () => change);
      const after = await accounts.required(site, 'Ada');
      assert.equal(after.version, before.version + 1);
      assert.equal(after.credentialVersion - before.credentialVersion, ends, JSON.stringify(change));
      before = after;
    }
  });

  test('are left as they are when a change is refused while it is decided', async () => {
    const { accounts, site } = await founded(open);
    const ada = await accounts.create(site, ADA);
    const refused = accounts.change(site, 'Ada', () => {
      throw new Error('no');
    });
    await assert.rejects(refused, /^Error: no$/);
    assert.deepEqual(await accounts.required(site, 'Ada'), ada);
    await assert.rejects(
      accounts.change(site, 'nobody', () => ({})),
      { name: 'AccountNotFound' },
    );
  });

  test('change nested values one by one, and lists whole', async () => {
    const { accounts, site } = await founded(open);
    await accounts.create(site, {
      ...ADA,
      profile: { phones: { phone: '1', fax: '2' }, meetingTypes: [1, 3] },
    });
    await accounts.change(site, 'Ada', () => ({ profile: { phones: { fax: '3' }, meetingTypes: [9] } }));
    const { profile } = await accounts.withProfile(await accounts.required(site, 'Ada'));
    assert.deepEqual([profile.phones, profile.meetingTypes], [{ phone: '1', fax: '3' }, [9]]);
  });
});
