import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampled } from '../support/corpora.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { ADMIN, call, isSuccess, textIn } from './calls.ts';
import { sharedInstallation } from './installation.ts';

forProtocol('parlance site, while a server runs,', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);
  const at = (siteName: string) => ({ ...ADMIN, siteName });
  const ask = (type: string, caller: Parameters<typeof call>[3]) =>
    call(shared().server.url, type, '', caller);

  test('founds a site that is there at once', async () => {
    const { ok, server } = shared();
    assert.match(await ok('site', 'add', 'Globex', '--type', '5'), /^globex {2}type 5 {2}siteID \d{10}\n$/);
    assert.equal(textIn(await ask('ep.GetSiteType', { siteName: 'globex' }), 'siteType'), '5');
    assert.equal((await fetch(`${server.url}/globex/`)).status, 200);
    const printed = await ok('site', 'add', 'initech', '--type', '3', '--site-id', '4711');
    assert.equal(printed, 'initech  type 3  siteID 4711\n');
    assert.equal(textIn(await ask('ep.GetSiteType', { siteID: 4711 }), 'siteType'), '3');
  });

  test('lists the sites with their types, numbers and states', async () => {
    await shared().ok('site', 'close', 'acme-w11');
    const lines = (await shared().ok('site', 'list')).split('\n').filter((line) => line.startsWith('acme'));
    assert.deepEqual(
      lines.map((line) => line.replace(/\d{10}/, 'NUMBER')),
      [
        'acme  type 3  siteID NUMBER  ACTIVE',
        'acme-ci  type 1  siteID NUMBER  ACTIVE',
        'acme-sso  type 2  siteID NUMBER  ACTIVE',
        'acme-w11  type 4  siteID NUMBER  CLOSED',
        'acme-basic  type 5  siteID NUMBER  ACTIVE',
      ],
    );
  });

  test('switches a site to its backup system and back', async () => {
    const gsbStatus = async () => textIn(await ask('user.GetLoginTicket', at('acme')), 'gsbStatus');
    assert.equal(await gsbStatus(), 'PRIMARY');
    await shared().ok('site', 'set', 'acme', 'gsbStatus', 'BACKUP');
    assert.equal(await gsbStatus(), 'BACKUP');
    await shared().ok('site', 'set', 'acme', 'gsbStatus', 'PRIMARY');
    assert.equal(await gsbStatus(), 'PRIMARY');
  });

  test('sets what the site lets people do', async () => {
    await shared().ok('site', 'set', 'acme-basic', 'lockoutTries', '2');
    assert.match(await shared().ok('site', 'show', 'acme-basic'), /"lockoutTries": 2,/);
    const guest = { ...at('acme-basic'), webExID: 'guest' };
    for (let i = 0; i < 2; i++) await ask('user.GetLoginTicket', { ...guest, password: 'a guess' });
    assert.equal(isSuccess(await ask('user.GetLoginTicket', guest)), false);
  });

  test('names the owners of the installation, and takes that away', async () => {
    const { ok } = shared();
    await ok('owner', 'add', 'acme-basic', 'hostid');
    assert.equal(await ok('owner', 'list'), 'acme  admin  Ada Admin\nacme-basic  hostid  Holly Host\n');
    await ok('owner', 'remove', 'acme-basic', 'hostid');
    assert.equal(await ok('owner', 'list'), 'acme  admin  Ada Admin\n');
  });

  test('closes a site, and opens it again', async () => {
    const seen = async () => [
      isSuccess(await ask('user.GetLoginTicket', at('acme-sso'))),
      (await fetch(`${shared().server.url}/acme-sso/`)).status,
    ];
    await shared().ok('site', 'close', 'acme-sso');
    assert.deepEqual(await seen(), [false, 404]);
    await shared().ok('site', 'open', 'acme-sso');
    assert.deepEqual(await seen(), [true, 200]);
  });
});

forSqlite('parlance site says in a line', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  // Each is a process of its own.
  for (const [line, ...args] of sampled(
    [
      ['there is a site acme already', 'add', 'acme', '--type', '5'],
      ['siteID: is that of another site', 'add', 'globex', '--type', '5', '--site-id', '5941234567'],
      ['type: must be from 1 to 5', 'add', 'globex', '--type', '6'],
      ['site-id: must be a whole number', 'add', 'globex', '--type', '5', '--site-id', 'x'],
      ['siteName: must be letters, digits and inner hyphens', 'add', 'not.a.label', '--type', '5'],
      ['there is no site nowhere', 'show', 'nowhere'],
      ['there is no site nowhere', 'close', 'nowhere'],
      ['there is no site nowhere', 'set', 'nowhere', 'gsbStatus', 'BACKUP'],
      ['gsbStatus: must be', 'set', 'acme', 'gsbStatus', 'AWAY'],
      ['meetingTypes: the site has no session type 999', 'set', 'acme', 'meetingTypes', '1,999'],
      ['meetingTypes: must be 1 or more', 'set', 'acme', 'meetingTypes', '-5'],
      ['lockoutTries: must be', 'set', 'acme', 'lockoutTries', 'many'],
      ['constructor: must be one of', 'set', 'acme', 'constructor', '1'],
      ['no.such: must be one of', 'set', 'acme', 'no.such', '1'],
    ] as const,
    4,
  )) {
    test(`${line} (${args.join(' ')})`, async () => {
      const said = await shared().refused('', 'site', ...args);
      assert.ok(said.includes(line), said);
    });
  }
});
