import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { testFolder } from '../support/process.ts';
import { sharedInstallation } from './installation.ts';

/** Old archives, as an administrator brings them. */

const RECORDED = join(import.meta.dirname, '../recordings/processing/recorded.webm');

forProtocol('parlance recording, while a server runs,', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  test('brings files for a host, and says which it refuses', async () => {
    await using folder = await testFolder();
    const film = join(folder.path, 'Board meeting 2014.webm');
    const page = join(folder.path, 'page.mp4');
    await copyFile(RECORDED, film);
    await writeFile(page, '<html>');
    const missing = join(folder.path, 'missing.mp4');
    const outcome = await shared().run('', 'recording', 'import', 'acme', 'hostid', page, film, missing);
    assert.equal(outcome.code, 1);
    assert.match(outcome.stderr, /^parlance: 2 of 3 files were not brought\n$/);
    const [first = '', second = '', third = ''] = outcome.stdout.split('\n');
    assert.match(first, /^refused {2}\S*page\.mp4: /);
    assert.match(second, /^\d{9} {2}PROCESSING {2}WEBM {2}\S+ {2}15335 bytes {2}Board meeting 2014$/);
    assert.match(third, /^refused {2}\S*missing\.mp4: .*no such file/);
    const [id = ''] = second.split(' ');
    for (;;) {
      const listed = await shared().ok('recording', 'list', 'acme');
      const line = listed.split('\n').find((text) => text.startsWith(id)) ?? '';
      assert.match(line, / {2}Board meeting 2014 {2}hostid$/);
      if (/^\d{9} {2}READY/.test(line)) break;
      assert.match(line, /^\d{9} {2}PROCESSING/);
    }
  });

  test('brings nothing for somebody who has no meetings, or is not there', async () => {
    for (const [site = '', person = ''] of [
      ['acme', 'guest'],
      ['acme', 'nobody'],
      ['nowhere', 'hostid'],
    ]) {
      await shared().refused('', 'recording', 'import', site, person, RECORDED);
    }
  });
});
