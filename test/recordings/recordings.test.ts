import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { systemRandom } from '../../src/random.ts';
import { openAccessHistory } from '../../src/recordings/access-history.ts';
import { type RecordingFile, RecordingNotFound } from '../../src/recordings/recording.ts';
import { openRecordingList } from '../../src/recordings/recording-list.ts';
import { type NewRecording, openRecordings } from '../../src/recordings/recordings.ts';
import { folderStore } from '../../src/recordings/store/folder-store.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase } from '../support/databases.ts';

/** Recordings as rows: what becomes of them, and who finds them. */

const anybody = () => {};

const folder = mkdtempSync(join(tmpdir(), 'parlance-recordings-'));
after(() => rm(folder, { recursive: true, force: true }));

forEachDatabase('recordings', (open) => {
  async function house() {
    const database = await open();
    const kept = await keptSite(database);
    const store = folderStore(folder);
    const happened: string[] = [];
    const recordings = openRecordings({
      database,
      clock: kept.clock,
      random: systemRandom,
      store,
      accessHistory: openAccessHistory(database),
      record: async (_tx, _site, { kind }) => {
        happened.push(kind);
      },
    });
    const list = openRecordingList(database);
    const host = await kept.host('hanna');
    const other = await kept.sites.create({ siteName: 'other', siteID: 8_600_002, type: 3 });
    const add = (recording: Partial<NewRecording> = {}) =>
      database.write((tx) =>
        recordings.add(tx, kept.site, {
          name: 'Meeting',
          host: host.id,
          service: 'MeetingCenter',
          timeZoneID: 4,
          state: 'READY',
          format: 'MP4',
          ...recording,
        }),
      );
    const named = async (search: object, page: object = {}) =>
      (
        await list.search(kept.site, { inBin: false, ...search }, { startFrom: 1, maximumNum: 10, ...page })
      ).recordings.map(({ name }) => name);
    return { ...kept, database, store, recordings, list, host, other, add, named, happened };
  }

  async function file(
    store: ReturnType<typeof folderStore>,
    name: string,
    role: RecordingFile['role'] = 'MAIN',
  ): Promise<RecordingFile> {
    await store.put(
      name,
      (async function* () {
        yield Buffer.from('bytes');
      })(),
    );
    return { role, name, mediaType: 'video/mp4', bytes: 5, sha256: Buffer.alloc(32, 7) };
  }

  async function isStored(store: ReturnType<typeof folderStore>, name: string): Promise<boolean> {
    for await (const kept of store.list(name.split('/')[0] ?? '')) if (kept.name === name) return true;
    return false;
  }

  test('are found by their number and by the tokens of their links, on their own site alone', async () => {
    const { recordings, site, other, add } = await house();
    const { id, streamToken, downloadToken } = await add();
    assert.match(String(id), /^[1-9]\d{8}$/);
    assert.notEqual(streamToken, downloadToken);
    assert.equal((await recordings.find(site, id))?.id, id);
    assert.equal(await recordings.find(other, id), undefined);
    assert.equal(
      (await recordings.byToken(site, 'stream', streamToken.toUpperCase()))?.id,
      id,
      'in any case',
    );
    assert.equal((await recordings.byToken(site, 'download', downloadToken))?.id, id);
    assert.equal(await recordings.byToken(site, 'download', streamToken), undefined);
    assert.equal(await recordings.byToken(other, 'stream', streamToken), undefined);
    await assert.rejects(recordings.discard(other, id, anybody), RecordingNotFound);
  });

  test('are listed by their host, session, time and name, and only when they can be had', async () => {
    const { add, named, clock, host } = await house();
    await add({ name: 'First', sessionKey: 111_111_111 });
    clock.advance({ hours: 1 });
    await add({ name: 'Second 50%', host: host.id + 1000 });
    await add({ name: 'Still running', state: 'RECORDING' });
    await add({ name: 'Not yet', state: 'PROCESSING' });
    assert.deepEqual(await named({}), ['First', 'Second 50%']);
    assert.deepEqual(await named({ host: host.id }), ['First']);
    assert.deepEqual(await named({ sessionKey: 111_111_111 }), ['First']);
    assert.deepEqual(await named({ name: 'sec' }), ['Second 50%']);
    assert.deepEqual(await named({ name: '0%' }), ['Second 50%']);
    assert.deepEqual(await named({ name: '_' }), []);
    assert.deepEqual(await named({ createdTo: clock.now() - 1 }), ['First']);
    assert.deepEqual(await named({ createdFrom: clock.now() }), ['Second 50%']);
    assert.deepEqual(await named({ services: ['EventCenter'] }), []);
    assert.deepEqual(await named({}, { startFrom: 2 }), ['Second 50%']);
    assert.deepEqual(await named({}, { order: { by: 'NAME', descending: true } }), ['Second 50%', 'First']);
    assert.deepEqual(await named({ states: ['PROCESSING'] }), ['Not yet']);
  });

  test('lie in the bin, come back, and go for good with their bytes', async () => {
    const { recordings, site, store, add, named } = await house();
    const main = await file(store, `${site.id}/a.mp4`);
    const { id, streamToken } = await add({ files: [main] });
    assert.equal(await recordings.bytesOf(site), 5);
    await assert.rejects(recordings.erase(site, id, anybody), RecordingNotFound);
    await recordings.discard(site, id, anybody);
    await assert.rejects(recordings.discard(site, id, anybody), RecordingNotFound);
    assert.deepEqual(await named({}), []);
    assert.deepEqual(await named({ inBin: true }), ['Meeting']);
    assert.equal(await recordings.byToken(site, 'stream', streamToken), undefined);
    await recordings.recover(site, id, anybody);
    assert.deepEqual(await named({}), ['Meeting']);
    await recordings.discard(site, id, anybody);
    await recordings.erase(site, id, anybody);
    assert.equal(await recordings.find(site, id), undefined);
    assert.equal(await recordings.bytesOf(site), 0);
    assert.equal(await isStored(store, main.name), false);
  });

  test('become what was made of them, once', async () => {
    const { recordings, site, store, add, named, happened } = await house();
    const original = await file(store, `${site.id}/b.webm`);
    const { id } = await add({ state: 'PROCESSING', format: 'WEBM', files: [original] });
    const main = await file(store, `${site.id}/b.mp4`);
    const made = { state: 'READY', format: 'MP4', duration: 61, files: [main] } as const;
    assert.equal((await recordings.settle(id, made))?.state, 'READY');
    assert.equal(await recordings.settle(id, made), undefined);
    assert.deepEqual(await named({}), ['Meeting']);
    assert.equal((await recordings.filesOf({ id })).MAIN?.name, main.name);
    assert.deepEqual(
      [await isStored(store, original.name), await isStored(store, main.name)],
      [false, true],
      'what it was made from has gone',
    );
    assert.deepEqual(happened, ['recording.added', 'recording.ready']);
  });

  test('are changed by whoever may, and keep what nobody spoke of', async () => {
    const { recordings, site, add } = await house();
    const { id } = await add();
    const rename = (name: string) =>
      recordings.change(site, id, anybody, (current) => ({
        name,
        document: { ...current.document, password: 'Secret1' },
      }));
    await rename('Renamed');
    const found = await recordings.find(site, id);
    assert.equal(found?.name, 'Renamed');
    assert.equal(found?.document.password, 'Secret1');
    assert.equal(found?.document.fileAccess.attendeeView, true);
    const forbid = () => {
      throw new Error('no');
    };
    await assert.rejects(
      recordings.change(site, id, forbid, (current) => current),
      /no/,
    );
  });
});
