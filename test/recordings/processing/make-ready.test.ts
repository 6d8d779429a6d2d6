import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { openMediaFiles, READING } from '../../../src/recordings/processing/media-files.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { RECORDED, workshop } from './workshop.ts';

/** What is recorded in a room becomes a file that says how long it is, without ffmpeg. */

forEachDatabase('recordings are made ready', (open) => {
  const { measure } = openMediaFiles();

  test('from the parts of a room, which are gone then', async () => {
    const { recorded, work, found, fileOf, stored, recordings, site } = await workshop(await open());
    const { id } = await recorded([RECORDED]);
    assert.equal((await found(id)).state, 'PROCESSING');
    assert.equal(await recordings.spaceUsed(site), RECORDED.length);
    await work.drain();
    const ready = await found(id);
    assert.deepEqual(
      [ready.state, ready.format, ready.duration, ready.document.problem],
      ['READY', 'WEBM', 2, 'noFfmpeg'],
    );
    assert.deepEqual([ready.document.width, ready.document.height], [160, 90]);
    assert.deepEqual([ready.sessionKey, ready.confID, ready.name], [123_456_789, 77, 'Stand-up']);
    const path = await fileOf(ready);
    assert.ok(path);
    const measured = await measure(path);
    assert.equal(measured.saysDuration, true);
    assert.equal(measured.duration, 2407);
    assert.equal((await readFile(path)).length, ready.bytes);
    assert.deepEqual(await stored(), [(await recordings.filesOf(ready)).MAIN?.name]);
    assert.equal(await recordings.spaceUsed(site), ready.bytes);
  });

  test('of several segments in one file, with a chapter where it went on', async () => {
    const { recorded, work, found, ...shop } = await workshop(await open());
    const { id } = await recorded([RECORDED, RECORDED.subarray(0, 13_000), RECORDED]);
    await work.drain();
    const ready = await found(id);
    assert.equal(ready.state, 'READY');
    const path = await shop.fileOf(ready);
    assert.ok(path);
    const { duration } = await measure(path);
    assert.ok(duration > 5_000 && duration < 2407 * 3, `${duration}`);
    const [second, third] = ready.document.chapters;
    assert.equal(ready.document.chapters.length, 2);
    assert.equal(second?.at, 2407);
    assert.equal(third?.at, duration - 2407);
  });

  test('and what nobody can read is FAILED, and kept as it came', async () => {
    // There is a file that the reader never comes to the end of.
    const files = openMediaFiles({ ...READING, work: 3_000 });
    const { recorded, work, found, fileOf, stored } = await workshop(await open(), { files });
    const head = RECORDED.subarray(0, 40);
    const junk = Buffer.concat([head, Buffer.alloc(9_000, 7)]);
    const { id } = await recorded([junk, head]);
    await work.drain();
    const failed = await found(id);
    assert.deepEqual([failed.state, failed.document.problem], ['FAILED', 'unreadable']);
    const path = await fileOf(failed, 'ORIGINAL');
    assert.ok(path);
    assert.deepEqual(await readFile(path), Buffer.concat([junk, head]));
    assert.equal((await stored()).length, 1);
  });

  test('and one of which nothing came is FAILED at once', async () => {
    const { recorded } = await workshop(await open());
    const failed = await recorded([]);
    assert.deepEqual([failed.state, failed.document.problem], ['FAILED', 'empty']);
  });

  test('one segment that cannot be read takes none of the others with it', async () => {
    const { recorded, work, found, stored } = await workshop(await open());
    const { id } = await recorded([RECORDED, RECORDED.subarray(0, 200), RECORDED]);
    await work.drain();
    const ready = await found(id);
    assert.deepEqual([ready.state, ready.document.problem, ready.duration], ['READY', 'partly', 5]);
    // What is not in it is not lost.
    assert.ok((await stored()).some((name) => name.endsWith('.part')));
  });
});
