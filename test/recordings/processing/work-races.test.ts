import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openMediaFiles } from '../../../src/recordings/processing/media-files.ts';
import { openWorkFolder } from '../../../src/recordings/processing/work-folder.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { RECORDED, workshop } from './workshop.ts';

/** Several who make recordings ready, and one that is stopped in the middle. */

forEachDatabase('recordings that several make ready', (open) => {
  test('are made by one of them each', async () => {
    const database = await open();
    const measured: string[] = [];
    const own = openMediaFiles();
    const files: typeof own = {
      ...own,
      measure: (file, signal) => {
        measured.push(file);
        return own.measure(file, signal);
      },
    };
    const one = await workshop(database, { files });
    const other = await workshop(database, { files }, one.folder);
    const ids: number[] = [];
    for (let count = 0; count < 3; count++) ids.push((await one.recorded([RECORDED])).id);
    await Promise.all([one.work.drain(), other.work.drain(), one.work.drain()]);
    for (const id of ids) assert.equal((await one.found(id)).state, 'READY');
    // What came and what was made of it, of each of them once.
    assert.equal(measured.length, 6);
    assert.equal((await one.stored()).length, 3);
    assert.deepEqual([...one.reported, ...other.reported], []);
  });

  test('are begun again by another when a process stops in the middle, and count no attempt', async () => {
    const database = await open();
    const begun = Promise.withResolvers<void>();
    const own = openMediaFiles();
    const files: typeof own = {
      ...own,
      measure: (_file, signal) => {
        begun.resolve();
        return new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
      },
    };
    const one = await workshop(database, { files });
    const other = await workshop(database, {}, one.folder);
    const { id } = await one.recorded([RECORDED]);
    const working = one.work.drain();
    await begun.promise;
    await other.work.drain();
    assert.equal((await other.found(id)).state, 'PROCESSING', 'the first one has it');
    await one.work.stop();
    await working;
    assert.deepEqual(one.reported, []);
    assert.equal((await other.recordings.statements.held.first({ id }))?.attempts, 0);
    await other.work.drain();
    assert.equal((await other.found(id)).state, 'READY');
  });

  test('are gone when somebody deletes them for good meanwhile, with what was made of them', async () => {
    const database = await open();
    const own = openMediaFiles();
    const anybody = () => {};
    const shop = await workshop(database, {
      files: {
        ...own,
        join: async (...args) => {
          const joined = await own.join(...args);
          await shop.recordings.discard(shop.site, id, anybody);
          await shop.recordings.erase(shop.site, id, anybody);
          return joined;
        },
      },
    });
    const { id } = await shop.recorded([RECORDED]);
    await shop.work.drain();
    assert.equal(await shop.recordings.find(shop.site, id), undefined);
    assert.deepEqual(await shop.stored(), []);
    assert.equal(await shop.recordings.spaceUsed(shop.site), 0);
    assert.deepEqual(shop.reported, []);
  });

  test('leave no program behind when a process is killed', {
    skip: process.platform !== 'linux',
  }, async () => {
    const { folder } = await workshop(await open());
    const left = join(folder, 'recording-work', '123456789-1');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'main.mp4'), 'half');
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', join(left, 'main.mp4')]);
    const ended = once(child, 'exit');
    await once(child, 'spawn');
    await openWorkFolder(folder).sweep(async () => false);
    assert.deepEqual((await ended).at(1), 'SIGKILL');
    assert.deepEqual(await readdir(join(folder, 'recording-work')), []);
  });
});
