import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { systemRandom } from '../../src/random.ts';
import { openAccessHistory } from '../../src/recordings/access-history.ts';
import { RecordingNotFound } from '../../src/recordings/recording.ts';
import type { RecordingSearch } from '../../src/recordings/recording-list.ts';
import { openRecordingPages, type RecordingPages } from '../../src/recordings/recording-pages.ts';
import { openRecordingShares } from '../../src/recordings/recording-shares.ts';
import { type NewRecording, openRecordings } from '../../src/recordings/recordings.ts';
import { AccessDenied } from '../../src/refusal.ts';
import type { Site } from '../../src/sites/site.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase, forSqlite } from '../support/databases.ts';

/** Lists of recordings, page after page, with what others have shared and what was deleted for good. */

const anybody = () => {};
const noStore = { put: async () => {}, remove: async () => {} } as never;

async function house(database: Database) {
  const kept = await keptSite(database);
  const happened: string[] = [];
  const record = async (_tx: unknown, _site: unknown, { kind }: { kind: string }) => {
    happened.push(kind);
  };
  const { clock } = kept;
  const accessHistory = openAccessHistory(database);
  const recordings = openRecordings({
    database,
    clock,
    random: systemRandom,
    store: noStore,
    accessHistory,
    record,
  });
  const host = await kept.host('hanna');
  const guest = await kept.host('gustav');
  const add = (name: string, recording: Partial<NewRecording> = {}) =>
    database.write((tx) =>
      recordings.add(tx, kept.site, {
        name,
        host: host.id,
        service: 'MeetingCenter',
        timeZoneID: 4,
        state: 'READY',
        format: 'MP4',
        ...recording,
      }),
    );
  const pages = openRecordingPages(database);
  const shares = openRecordingShares({ database, clock, record });
  return { ...kept, database, recordings, pages, shares, host, guest, add, happened };
}

forEachDatabase('pages of recordings', (open) => {
  test('go on behind the last one, the newest first, though some are made at the same time', async () => {
    const { add, pages, site, clock, host, recordings } = await house(await open());
    for (const name of ['a', 'b', 'c']) await add(name);
    clock.advance({ hours: 1 });
    await add('d');
    const search: RecordingSearch = { host: host.id, inBin: false };
    const names: string[] = [];
    let after: { createdAt: number; id: number } | undefined;
    for (;;) {
      const page = await pages.newest(site, search, { max: 2, after });
      names.push(...page.map(({ name }) => name));
      after = page.at(-1);
      if (page.length < 2) break;
    }
    assert.equal(names[0], 'd');
    assert.deepEqual([...names].sort(), ['a', 'b', 'c', 'd']);
    const [first] = await pages.newest(site, search, { max: 1 });
    assert.deepEqual([first?.hostWebExID, first?.isShared], ['hanna', false]);
    await recordings.discard(site, first?.id ?? 0, anybody);
    const bin = await pages.newest(site, { ...search, inBin: true }, { max: 9 });
    assert.deepEqual(
      bin.map(({ name }) => name),
      ['d'],
    );
  });

  test('have what others share, until they share it no more', async () => {
    const { add, pages, shares, site, clock, host, guest, happened } = await house(await open());
    const { id } = await add('Shared');
    clock.advance({ hours: 1 });
    await add("The guest's own", { host: guest.id });
    const names = async () =>
      (await pages.newest(site, { host: guest.id, inBin: false }, { max: 9 }, guest.id)).map(
        ({ name, isShared }) => [name, isShared],
      );
    const own = ["The guest's own", false];
    assert.deepEqual(await names(), [own]);
    await assert.rejects(
      shares.change(
        site,
        id,
        () => {
          throw new AccessDenied('no');
        },
        { adds: [guest.id], removes: [] },
      ),
      AccessDenied,
    );
    assert.deepEqual(await names(), [own]);
    const both = { adds: [guest.id, guest.id, host.id], removes: [] };
    assert.deepEqual(
      (await shares.change(site, id, anybody, both)).added,
      [guest.id],
      'its host has it anyway',
    );
    assert.equal(happened.at(-1), 'recording.changed');
    assert.deepEqual((await shares.change(site, id, anybody, both)).added, []);
    assert.deepEqual(await names(), [own, ['Shared', true]]);
    assert.equal(await shares.isSharedWith({ id }, guest.id), true);
    const early = { host: guest.id, inBin: false, createdTo: clock.now() - 1 };
    assert.equal((await pages.newest(site, early, { max: 9 }, guest.id)).length, 1);
    await shares.change(site, id, anybody, { adds: [], removes: [guest.id] });
    assert.deepEqual(await names(), [own]);
    await assert.rejects(
      shares.change({ id: site.id + 1 }, id, anybody, both),
      RecordingNotFound,
      'of another site',
    );
  });

  test('tell of what was deleted for good, by its session', async () => {
    const { add, pages, recordings, site, host, happened } = await house(await open());
    const { id } = await add('Gone', { sessionKey: 111_111_111, duration: 61 });
    await recordings.discard(site, id, anybody);
    assert.deepEqual(await pages.purged(site, { sessionKey: 111_111_111 }, { max: 9 }), []);
    await recordings.erase(site, id, anybody);
    assert.equal(happened.at(-1), 'recording.erased');
    const [gone] = await pages.purged(site, { sessionKey: 111_111_111, host: host.id }, { max: 9 });
    assert.deepEqual([gone?.id, gone?.name, gone?.duration, gone?.hostWebExID], [id, 'Gone', 61, 'hanna']);
    assert.deepEqual(await pages.purged(site, { sessionKey: 2 }, { max: 9 }), []);
    assert.equal((await pages.purgedById(site, id))?.name, 'Gone');
    assert.equal(await pages.purgedById({ id: site.id + 1 }, id), undefined);
  });
});

forSqlite('the plan of a page of recordings', (open) => {
  async function plansOf(
    ask: (of: { site: Site; pages: RecordingPages }) => Promise<unknown>,
  ): Promise<string[]> {
    const opened = await open();
    const asked: CompiledQuery[] = [];
    const watched = new Proxy(opened, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'all') return value.bind(target);
        return (query: CompiledQuery) => {
          asked.push(query);
          return target.all(query);
        };
      },
    });
    const { site } = await keptSite(opened);
    await ask({ site, pages: openRecordingPages(watched) });
    const plans = asked.filter(({ sql }) => /order by/.test(sql));
    return Promise.all(
      plans.map(async ({ sql, ...query }) => {
        const explained = { ...query, sql: `explain query plan ${sql}` };
        const steps = await opened.all(explained as CompiledQuery<{ detail: string }>);
        return steps.map(({ detail }) => detail).join('\n');
      }),
    );
  }

  const after = { createdAt: 5, id: 7 };
  const page = { max: 101, after };
  const window = { createdFrom: 1, createdTo: 9 };
  for (const [of, index, search] of [
    ['a site', 'recording_by_creation', {}],
    ['a window of a site', 'recording_by_creation', window],
    ['a host', 'recording_by_host', { host: 77 }],
    ['a window of a host', 'recording_by_host', { host: 77, ...window }],
    ['a session', 'recording_by_session', { sessionKey: 1 }],
    ['the bin of a site', 'recording_bin_of_site', { inBin: true, ...window }],
    ['the bin of a host', 'recording_bin_of_host', { inBin: true, host: 77, ...window }],
  ] as const) {
    test(`of ${of} runs along its index, and sorts nothing`, async () => {
      const plans = await plansOf(({ pages, site }) => pages.newest(site, { inBin: false, ...search }, page));
      assert.equal(plans.length, 1);
      assert.match(plans[0] ?? '', new RegExp(`^SEARCH r USING INDEX ${index} `));
      assert.doesNotMatch(plans[0] ?? '', /SCAN|TEMP B-TREE/);
    });
  }

  test('of what is shared runs along the list of the account', async () => {
    const search = { host: 77, inBin: false, ...window };
    const [, plan = ''] = await plansOf(({ pages, site }) => pages.newest(site, search, page, 77));
    assert.match(plan, /^SEARCH s USING COVERING INDEX recording_share_by_account /);
    assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
  });

  test('of what was deleted for good runs along its index', async () => {
    for (const search of [{ ...window }, { sessionKey: 1 }]) {
      const [plan = ''] = await plansOf(({ pages, site }) => pages.purged(site, search, page));
      assert.match(plan, /^SEARCH r USING INDEX purged_recording_by_/);
      assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
    }
  });
});
