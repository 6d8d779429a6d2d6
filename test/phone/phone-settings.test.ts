import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phoneSettings } from '../../src/phone/phone-settings.ts';
import { defaultSettings, readSettings, SettingRefused } from '../../src/settings.ts';

test('calls are taken where the settings say, and nowhere without', () => {
  assert.equal(phoneSettings(defaultSettings()), undefined);
  const of = (sip: string) => phoneSettings(defaultSettings({ sip }))?.listen;
  assert.deepEqual(of('5060'), { address: '127.0.0.1', port: 5_060 });
  assert.deepEqual(of('10.0.0.5:5062'), { address: '10.0.0.5', port: 5_062 });
  assert.deepEqual(of('[::1]:5060'), { address: '::1', port: 5_060 });
  // Without a word about proxies it is this machine alone.
  assert.equal(phoneSettings(defaultSettings({ sip: '5060' }))?.proxies, '127.0.0.0/8, ::1');
});

test('what cannot be used is said at the start', () => {
  for (const sip of [
    'sip.example.com:5060',
    '10.0.0.5',
    '10.0.0.5:99999',
    '::1:5060',
    '10.0.0.300:5060',
    'on',
  ]) {
    assert.throws(() => phoneSettings(defaultSettings({ sip })), SettingRefused, sip);
  }
  for (const sipRtpPorts of ['', '20000', '2-1', '20000-70000']) {
    assert.throws(
      () => phoneSettings(defaultSettings({ sip: '5060', sipRtpPorts })),
      SettingRefused,
      sipRtpPorts,
    );
  }
  assert.throws(() => readSettings({ sipProxies: 'proxy.example.com' }, {}), SettingRefused);
});
