import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { ENTRY, parlance, testFolder } from '../support/process.ts';
import { sharedInstallation } from './installation.ts';

/** Users by files, as an administrator gives them. */

const HEADINGS = 'UserID,Active,FirstName,LastName,UserName,Email,HostPrivilege';

function rows(count: number): string {
  const lines = Array.from(
    { length: count },
    (_, at) => `,Y,First ${at},Last,user${at},user${at}@acme.com,HOST`,
  );
  return `${HEADINGS}\n${lines.join('\n')}\n`;
}

forProtocol('parlance account import, while a server runs,', (_open, { fresh }) => {
  const shared = sharedInstallation(fresh);

  /** An import that takes some of the rows alone: a script is told so by its end. */
  async function inPart(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await shared().run('', 'account', 'import', 'acme', ...args);
    assert.equal(code, 1);
    assert.match(stderr, /^parlance: \d+ of \d+ rows were refused\n$/);
    return stdout;
  }

  test('creates users, and gives back what is wrong with its reasons', async () => {
    await using folder = await testFolder();
    const file = join(folder.path, 'users.csv');
    await writeFile(file, `${rows(2)},Y,No,Address,noaddress,,HOST\n,Y,Han,Na,hostid,x@acme.com,HOST\n`);
    const tried = await inPart(file, '--dry-run');
    assert.match(tried, /^line 2 {2}created$/m);
    assert.match(tried, /^line 4 {2}refused {2}Email: is required$/m);
    assert.match(tried, /^2 would be created, 0 changed, 0 as they were, 2 refused$/m);
    const done = await inPart(file);
    assert.match(done, /^2 created, 0 changed, 0 as they were, 2 refused$/m);
    const errors = join(folder.path, 'users.errors.csv');
    const [headings, first, second] = String(await readFile(errors)).split('\r\n');
    assert.equal(headings, `\ufeff${HEADINGS},Comments`);
    assert.equal(first, ',Y,No,Address,noaddress,,HOST,Email: is required');
    assert.match(second ?? '', /UserName: is taken/);
    await writeFile(errors, String(await readFile(errors)).replace('noaddress,', 'noaddress,no@acme.com'));
    const again = await inPart(errors);
    assert.match(
      again,
      /^1 created, 0 changed, 0 as they were, 1 refused$/m,
      'mended, with its comments still there',
    );
  });

  test('takes no password of an administrator that protects no site', async () => {
    await using folder = await testFolder();
    const file = join(folder.path, 'admins.csv');
    const rows = ['weak,HOST', 'weak,ADMN'].map((end, at) => `A,B,weak${at},weak${at}@acme.com,${end}`);
    await writeFile(file, `FirstName,LastName,UserName,Email,Password,HostPrivilege\n${rows.join('\n')}\n`);
    const said = await inPart(file, '--dry-run');
    assert.match(said, /^line 3 {2}refused {2}the password of an administrator/m);
  });

  test('takes what export has written, in the form of the original too', async () => {
    await using folder = await testFolder();
    for (const [name, ...flags] of [['users.csv'], ['users.txt', '--tabs']] as const) {
      const file = join(folder.path, name);
      assert.match(await shared().ok('account', 'export', 'acme', file, ...flags), /^written to /);
      assert.equal((await stat(file)).mode & 0o077, 0, 'its owner alone reads it');
      assert.match(
        await shared().ok('account', 'import', 'acme', file),
        /^0 created, 0 changed, \d+ as they were, 0 refused$/m,
      );
      assert.match(await shared().refused('', 'account', 'export', 'acme', file), /is there already/);
    }
    assert.match(await shared().refused('', 'account', 'import', 'acme', '/none'), /ENOENT|no such file/);
    // The server would read a pipe of its own.
    const pipe = await shared().refused('', 'account', 'import', 'acme', '/dev/null');
    assert.match(pipe, /is no file: write what comes by a pipe into one first/);
  });
});

test('an import that is killed leaves whole users, and the next one finishes the rest', async () => {
  await using folder = await testFolder();
  const file = join(folder.path, 'users.csv');
  await writeFile(file, rows(1_500));
  const where = ['--data', join(folder.path, 'data')];
  assert.equal((await parlance(['site', 'add', 'school', '--type', '3', ...where])).code, 0);
  const args = ['account', 'import', 'school', file, ...where];
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === '… 1000 rows') child.kill('SIGKILL');
  }
  await ended;
  const { stdout, stderr } = await parlance(args);
  const [, created, same] = /^(\d+) created, 0 changed, (\d+) as they were, 0 refused$/m.exec(stdout) ?? [];
  assert.equal(Number(created) + Number(same), 1_500, stdout + stderr);
  assert.ok(Number(same) >= 1_000, 'what was told is there');
  assert.match((await parlance(args)).stdout, /^0 created, 0 changed, 1500 as they were, 0 refused$/m);
});
