import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folderStore } from '../../src/recordings/store/folder-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-store-'));
after(() => rm(folder, { recursive: true, force: true }));
const store = folderStore(join(folder, 'recordings'));

/** What only folders do; what every store does is in `store.test.ts`. */

async function listed(below: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, bytes } of store.list(below)) found.push(`${name} ${bytes}`);
  return found.sort();
}

test('a store leaves no half file of what breaks off', async () => {
  async function* broken() {
    yield Buffer.from('some of it');
    throw new Error('the connection is gone');
  }
  await assert.rejects(store.put('1/4/0-0.part', broken()), /the connection is gone/);
  assert.deepEqual(await readdir(join(folder, 'recordings/1/4')), []);
});

test('a store clears up what a killed process left half', async () => {
  const left = join(folder, 'recordings/1/5');
  await mkdir(left, { recursive: true });
  for (const name of ['0-0.part.a.half', '0-1.part.b.half', '0-0.part'])
    await writeFile(join(left, name), 'x');
  const longAgo = new Date(Date.now() - 3_600_000);
  for (const name of ['0-0.part.a.half', '0-0.part']) await utimes(join(left, name), longAgo, longAgo);
  await store.sweep();
  assert.deepEqual(
    (await readdir(left)).sort(),
    ['0-0.part', '0-1.part.b.half'],
    'another process may be at it',
  );
  assert.deepEqual(await listed('1/5'), ['1/5/0-0.part 1'], 'and is in no list');
});

/** A disk that takes no more is played by the kernel's limit for the size of a file. */
const canLimit = spawnSync('prlimit', ['--version']).status === 0;

test('a store says that its disk is full, and keeps nothing of what did not go onto it', {
  skip: canLimit ? false : 'there is no prlimit on this machine',
}, async () => {
  const script = `
    import { folderStore } from ${JSON.stringify(import.meta.resolve('../../src/recordings/store/folder-store.ts'))};
    async function* bytes() {
      for (let at = 0; at < 100; at++) yield Buffer.alloc(1000);
    }
    const store = folderStore(${JSON.stringify(join(folder, 'recordings'))});
    await store.put('1/6/0-0.part', bytes()).catch(({ name }) => console.log(name));`;
  const limited = ['--fsize=50000', process.execPath, '--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync('prlimit', limited, { encoding: 'utf8' });
  assert.equal(stdout, 'StoreFull\n', stderr);
  assert.deepEqual(await readdir(join(folder, 'recordings/1/6')), []);
});
