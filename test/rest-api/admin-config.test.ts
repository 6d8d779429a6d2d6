import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { RestClient } from './client.ts';

const ADMIN = { siteName: 'acme', webExID: 'admin', password: 'P@ssword123' };
const CODES = 'admin/meeting/config/trackingCodes';

forEachDatabase('The set-up of a site by REST', (open) => {
  const site = sharedSite(open);
  const admin = () => RestClient.as(site(), 'admin');

  test('the common settings are those of GetSite, and what is not said stays', async () => {
    const client = await admin();
    const path = 'admin/meeting/config/commonSettings';
    const before = (await client.get(path)).json;
    const body = {
      defaultSchedulerOptions: { entryAndExitTone: 'Beep' },
      securityOptions: { firstAttendeeAsPresenter: true, passwordCriteria: { minLength: 8 } },
    };
    const { json } = await client.ok('PATCH', path, { body });
    assert.equal(json.defaultSchedulerOptions.entryAndExitTone, 'Beep');
    assert.equal(json.securityOptions.passwordCriteria.minLength, 8);
    assert.deepEqual(json.telephonyConfig, before.telephonyConfig);
    assert.equal(json.securityOptions.joinBeforeHost, before.securityOptions.joinBeforeHost);
    const settings = (await site().context.sites.required('acme')).settings;
    assert.equal(settings.defaults.entryExitTone, 'BEEP');
    assert.equal(settings.meetingPasswordCriteria.minLength, 8);
    // A new policy for passwords ends tokens, too.
    await client.refused(401, 'GET', path);
    const again = await admin();
    assert.deepEqual((await again.ok('PATCH', path, { body: json })).json, json);
    const wrong = { securityOptions: { passwordCriteria: { minLength: 100 } } };
    await again.refused(400, 'PATCH', path, { body: wrong }, 'minLength');
    await again.refused(400, 'GET', path, { query: { siteUrl: 'other.example' } });
  });

  test('session types are given to people, who are known by id or address', async () => {
    const client = await admin();
    const types = (await client.get('admin/meeting/config/sessionTypes')).json.items;
    assert.ok(types.some(({ type }: { type: string }) => type === 'EventCenter'));
    const path = 'admin/meeting/userconfig/sessionTypes';
    const { siteUrl } = types[0];
    const ids = [types[0].id];
    const body = { siteUrl, email: 'hostid@acme.com', sessionTypeIds: ids };
    assert.equal((await client.ok('PUT', path, { body })).json.sessionTypes[0].id, ids[0]);
    const user = await site().ok('user.GetUser', '<webExId>hostid</webExId>', ADMIN);
    assert.equal(user.value('meetingTypes/meetingType'), ids[0]);
    const [told] = (await client.get(path, { headers: { email: 'hostid@acme.com' } })).json.items;
    assert.equal(told.email, 'hostid@acme.com');
    assert.equal((await client.get(path, { query: { personId: told.personId } })).json.items.length, 1);
    await client.refused(400, 'PUT', path, { body: { ...body, sessionTypeIds: ['99999'] } }, '99999');
    await client.refused(400, 'GET', path, {}, 'personId');
    await client.refused(404, 'GET', path, { headers: { email: 'nobody@acme.com' } });
  });

  test('tracking codes are made, changed, given to people and deleted', async () => {
    const client = await admin();
    const body = {
      name: 'Department',
      siteUrl: 'acme.example.com',
      inputMode: 'select',
      options: [
        { value: 'Tools', defaultValue: false },
        { value: 'Sales', defaultValue: false },
      ],
      hostProfileCode: 'optional',
      scheduleStartCodes: [
        { service: 'All', type: 'notApplicable' },
        { service: 'MeetingCenter', type: 'required' },
      ],
    };
    const made = (await client.ok('POST', CODES, { body })).json;
    assert.deepEqual([made.id, made.inputMode, made.options.length], ['1', 'select', 2]);
    assert.deepEqual(made.scheduleStartCodes[1], { service: 'MeetingCenter', type: 'required' });
    const [code] = (await site().context.sites.required('acme')).settings.trackingCodes;
    assert.equal(code?.schedulingPage[0]?.scheduling, 'REQUIRED');
    await client.refused(400, 'POST', CODES, { body }, 'another code');
    const mixed = { ...body, name: 'X', scheduleStartCodes: [{ service: 'All', type: 'adminSet' }] };
    await client.refused(400, 'POST', CODES, { body: mixed }, 'adminSet');
    const path = 'admin/meeting/userconfig/trackingCodes';
    const give = (value: string) => ({
      siteUrl: 'acme',
      email: 'hostid@acme.com',
      trackingCodes: [{ name: 'department', value }],
    });
    const given = (await client.ok('PUT', path, { body: give('Sales') })).json;
    assert.deepEqual(given.trackingCodes, [{ id: '1', name: 'Department', value: 'Sales' }]);
    const user = await site().ok('user.GetUser', '<webExId>hostid</webExId>', ADMIN);
    assert.equal(user.value('tracking/trackingCode1'), 'Sales');
    await client.refused(400, 'PUT', path, { body: give('Nothing') }, 'Nothing');
    const renamed = { ...body, name: 'Team', inputMode: 'text', options: [] };
    assert.equal((await client.ok('PUT', `${CODES}/1`, { body: renamed })).json.name, 'Team');
    await client.ok('DELETE', `${CODES}/1`);
    await client.refused(404, 'GET', `${CODES}/1`);
    assert.deepEqual((await client.get(CODES)).json.items, []);
  });
});
