import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAccounts } from '../../../src/accounts/accounts.ts';
import { systemRandom } from '../../../src/random.ts';
import { openSessionKeys } from '../../../src/sessions/session-keys.ts';
import { openWaitingInvitations } from '../../../src/sessions/waiting-invitations.ts';
import { openSignedInDevices } from '../../../src/sign-in/devices/signed-in-devices.ts';
import { SessionTicketInvalid } from '../../../src/sign-in/failures.ts';
import { openTickets } from '../../../src/sign-in/tickets.ts';
import { openSites } from '../../../src/sites/sites.ts';
import { forProtocol, type TestDatabases } from '../../support/databases.ts';
import { TestClock } from '../../support/site.ts';

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';

async function signedIn(open: TestDatabases['open']) {
  const database = await open();
  const clock = new TestClock();
  const sites = openSites(database, clock);
  const [keys, invitations] = [openSessionKeys(database, systemRandom), openWaitingInvitations(database)];
  const accounts = openAccounts(database, clock, systemRandom, keys, invitations, async () => {});
  const tickets = openTickets(database, clock, systemRandom, Buffer.alloc(32));
  const devices = openSignedInDevices(database, clock, accounts);
  const site = await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
  const person = (webExId: string) => ({
    ...{ webExId, email: `${webExId}@acme.com`, firstName: webExId, lastName: 'X' },
    passwordHash: null,
  });
  const account = await accounts.create(site, person('ada'));
  const other = await accounts.create(site, person('bob'));
  const desk = await tickets.openBrowserSession(account, site, undefined, {
    userAgent: FIREFOX,
    address: '192.0.2.7',
  });
  clock.advance({ minutes: 1 });
  const phone = await tickets.openBrowserSession(account, site, undefined, { userAgent: IPHONE });
  const ofOther = await tickets.openBrowserSession(other, site);
  const isIn = async (cookie: string) => (await tickets.browserSession(cookie, site)) !== undefined;
  return { accounts, tickets, devices, site, account, other, desk, phone, ofOther, isIn, clock };
}

forProtocol('signed-in devices', (open) => {
  test('are told in words, the last seen first, to their own account', async () => {
    const { devices, site, account, desk, phone, clock } = await signedIn(open);
    const list = await devices.list({ site, account, thisDevice: desk.id });
    const [now, before] = [clock.now(), clock.now() - 60_000];
    assert.deepEqual(list, [
      {
        ...{ id: phone.id, browser: 'Safari', system: 'iPhone', signedInAt: now, lastSeenAt: now },
        ...{ bySingleSignOn: false, isThis: false },
      },
      {
        ...{ id: desk.id, browser: 'Firefox', system: 'Windows', signedInAt: before, lastSeenAt: before },
        ...{ address: '192.0.2.7', bySingleSignOn: false, isThis: true },
      },
    ]);
  });

  test('are ended one by one, and never those of somebody else', async () => {
    const { devices, site, account, desk, phone, ofOther, isIn } = await signedIn(open);
    assert.equal(await devices.end({ site, account }, ofOther.id), false);
    assert.equal(await devices.end({ site, account }, phone.id), true);
    assert.equal(await devices.end({ site, account }, phone.id), false);
    assert.deepEqual(
      [await isIn(desk.cookie), await isIn(phone.cookie), await isIn(ofOther.cookie)],
      [true, false, true],
    );
  });

  test('are all ended but the one that asks', async () => {
    const { devices, site, account, desk, phone, ofOther, isIn } = await signedIn(open);
    assert.equal(await devices.endOthers({ site, account, thisDevice: desk.id }), 1);
    assert.deepEqual(
      [await isIn(desk.cookie), await isIn(phone.cookie), await isIn(ofOther.cookie)],
      [true, false, true],
    );
  });

  test('are ended everywhere, with the tickets of programs', async () => {
    const { accounts, tickets, devices, site, account, desk, phone, isIn } = await signedIn(open);
    const { sessionTicket } = await tickets.sessionTicketFor(account, site);
    assert.equal((await tickets.holderOf(sessionTicket, site)).id, account.id);
    await devices.endEverywhere({ site, account, thisDevice: desk.id });
    await assert.rejects(tickets.holderOf(sessionTicket, site), SessionTicketInvalid);
    assert.deepEqual([await isIn(desk.cookie), await isIn(phone.cookie)], [true, false]);
    const after = await accounts.required(site, 'ada');
    assert.equal((await devices.list({ site, account: after })).length, 1);
    await devices.endEverywhere({ site, account: after });
    assert.equal(await isIn(desk.cookie), false);
  });
});
