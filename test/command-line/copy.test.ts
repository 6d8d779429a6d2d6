import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { parlance, testFolder } from '../support/process.ts';
import { sharedInstallation } from './installation.ts';

/** The demo, copied while it is served. */

forProtocol('the copy of an installation', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  test('has what the first one has, and its secret', async () => {
    await using folder = await testFolder();
    // A demo that has just begun still writes its mail: what is copied is compared with what did not change meanwhile.
    let [to, said, exported] = ['', '', ''];
    for (let before = '-'; before !== exported; ) {
      before = await shared().ok('export', 'acme');
      to = join(folder.path, `${randomUUID()}`);
      said = await shared().ok('copy', '--to', to);
      exported = await shared().ok('export', 'acme');
    }
    assert.match(said, /^ +\d+ {2}account$/m);
    assert.match(said, /rows of \d+ tables are in /);
    const { stdout, code } = await parlance(['export', 'acme', '--data', to]);
    assert.equal(code, 0);
    assert.equal(stdout, exported);
    assert.match(exported, /^\{"parlance":"site","site":"acme"/);
    assert.ok(existsSync(join(to, 'secret')));
    assert.match(await shared().refused('', 'copy', '--to', to), /is there already/);
    for (const elsewhere of ['mysql://x/y', 'sqlite:/x/y.db']) {
      assert.match(await shared().refused('', 'copy', '--to', elsewhere), /neither/);
    }
  });

  test('is made of an installation that is there, and of a site that is there', async () => {
    await using folder = await testFolder();
    const [from, to] = [join(folder.path, 'none'), join(folder.path, 'copy')];
    const { code, stderr } = await parlance(['copy', '--to', to, '--data', from]);
    assert.equal(code, 1);
    assert.match(stderr, /^parlance: [^\n]+\n$/);
    assert.equal(existsSync(to), false, 'nothing half is left');
    assert.match(await shared().refused('', 'export', 'nobody'), /There is no site nobody/);
  });
});
