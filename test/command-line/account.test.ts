import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_PASSWORD } from '../../src/demo.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { call, isSuccess, textIn } from './calls.ts';
import { sharedInstallation } from './installation.ts';

forProtocol('parlance account, while a server runs,', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);
  const ask = (type: string, content: string, caller: Parameters<typeof call>[3]) =>
    call(shared().server.url, type, content, caller);

  for (const [what, webExID, flags, seesOthers] of [
    ['an administrator', 'nina', ['--admin'], true],
    ['a host', 'nils', [], false],
  ] as const) {
    test(`creates ${what} who can sign in at once`, async () => {
      const names = ['--email', `${webExID}@acme.com`, '--first-name', 'N', '--last-name', 'New'];
      const password = 'N1na-password';
      const { run } = shared();
      const outcome = await run(`${password}\n`, 'account', 'add', 'acme', webExID, ...names, ...flags);
      assert.match(outcome.stdout, new RegExp(`^${webExID} {2}userId \\d{9}\n$`), outcome.stderr);
      assert.deepEqual([outcome.code, outcome.stderr], [0, '']);
      const caller = { siteName: 'acme', webExID, password };
      const own = await ask('user.GetUser', `<webExId>${webExID}</webExId>`, caller);
      assert.equal(textIn(own, 'email'), `${webExID}@acme.com`);
      const others = await ask('user.GetUser', '<webExId>hostid</webExId>', caller);
      assert.equal(isSuccess(others), seesOthers);
    });
  }

  test('sets a password, which ends the old one, every lock and every session ticket', async () => {
    const host = { siteName: 'acme-basic', webExID: 'hostid', password: DEMO_PASSWORD };
    const isRight = async (password: string) =>
      isSuccess(await ask('user.GetLoginTicket', '', { ...host, password }));
    await shared().ok('site', 'set', 'acme-basic', 'lockoutTries', '1');
    const sessionTicket = textIn(await ask('user.AuthenticateUser', '', host), 'sessionTicket') ?? '';
    assert.equal(await isRight('a guess'), false);
    assert.equal(await isRight(DEMO_PASSWORD), false, 'locked');
    // The last line of a file may have no end.
    const outcome = await shared().run('An0ther-Password', 'account', 'password', 'acme-basic', 'hostid');
    assert.deepEqual(outcome, { code: 0, signal: null, stdout: '', stderr: '' });
    assert.equal(await isRight('An0ther-Password'), true);
    assert.equal(await isRight(DEMO_PASSWORD), false);
    const bearer = { siteName: 'acme-basic', webExID: 'hostid', sessionTicket };
    assert.equal(isSuccess(await ask('user.GetLoginTicket', '', bearer)), false);
  });
});

forSqlite('parlance account says in a line', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);
  const nina = { '--email': 'nina@acme.com', '--first-name': 'Nina', '--last-name': 'New' };
  const add = (webExID: string, change: Readonly<Record<string, string>> = {}) => [
    'add',
    'acme',
    webExID,
    ...Object.entries({ ...nina, ...change }).flat(),
  ];

  for (const [line, input, args] of [
    ['the webExID admin is taken', 'P4ss-word\n', add('admin')],
    ['the webExID ADMIN is taken', 'P4ss-word\n', add('ADMIN')],
    ['the e-mail HOSTID@acme.com is taken', 'P4ss-word\n', add('nina', { '--email': 'HOSTID@acme.com' })],
    ['email: must be one e-mail address', 'P4ss-word\n', add('nina', { '--email': 'nobody' })],
    ['first-name: must have from 1 to 64 characters', 'P4ss-word\n', add('nina', { '--first-name': ' ' })],
    ['webExID: must have from 1 to 128 characters', 'P4ss-word\n', add('')],
    ['webExID: must not contain', 'P4ss-word\n', add('a"b')],
    ['the password must be at least 4 characters long', 'abc\n', add('nina')],
    [
      'the password of an administrator must be at least 10 characters long',
      'P4ss-word\n',
      [...add('nina'), '--admin'],
    ],
    [
      'the password of an administrator must be at least 10 characters long',
      'P4ss-word\n',
      ['password', 'acme', 'admin'],
    ],
    ['password: is read from standard input', '', add('nina')],
    ['there is no site nowhere', 'P4ss-word\n', ['password', 'nowhere', 'admin']],
    ['there is no account nobody', 'P4ss-word\n', ['password', 'acme', 'nobody']],
    ['the password must be at least 4 characters long', 'abc\n', ['password', 'acme', 'admin']],
  ] as const) {
    test(`${line} (${args.join(' ')})`, async () => {
      const { url } = shared().server;
      const before = textIn(await call(url, 'user.LstsummaryUser'), 'total');
      const said = await shared().refused(input, 'account', ...args);
      assert.ok(said.includes(line), said);
      assert.ok(!said.includes('P4ss-word'), 'the password is shown nowhere');
      const answer = await call(url, 'user.LstsummaryUser');
      assert.equal(textIn(answer, 'total'), before, 'nothing was created');
      assert.ok(isSuccess(answer), 'the password of the administrator is what it was');
    });
  }
});
