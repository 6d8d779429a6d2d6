import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import { defaultSettings, readSettings, SETTINGS, SettingRefused } from '../src/settings.ts';

const SECRET = 'a secret of at least 32 characters';

describe('The settings', () => {
  test('have defaults that serve this machine alone', () => {
    const { port, host, data, database, publicUrl, lenientHttp } = readSettings({}, {});
    assert.deepEqual([port, host, data], [8080, '127.0.0.1', resolve('data')]);
    assert.deepEqual([database, publicUrl, lenientHttp], ['', '', false]);
  });

  test('come from flags before variables before defaults', () => {
    const variables = { PARLANCE_PORT: '1234', PARLANCE_HOST: '::1' };
    const settings = readSettings({ port: '4321' }, variables);
    assert.deepEqual([settings.port, settings.host, settings.logLevel], [4321, '::1', 'info']);
  });

  test('have a flag and a variable each, and a meaning that ends', () => {
    for (const { name, flag, variable, meaning } of SETTINGS) {
      const words = name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
      assert.equal(flag, `--${words.join('-')}`);
      assert.equal(variable, `PARLANCE_${words.join('_').toUpperCase()}`);
      assert.match(meaning, /[.`]$/);
    }
    assert.equal(new Set(SETTINGS.map(({ name }) => name)).size, SETTINGS.length);
  });

  test('have defaults that they would take themselves', () => {
    for (const { name, default: value } of SETTINGS) {
      assert.deepEqual(readSettings({ [name]: value }, {}), defaultSettings(), name);
    }
  });

  test('are left out by an empty variable', () => {
    const empty = Object.fromEntries(SETTINGS.map(({ variable }) => [variable, '']));
    assert.deepEqual(readSettings({}, empty), defaultSettings());
  });

  for (const [given, read] of [
    [{ port: '0' }, { port: 0 }],
    [{ port: ' 65535 ' }, { port: 65_535 }],
    [{ lenientHttp: true }, { lenientHttp: true }],
    [{ lenientHttp: 'YES' }, { lenientHttp: true }],
    [{ lenientHttp: 'off' }, { lenientHttp: false }],
    [{ data: 'here' }, { data: resolve('here') }],
    [{ publicUrl: 'https://meet.example.com/' }, { publicUrl: 'https://meet.example.com' }],
    [{ publicUrl: 'HTTPS://Meet.Example.com:443' }, { publicUrl: 'https://meet.example.com' }],
    [{ publicUrl: 'https://example.com/meet//' }, { publicUrl: 'https://example.com/meet' }],
    [{ secret: SECRET }, { secret: SECRET }],
    [{ gsbStatus: 'BACKUP' }, { gsbStatus: 'BACKUP' }],
    [{ trustedProxies: '10.0.0.0/8, ::1' }, { trustedProxies: '10.0.0.0/8, ::1' }],
    [{ trustedProxies: '2001:db8::/32' }, { trustedProxies: '2001:db8::/32' }],
  ] as const) {
    test(`take ${JSON.stringify(given)}`, () => {
      assert.deepEqual(readSettings(given, {}), { ...defaultSettings(), ...read });
    });
  }

  for (const [name, value] of [
    ['port', '65536'],
    ['port', '-1'],
    ['port', '80.5'],
    ['port', '0x50'],
    ['port', ''],
    ['port', '٨٠'],
    ['lenientHttp', 'perhaps'],
    ['gsbStatus', 'backup'],
    ['logLevel', 'verbose'],
    ['publicUrl', 'example.com'],
    ['publicUrl', 'ftp://example.com'],
    ['publicUrl', 'javascript:alert(1)'],
    ['publicUrl', 'https://example.com/?'],
    ['publicUrl', 'https://example.com/?a=b'],
    ['publicUrl', 'https://example.com/#'],
    ['publicUrl', 'https://user@example.com'],
    ['publicUrl', 'https://:pw@example.com'],
    ['secret', 'x'.repeat(31)],
    ['trustedProxies', 'localhost'],
    ['trustedProxies', '10.0.0.256'],
    ['trustedProxies', '10.0.0.01'],
    ['trustedProxies', '10.0.0.0/33'],
    ['trustedProxies', '10.0.0.1; ::1'],
    ['trustedProxies', '::1%eth0'],
    ['trustedProxies', '2001:db8:::/32'],
    ['trustedProxies', '2001:db8::/129'],
  ] as const) {
    test(`refuse ${name} ${JSON.stringify(value)}, and name the flag and the variable`, () => {
      assert.throws(
        () => readSettings({ [name]: value }, {}),
        (error) => {
          assert.ok(error instanceof SettingRefused);
          assert.match(error.message, /^--[a-z-]+ \(PARLANCE_[A-Z_]+\) must /);
          assert.ok(name !== 'secret' || !error.message.includes(value), 'a secret is not repeated');
          return true;
        },
      );
    });
  }
});
