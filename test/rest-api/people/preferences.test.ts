import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../../support/databases.ts';
import { sharedSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

const ADMIN = { siteName: 'acme', webExID: 'admin', password: 'P@ssword123' };
const ROOM = 'meetingPreferences/personalMeetingRoom';

forEachDatabase('Meeting preferences by REST', (open) => {
  const site = sharedSite(open);
  const host = () => RestClient.as(site(), 'hostid');
  const user = () => site().ok('user.GetUser', '<webExId>hostid</webExId>', ADMIN);

  const room = {
    topic: 'Harbour',
    hostPin: '4325',
    enabledAutoLock: true,
    autoLockMinutes: 15,
    enabledNotifyHost: false,
    supportCoHost: true,
    coHosts: [{ email: 'guest@acme.com', displayName: 'Gunda' }],
  };

  test('the personal room is one room for both interfaces', async () => {
    const client = await host();
    const { json } = await client.ok('PUT', ROOM, { body: room });
    assert.equal(json.topic, 'Harbour');
    assert.match(json.personalMeetingRoomLink, /\/acme\/meet\/hostid$/);
    const read = await user();
    assert.equal(read.value('personalMeetingRoom/title'), 'Harbour');
    assert.equal(read.value('personalMeetingRoom/hostPIN'), '4325');
    assert.equal(read.value('personalMeetingRoom/PMRAutoLockWaitTime'), '15');
    const change = '<personalMeetingRoom><title>Pier</title><hostPIN>1111</hostPIN></personalMeetingRoom>';
    await site().ok('user.SetUser', `<webExId>hostid</webExId>${change}`, ADMIN);
    const after = (await client.get(ROOM)).json;
    assert.deepEqual([after.topic, after.hostPin, after.coHosts], ['Pier', '1111', room.coHosts]);
    // What the other interface has set may stay.
    assert.equal((await client.ok('PUT', ROOM, { body: after })).json.hostPin, '1111');
    for (const [member, value] of [
      ['hostPin', '1234'],
      ['hostPin', '4321'],
      ['hostPin', '2222'],
      ['hostPin', '12'],
      ['autoLockMinutes', 7],
      ['topic', ' '],
      ['coHosts', [{ email: 'nobody' }]],
    ] as const) {
      await client.refused(400, 'PUT', ROOM, { body: { ...room, [member]: value } }, member);
    }
    const { topic: _, ...without } = room;
    await client.refused(400, 'PUT', ROOM, { body: without }, "'topic' cannot be empty");
  });

  test('delegates are those whom schedulingPermission names', async () => {
    const client = await host();
    const options = {
      enabledJoinBeforeHost: true,
      joinBeforeHostMinutes: 10,
      enabledAutoShareRecording: false,
    };
    const path = 'meetingPreferences/schedulingOptions';
    const put = (more: object = {}) => client.ok('PUT', path, { body: { ...options, ...more } });
    assert.deepEqual((await put({ delegateEmails: ['admin@acme.com'] })).json.delegateEmails, [
      'admin@acme.com',
    ]);
    assert.equal((await user()).value('schedulingPermission'), 'admin');
    assert.deepEqual((await put()).json.delegateEmails, ['admin@acme.com'], 'they stay');
    const emails = ['guest@acme.com, admin@acme.com'];
    assert.deepEqual(
      (await client.ok('POST', `${path}/delegateEmails/insert`, { body: { emails } })).json.emails,
      ['admin@acme.com', 'guest@acme.com'],
    );
    const gone = { emails: ['ADMIN@acme.com'] };
    assert.deepEqual((await client.ok('POST', `${path}/delegateEmails/delete`, { body: gone })).json.emails, [
      'guest@acme.com',
    ]);
    assert.equal((await user()).value('schedulingPermission'), 'guest');
    await client.refused(400, 'PUT', path, { body: { ...options, delegateEmails: ['x@y.example'] } }, 'x@y');
    await client.refused(400, 'PUT', path, { body: { ...options, joinBeforeHostMinutes: 7 } }, 'joinBefore');
    assert.deepEqual((await put({ delegateEmails: [] })).json.delegateEmails, []);
  });

  test('the numbers are those of the account, and the rest is kept', async () => {
    const client = await host();
    const path = 'meetingPreferences/audio';
    const officeNumber = { countryCode: '49', number: '69 1234', enabledCallMe: true };
    const { json } = await client.ok('PUT', path, {
      body: { defaultAudioType: 'voipOnly', audioPin: '7294', officeNumber },
    });
    assert.equal(json.officeNumber.countryCode, '49');
    assert.equal(json.officeNumber.number, '69 1234');
    const read = await user();
    assert.equal(read.value('phones/phone'), '+49 69 1234');
    assert.equal(read.value('phones/PIN'), '7294');
    await client.ok('PUT', path, { body: { enabledGlobalCallIn: true } });
    const after = (await client.get(path)).json;
    assert.deepEqual([after.defaultAudioType, after.officeNumber.enabledCallMe], ['voipOnly', true]);
    await client.refused(400, 'PUT', path, { body: { audioPin: '1111' } }, 'audioPin');
    await client.refused(400, 'PUT', path, { body: { officeNumber: { number: 'me' } } }, 'officeNumber');
    const device = { deviceName: 'Desk', deviceAddress: 'desk@acme.com', isDefault: true };
    const video = 'meetingPreferences/video';
    await client.ok('PUT', video, { body: { videoDevices: [device] } });
    await client.refused(400, 'PUT', video, { body: { videoDevices: [device, device] } }, 'default');
    assert.deepEqual((await client.get('meetingPreferences')).json.video.videoDevices, [device]);
  });

  test('are those of others for administrators alone, and of one site', async () => {
    const client = await host();
    const { json } = await client.refused(403, 'GET', ROOM, { query: { userEmail: 'admin@acme.com' } });
    assert.equal(json.errors[0].description, "Not permitted to view or change other user's preferences.");
    const admin = await RestClient.as(site(), 'admin');
    assert.ok((await admin.get(ROOM, { query: { userEmail: 'hostid@acme.com' } })).json.topic);
    await admin.refused(404, 'GET', ROOM, { query: { userEmail: 'nobody@acme.com' } });
    await client.refused(400, 'GET', ROOM, { query: { siteUrl: 'other.example' } }, 'siteUrl');
    const [only] = (await client.get('meetingPreferences/sites')).json.sites;
    assert.equal(only.default, true);
    const put = { query: { defaultSite: true }, body: { siteUrl: only.siteUrl } };
    assert.deepEqual((await client.ok('PUT', 'meetingPreferences/sites', put)).json, only);
    const guest = await RestClient.as(site(), 'guest');
    assert.equal((await guest.get('meetingPreferences')).json.personalMeetingRoom, undefined);
    await guest.refused(404, 'GET', ROOM);
  });
});
