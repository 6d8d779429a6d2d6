import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { call, isSuccess } from './calls.ts';
import { sharedInstallation } from './installation.ts';

forProtocol('parlance mail, while a server runs that has no server for mail,', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  test('lists what is kept, shows it, tries it again, and says why no mail goes out', async () => {
    const meeting =
      '<metaData><confName>Plan</confName></metaData><schedule><startDate>06/01/2030 10:00:00</startDate></schedule>';
    assert.ok(isSuccess(await call(shared().server.url, 'meeting.CreateMeeting', meeting)));
    const { run } = shared();
    const { stdout } = await run('', 'mail', 'list', 'acme');
    const id = /^(\d+) {2}KEPT .* scheduled {2}admin@acme\.com$/m.exec(stdout)?.[1] ?? '';
    const shown = await run('', 'mail', 'show', 'acme', id);
    assert.match(shown.stdout, /^State: KEPT, attempts: \d$/m);
    assert.match(shown.stdout, /^Subject: Scheduled: Plan$/m);
    assert.equal((await run('', 'mail', 'retry', 'acme', id)).code, 0);
    const unknown = await run('', 'mail', 'show', 'acme', '999999');
    assert.deepEqual(
      [unknown.code, unknown.stderr],
      [1, 'parlance: the site has no mail 999999 that this can be done with\n'],
    );
    const tried = await run('', 'mail', 'test', 'acme', 'ada@example.com');
    assert.equal(tried.code, 1);
    assert.match(tried.stderr, /^parlance: mail cannot be sent: there is no server for it \(--smtp-url\)$/m);
  });
});
