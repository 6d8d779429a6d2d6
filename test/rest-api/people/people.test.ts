import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TEXTS } from '../../../src/rest-api/rest-problems.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

const ADMIN = { siteName: 'acme', webExID: 'admin', password: 'P@ssword123' };

forEachDatabase('People by REST', (open) => {
  const site = sharedSite(open);
  const admin = () => RestClient.as(site(), 'admin');
  const userOf = (webExID: string) => site().ok('user.GetUser', `<webExId>${webExID}</webExId>`, ADMIN);

  test('one who is made by REST is read by XML, and what XML alone knows survives a replacing write', async () => {
    const client = await admin();
    const { json } = await client.ok('POST', 'people', {
      body: {
        emails: ['nina@acme.com'],
        firstName: 'Nina',
        lastName: 'Neumann',
        title: 'Engineer',
        department: 'Tools',
        phoneNumbers: [
          { type: 'work', value: '+49 69 1' },
          { type: 'mobile', value: '+49 170 1' },
        ],
        addresses: [{ type: 'work', country: 'Germany', locality: 'Mainz', streetAddress: 'Rhein 1' }],
        timezone: 'Europe/Berlin',
      },
    });
    assert.equal(json.displayName, 'Nina Neumann');
    assert.equal(json.timeZone, 'Europe/Berlin');
    assert.equal(json.timezone, 'Europe/Berlin');
    assert.equal(json.loginEnabled, true);
    assert.equal(json.invitePending, true);
    assert.equal(json.licenses.length, 1);
    assert.deepEqual(json.siteUrls, []);
    const user = await userOf('nina@acme.com');
    assert.equal(user.value('title'), 'Engineer');
    assert.equal(user.value('phones/mobilePhone'), '+49 170 1');
    assert.equal(user.value('address/city'), 'Mainz');
    assert.equal(user.value('privilege/host'), 'true');

    await site().ok(
      'user.SetUser',
      '<webExId>nina@acme.com</webExId><company>Acme</company><phones><pager>9</pager></phones>',
      ADMIN,
    );
    const read = (await client.get(`people/${json.id}`)).json;
    const body = { ...read, title: 'Manager', department: undefined };
    const put = (await client.ok('PUT', `people/${json.id}`, { body })).json;
    assert.equal(put.title, 'Manager');
    assert.equal(put.department, undefined);
    assert.equal(put.licenses.length, 1);
    const after = await userOf('nina@acme.com');
    assert.equal(after.value('company'), 'Acme');
    assert.equal(after.value('phones/pager'), '9');
    assert.equal(after.value('phones/phone'), '+49 69 1');
    assert.equal(after.value('title'), 'Manager');
  });

  test('licenses, sites and roles decide what somebody is on the site', async () => {
    const client = await admin();
    const names = { emails: ['part@acme.com'], displayName: 'Paula Part' };
    const { siteUrl } = (await client.get('meetingPreferences/sites')).json.sites[0];
    const made = (
      await client.ok('POST', 'people', { body: { ...names, siteUrls: [`${siteUrl}#attendee`] } })
    ).json;
    assert.deepEqual([made.siteUrls, made.licenses], [[`${siteUrl}#attendee`], []]);
    assert.equal((await userOf('part@acme.com')).value('privilege/attendeeOnly'), 'true');
    const [license] = (await client.get('licenses')).json.items;
    const put = async (more: object) =>
      (await client.ok('PUT', `people/${made.id}`, { body: { ...names, ...more } })).json;
    assert.deepEqual((await put({ licenses: [license.id] })).licenses, [license.id]);
    assert.deepEqual((await put({})).licenses, [license.id], 'without a word it stays');
    const [full, readOnly] = (await client.get('roles')).json.items;
    assert.deepEqual((await put({ roles: [full.id] })).roles, [full.id]);
    assert.deepEqual((await put({ roles: [readOnly.id] })).roles, [readOnly.id]);
    assert.deepEqual((await put({ roles: [], licenses: [] })).siteUrls, [`${siteUrl}#attendee`]);
    for (const more of [{ licenses: ['x'] }, { roles: ['x'] }, { siteUrls: ['other.example#attendee'] }]) {
      const { json } = await client.refused(400, 'PUT', `people/${made.id}`, { body: { ...names, ...more } });
      assert.equal(json.message, TEXTS.invalidItems);
    }
  });

  test('lists run along the names, page by page, and find by address, name, ids and roles', async () => {
    const client = await admin();
    for (const at of [1, 2, 3]) {
      await site().person({ webExId: `page${at}`, firstName: 'Zoltan', lastName: `Pager${at}` });
    }
    const first = await client.get('people', { query: { displayName: 'pager', max: 2 } });
    assert.equal(first.json.items.length, 2);
    const second = await client.get(first.next ?? '');
    assert.equal(second.next, undefined);
    const all = [...first.json.items, ...second.json.items];
    assert.deepEqual(
      all.map(({ lastName }) => lastName),
      ['Pager1', 'Pager2', 'Pager3'],
    );
    const byIds = await client.get('people', { query: { id: `${all[2].id},${all[0].id},unknown` } });
    assert.deepEqual(
      byIds.json.items.map(({ id }: { id: string }) => id),
      [all[2].id, all[0].id],
    );
    assert.deepEqual(
      (await client.get('people', { query: { email: 'HOSTID@acme.com' } })).json.items.length,
      1,
    );
    assert.deepEqual((await client.get('people', { query: { email: 'nobody@acme.com' } })).json.items, []);
    const [full] = (await client.get('roles')).json.items;
    const administrators = (await client.get('people', { query: { roles: full.id } })).json.items;
    assert.ok(administrators.some(({ emails }: { emails: string[] }) => emails[0] === 'admin@acme.com'));
    assert.ok(administrators.every(({ roles }: { roles: string[] }) => roles[0] === full.id));
    await client.refused(400, 'GET', 'people', { query: { cursor: 'made.up' } });
  });

  test('others are told the name, and the address of those alone who let it be seen', async () => {
    await site().person({ webExId: 'shy', email: 'shy@acme.com', firstName: 'Sina', lastName: 'Shy' });
    const host = await RestClient.as(site(), 'hostid');
    const [shy] = (await host.get('people', { query: { displayName: 'shy' } })).json.items;
    assert.deepEqual(
      [shy.displayName, shy.emails, shy.title, shy.loginEnabled],
      ['Sina Shy', [], undefined, undefined],
    );
    const [named] = (await host.get('people', { query: { email: 'shy@acme.com' } })).json.items;
    assert.deepEqual(named.emails, ['shy@acme.com']);
    const guest = await RestClient.as(site(), 'guest');
    await guest.refused(403, 'GET', 'people', { query: { displayName: 'shy' } });
    assert.deepEqual((await guest.get('people/me')).json.emails, ['guest@acme.com']);
  });

  test('a person is taken off the site as DelUser does it, and brought back', async () => {
    const client = await admin();
    await site().person({ webExId: 'leaver', email: 'leaver@acme.com' });
    const [{ id }] = (await client.get('people', { query: { email: 'leaver@acme.com' } })).json.items;
    const token = await RestClient.as(site(), 'leaver');
    assert.equal((await client.ok('DELETE', `people/${id}`)).status, 204);
    assert.equal((await userOf('leaver')).value('active'), 'DEACTIVATED');
    await token.refused(401, 'GET', 'people/me');
    assert.equal((await client.get(`people/${id}`)).json.loginEnabled, false);
    const host = await RestClient.as(site(), 'hostid');
    await host.refused(404, 'GET', `people/${id}`);
    const body = { emails: ['leaver@acme.com'], displayName: 'Percy Person', loginEnabled: true };
    assert.equal((await client.ok('PUT', `people/${id}`, { body })).json.loginEnabled, true);
    const own = (await client.get('people/me')).json;
    await client.refused(403, 'DELETE', `people/${own.id}`);
    await client.refused(403, 'PUT', `people/${own.id}`, { body: { ...own, roles: [] } });
  });

  test('what is wrong changes nothing and is named', async () => {
    const client = await admin();
    const refused = async (status: number, body: object, words: string) =>
      client.refused(status, 'POST', 'people', { body }, words);
    await refused(400, { emails: ['a@acme.com'] }, 'displayName');
    await refused(400, { emails: [], displayName: 'A' }, 'emails');
    await refused(400, { emails: ['nobody'], displayName: 'A' }, 'emails');
    await refused(400, { emails: ['a@acme.com'], displayName: 'A', timezone: 'Mars/Base' }, 'timezone');
    await refused(409, { emails: ['hostid@acme.com'], displayName: 'A' }, 'account');
    const ci = await RestClient.as(site(), 'admin@acme.com', { siteName: 'acme-ci' });
    const body = { emails: ['a@acme.com'], displayName: 'A' };
    await ci.refused(403, 'POST', 'people', { body });
    assert.deepEqual((await client.get('people', { query: { email: 'a@acme.com' } })).json.items, []);
  });
});
