import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSites } from '../../src/sites/sites.ts';
import { forProtocol } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

forProtocol('sites', (open) => {
  const clock = new TestClock();

  test('are found by name in any case, and by number', async () => {
    const sites = openSites(await open(), clock);
    const site = await sites.create({ siteName: 'Acme', siteID: 7, type: 3 });
    assert.equal(site.siteName, 'acme');
    assert.deepEqual(await sites.byName('ACME'), site);
    assert.deepEqual(await sites.bySiteID(7), site);
    assert.deepEqual(await sites.byId(site.id), site);
    assert.equal(await sites.byName('acm'), undefined);
    assert.equal(await sites.bySiteID(8), undefined);
    await assert.rejects(sites.required('acm'), { name: 'SiteNotFound' });
  });

  test('have names that a host can have', async () => {
    const sites = openSites(await open(), clock);
    for (const siteName of ['', '-a', 'a-', 'a b', 'a.b', 'a/b', 'ä', 'a'.repeat(64), 'Assets', 'schemas']) {
      await assert.rejects(sites.create({ siteName, siteID: 1, type: 3 }), { name: 'RuleBroken' });
    }
    await sites.create({ siteName: 'a'.repeat(63), siteID: 1, type: 3 });
  });

  test('have a name and a number of their own', async () => {
    const sites = openSites(await open(), clock);
    await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
    await assert.rejects(sites.create({ siteName: 'ACME', siteID: 2, type: 3 }), { name: 'SiteNameTaken' });
    await assert.rejects(sites.create({ siteName: 'other', siteID: 1, type: 3 }));
    assert.deepEqual(await sites.names(), ['acme']);
  });

  test('are changed in what is given, and known to be changed at once', async () => {
    const database = await open();
    const [sites, elsewhere] = [openSites(database, clock), openSites(database, clock)];
    const before = await sites.create({
      siteName: 'acme',
      siteID: 1,
      type: 3,
      settings: { lockoutTries: 3 },
    });
    await elsewhere.byName('acme');
    const after = await sites.change('acme', { type: 5, settings: { hostLimit: 9 } });
    assert.deepEqual([after.type, after.settings.lockoutTries, after.settings.hostLimit], [5, 3, 9]);
    assert.ok(after.version > before.version);
    assert.deepEqual(await elsewhere.byName('acme'), after);
    await assert.rejects(sites.change('nobody', {}), { name: 'SiteNotFound' });
  });

  test('give new hosts session types that they have, and no others', async () => {
    const sites = openSites(await open(), clock);
    const rule = 'the site has no session type 999';
    const unknown = { meetingTypes: [1, 999] };
    await assert.rejects(sites.create({ siteName: 'acme', siteID: 1, type: 3, settings: unknown }), { rule });
    await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
    await assert.rejects(sites.change('acme', { settings: unknown }), { rule });
    const own = { sessionTypes: { 999: { serviceType: 'MeetingCenter' } } };
    await sites.change('acme', { settings: { ...own, ...unknown } });
    assert.deepEqual((await sites.required('acme')).settings.meetingTypes, [1, 999]);
  });

  test('keep every change of many that come at once', async () => {
    const sites = openSites(await open(), clock);
    await sites.create({ siteName: 'acme', siteID: 1, type: 3 });
    await Promise.all([
      sites.change('acme', { settings: { lockoutTries: 3 } }),
      sites.change('acme', { settings: { hostLimit: 9 } }),
      sites.change('acme', { newSecurityPolicy: true }),
      sites.change('acme', { status: 'CLOSED' }),
    ]);
    const { settings, status, securityVersion } = await sites.required('acme');
    assert.deepEqual(
      [settings.lockoutTries, settings.hostLimit, status, securityVersion],
      [3, 9, 'CLOSED', 2],
    );
  });
});
