import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { openDatabase } from '../../src/database/database.ts';
import { systemRandom } from '../../src/random.ts';
import { openInstallationKey } from '../../src/sign-in/saml/installation-key.ts';
import { startSmtp } from '../mail/smtp.ts';
import { missingCoturn, startCoturn } from '../support/coturn.ts';
import { forProtocol } from '../support/databases.ts';
import { parlance, testFolder } from '../support/process.ts';
import { INSTALLATION_KEY, startSite } from '../support/site.ts';
import { sharedInstallation } from './installation.ts';

/** What somebody is told who asks whether their installation can work. */

const noCoturn = await missingCoturn();

forProtocol('a doctor of a served installation', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  test('finds that all is well, and says what to look at', async () => {
    await using smtp = await startSmtp();
    const { url } = shared().server;
    const said = await shared().ok('doctor', '--public-url', url, '--smtp-url', smtp.url);
    assert.match(said, /^ok {4}data folder /m);
    assert.match(said, /^ok {4}database .* tables are those of this version$/m);
    assert.match(said, /^ok {4}sites +there are 5$/m);
    assert.match(said, /^(?:ok {4}|look {2})secret /m);
    assert.match(said, /^ok {4}public address +Parlance answers at /m);
    assert.match(said, /^ok {4}mail +the server at .* takes mail$/m);
    assert.match(said, /^look {2}media .*--ice-servers$/m);
    assert.match(said, /^ok {4}recordings +they lie in /m);
  });

  test('asks STUN and TURN servers', { skip: noCoturn ?? false }, async () => {
    const secret = 'one that both of them know';
    await using turn = await startCoturn(secret);
    const said = await shared().ok('doctor', '--ice-servers', turn.url, '--turn-secret', secret);
    assert.match(said, /^ok {4}media +turn:\S+ answers$/m);
    const { code, stdout } = await shared().run('', 'doctor', '--ice-servers', turn.url);
    assert.equal(code, 1);
    assert.match(stdout, /^WRONG media .*--turn-secret/m);
  });
});

describe('a doctor', () => {
  test('says of each thing that is wrong what it is, and fails', async () => {
    await using folder = await testFolder();
    await writeFile(join(folder.path, 'parlance.db'), 'no database');
    await writeFile(join(folder.path, 'secret'), 'short');
    await chmod(join(folder.path, 'secret'), 0o644);
    const other = createServer((_request, response) => response.end('somebody else')).listen(0, '127.0.0.1');
    try {
      await once(other, 'listening');
      const { port } = other.address() as AddressInfo;
      const { code, stdout, stderr } = await parlance([
        ...['doctor', '--data', folder.path],
        ...['--public-url', `http://127.0.0.1:${port}`, '--smtp-url', 'smtp://127.0.0.1:1'],
        ...['--media', `livekit+http://127.0.0.1:${port}`, '--livekit-key', 'key'],
        ...['--livekit-secret', 'a secret of at least 32 characters', '--ffmpeg', '/no/such/program'],
        ...['--transcriber', '/no/such/recogniser'],
      ]);
      assert.equal(code, 1, stderr);
      for (const wrong of [
        /^WRONG data folder +others may read .*chmod 600/m,
        /^WRONG database /m,
        /^WRONG secret .*damaged/m,
        /^WRONG public address +something answers .* not Parlance/m,
        /^WRONG mail /m,
        /^WRONG media .*not LiveKit/m,
        /^look {2}recordings +\/no\/such\/program does not run/m,
        /^WRONG recordings +\/no\/such\/recogniser is no program that can be run: look at --transcriber/m,
      ]) {
        assert.match(stdout, wrong);
      }
      assert.doesNotMatch(stdout, /a secret of at least/, 'no secret is told');
    } finally {
      other.close();
    }
  });

  test('says what was sealed under another secret, and what to do', async () => {
    await using folder = await testFolder();
    const database = await openDatabase(`sqlite:${join(folder.path, 'parlance.db')}`);
    {
      await using site = await startSite(database, { settings: { data: folder.path } });
      const { context } = site;
      await openInstallationKey(database, context.clock, systemRandom, INSTALLATION_KEY).own();
      const acme = await context.sites.required('acme');
      const owner = await context.accounts.required(acme, 'hostid');
      await context.webhooks.create(acme, owner, {
        ...{ name: 'Signed', targetUrl: 'https://example.com/', resource: 'meetings', event: 'all' },
        secret: 'theirs',
      });
    }
    await database.close();
    const doctor = (secret: string) => parlance(['doctor', '--data', folder.path, '--secret', secret]);
    const other = await doctor('another secret of at least 32 characters');
    assert.equal(other.code, 1);
    assert.match(
      other.stdout,
      /^WRONG secret +the key saml in the database was sealed under another secret/m,
    );
    assert.match(other.stdout, /^WRONG secret +1 webhook has a secret sealed under another one/m);
    const own = await doctor(INSTALLATION_KEY.toString());
    assert.match(own.stdout, /^ok {4}secret +it comes from the settings$/m);
    assert.doesNotMatch(own.stdout, /sealed under/);
  });

  test('is asked before there is anything', async () => {
    await using folder = await testFolder();
    const { code, stdout } = await parlance(['doctor', '--data', join(folder.path, 'none')]);
    assert.equal(code, 0);
    assert.match(stdout, /is not there yet/);
  });
});
