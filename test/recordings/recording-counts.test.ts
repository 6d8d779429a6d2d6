import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { COUNTINGS } from '../../src/database/migrations/0035-recording-lists.ts';
import { systemRandom } from '../../src/random.ts';
import { openAccessHistory } from '../../src/recordings/access-history.ts';
import { openRecordingList } from '../../src/recordings/recording-list.ts';
import { type NewRecording, openRecordings } from '../../src/recordings/recordings.ts';
import { folderStore } from '../../src/recordings/store/folder-store.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase } from '../support/databases.ts';

/** The kept counts of recordings say at any time what counting would. */

const anybody = () => {};
const forbid = () => {
  throw new Error('no');
};

const folder = mkdtempSync(join(tmpdir(), 'parlance-counts-'));
after(() => rm(folder, { recursive: true, force: true }));

forEachDatabase('the counts of recordings', (open) => {
  async function house() {
    const database = await open();
    const kept = await keptSite(database);
    const recordings = openRecordings({
      database,
      clock: kept.clock,
      random: systemRandom,
      store: folderStore(folder),
      accessHistory: openAccessHistory(database),
      record: async () => {},
    });
    const host = await kept.host('hanna');
    const add = (recording: Partial<NewRecording> = {}) =>
      database.write((tx) =>
        recordings.add(tx, kept.site, {
          ...{ name: 'Meeting', host: host.id, service: 'MeetingCenter', timeZoneID: 4 },
          ...{ state: 'READY', format: 'MP4', ...recording },
        }),
      );
    return { ...kept, database, recordings, host, add };
  }

  /** `host service count`, of hosts and of the site (0). */
  async function told(database: Database): Promise<string[]> {
    const query = sql<{ line: string }>`select host || ' ' || service || ' ' || recordings as line
      from recording_count where recordings <> 0 order by host, service`;
    return (await database.all(query.compile(database.builder))).map(({ line }) => line);
  }

  async function counted(database: Database): Promise<string[]> {
    const lines: string[] = [];
    for (const host of [sql.lit(0), sql.ref('host')]) {
      const query = sql<{ line: string }>`select h || ' ' || service || ' ' || count(*) as line
        from (select ${host} as h, service from recording where state = 'READY' and deleted_at is null) as listed
        group by h, service order by h, service`;
      lines.push(...(await database.all(query.compile(database.builder))).map(({ line }) => line));
    }
    return lines;
  }

  test('follow everything that becomes of one, and nothing that is refused', async () => {
    const { database, recordings, site, host, add } = await house();
    const steps: readonly (() => Promise<unknown>)[] = [
      () => add(),
      () => add({ service: 'EventCenter' }),
      () => add({ host: host.id + 1_000 }),
    ];
    for (const step of steps) {
      await step();
      assert.deepEqual(await told(database), await counted(database));
    }
    assert.deepEqual(await told(database), [
      ...['0 EventCenter 1', '0 MeetingCenter 2', `${host.id} EventCenter 1`, `${host.id} MeetingCenter 1`],
      `${host.id + 1_000} MeetingCenter 1`,
    ]);
    const { id } = await add();
    const { id: making } = await add({ state: 'RECORDING' });
    const { id: failing } = await add({ state: 'PROCESSING' });
    for (const step of [
      () => recordings.settle(making, { state: 'PROCESSING' }),
      () => recordings.settle(making, { state: 'READY' }),
      () => recordings.settle(making, { state: 'READY' }),
      () => recordings.settle(failing, { state: 'FAILED' }),
      () => recordings.discard(site, failing, anybody),
      () => recordings.recover(site, failing, anybody),
      () => assert.rejects(recordings.discard(site, id, forbid), /no/),
      () => recordings.discard(site, id, anybody),
      () => assert.rejects(recordings.discard(site, id, anybody)),
      () => assert.rejects(recordings.recover(site, id, forbid), /no/),
      () => recordings.recover(site, id, anybody),
      () => assert.rejects(recordings.recover(site, id, anybody)),
      () => recordings.discard(site, id, anybody),
      () => recordings.erase(site, id, anybody),
    ]) {
      await step();
      assert.deepEqual(await told(database), await counted(database));
    }
  });

  test('count one that becomes ready in the bin when it is taken out', async () => {
    const { database, recordings, site, add } = await house();
    const { id } = await add({ state: 'PROCESSING' });
    await recordings.discard(site, id, anybody);
    await recordings.settle(id, { state: 'READY' });
    assert.deepEqual(await told(database), []);
    await recordings.recover(site, id, anybody);
    assert.deepEqual(await told(database), await counted(database));
  });

  test('hold when many throw away and take back at once', async () => {
    const { database, recordings, site, add } = await house();
    const all = await Promise.all(Array.from({ length: 12 }, () => add()));
    await Promise.allSettled(
      all.flatMap(({ id }, at) => [
        recordings.discard(site, id, anybody),
        recordings.discard(site, id, anybody),
        ...(at % 2 === 0 ? [recordings.recover(site, id, anybody)] : []),
      ]),
    );
    assert.deepEqual(await told(database), await counted(database));
  });

  test('are the totals of lists', async () => {
    const { database, site, host, add } = await house();
    for (const service of ['MeetingCenter', 'EventCenter', 'EventCenter'] as const) await add({ service });
    const list = openRecordingList(database);
    const total = async (search: object) =>
      (await list.search(site, { inBin: false, ...search }, { startFrom: 1, maximumNum: 1 })).total;
    assert.equal(await total({}), 3);
    assert.equal(await total({ host: host.id }), 3);
    assert.equal(await total({ host: host.id + 1 }), 0);
    assert.equal(await total({ services: ['EventCenter'] }), 2);
    assert.equal(await total({ services: ['EventCenter'], createdFrom: 0 }), 2);
  });

  test('are taken from what is there when they are brought in', async () => {
    const { database, add } = await house();
    for (const service of ['MeetingCenter', 'EventCenter', 'EventCenter'] as const) await add({ service });
    await add({ state: 'PROCESSING' });
    const before = await told(database);
    await database.run(sql`delete from recording_count`.compile(database.builder));
    for (const counting of COUNTINGS) await database.run(counting.compile(database.builder));
    assert.deepEqual(await told(database), before);
  });
});
