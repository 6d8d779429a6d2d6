import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { openRecordedEvents } from '../../src/recordings/recorded-events.ts';
import { openRecordingList, type RecordingSearch } from '../../src/recordings/recording-list.ts';
import { openTranscriptPages } from '../../src/recordings/transcripts/transcript-pages.ts';
import type { Site } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forSqlite } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** How a page of recordings is found, and counted: along an index, without a look at rows that are not shown. */

const HOST = 77;
const MAY = Date.UTC(2026, 4, 1);
const PAGE = { startFrom: 1, maximumNum: 50 };

const isCount = ({ sql: text }: CompiledQuery) => /count\(\*\)/.test(text);

forSqlite('the plan of a list of recordings', (open) => {
  let opened: Database;
  let database: Database;
  let site: Site;
  const asked: CompiledQuery[] = [];

  before(async () => {
    opened = await open();
    site = await openSites(opened, new TestClock()).create({ siteName: 'plans', siteID: 8_600_041, type: 3 });
    // A large site, as far as the counts can tell.
    for (const host of [0, HOST]) {
      const values = { site: site.id, host, service: 'EventCenter', recordings: 100_000 } as const;
      await opened.run(opened.builder.insertInto('recording_count').values(values).compile());
    }
    database = new Proxy(opened, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        if (name !== 'all' && name !== 'first') return value.bind(target);
        return (query: CompiledQuery) => {
          asked.push(query);
          // Every count is one of a large site.
          return isCount(query) ? Promise.resolve({ count: 100_000 }) : target[name](query);
        };
      },
    });
  });

  async function planOf({ sql: text, ...query }: CompiledQuery): Promise<string> {
    const explained = { ...query, sql: `explain query plan ${text}` };
    const steps = await opened.all(explained as CompiledQuery<{ detail: string }>);
    return steps.map(({ detail }) => detail).join('\n');
  }

  async function plansOf(search: Partial<RecordingSearch>, descending = false) {
    asked.length = 0;
    const page = { ...PAGE, order: { by: 'CREATED', descending } } as const;
    await openRecordingList(database).search(site, { inBin: false, ...search }, page);
    const plans: { readonly isCount: boolean; readonly plan: string }[] = [];
    for (const query of asked) plans.push({ isCount: isCount(query), plan: await planOf(query) });
    return plans;
  }

  for (const [of, search] of [
    ['a site', {}],
    ['a host', { host: HOST }],
    ['some services of a site', { services: ['EventCenter', 'MeetingCenter'] }],
  ] as const) {
    for (const descending of [false, true]) {
      test(`of ${of} counts nothing and sorts nothing${descending ? ', backwards' : ''}`, async () => {
        const plans = await plansOf(search, descending);
        assert.equal(plans.filter(({ isCount }) => isCount).length, 0);
        assert.match(plans[0]?.plan ?? '', /^SEARCH r USING INDEX recording_by_/);
        for (const { plan } of plans) assert.doesNotMatch(plan, /\bSCAN\b|TEMP B-TREE/, plan);
      });
    }
  }

  for (const [of, search] of [
    ['a window of a site', { createdFrom: MAY, createdTo: MAY + 28 * 86_400_000 }],
    ['a window of a host', { host: HOST, createdFrom: MAY }],
    ['services in a window', { services: ['EventCenter'], createdFrom: MAY }],
    ['what is in any state', { host: HOST, states: ['RECORDING', 'PROCESSING', 'READY', 'FAILED'] }],
  ] as const) {
    test(`of ${of} is counted along the index alone, and sorts nothing`, async () => {
      const plans = await plansOf(search);
      const [count] = plans.filter(({ isCount }) => isCount);
      assert.match(count?.plan ?? '', /^SEARCH r USING COVERING INDEX recording_by_/);
      for (const { plan } of plans) assert.doesNotMatch(plan, /\bSCAN\b|TEMP B-TREE/, plan);
    });
  }

  for (const [of, search] of [
    ['a session', { sessionKey: 1 }],
    ['a conference', { confID: 1 }],
    ['a part of a name', { name: 'a' }],
    ['the bin of a host', { host: HOST, inBin: true }],
  ] as const) {
    test(`of ${of} reads no whole table`, async () => {
      for (const { plan } of await plansOf(search)) assert.doesNotMatch(plan, /\bSCAN\b/, plan);
    });
  }

  test('of the events of a program reads no whole table', async () => {
    asked.length = 0;
    const list = openRecordedEvents(database, openRecordingList(database));
    await list.search(site, { program: 1, first: 1, most: 10, order: [] });
    assert.ok(asked.length >= 2);
    for (const query of asked) assert.doesNotMatch(await planOf(query), /\bSCAN\b/, query.sql);
  });

  test('is what the counts say', async () => {
    const { total } = await openRecordingList(database).search(site, { inBin: false }, PAGE);
    assert.equal(total, 100_000);
  });

  test('of transcripts goes along its host, and finds what belongs to them by its key', async () => {
    const pages = openTranscriptPages(database);
    const bounds = { createdFrom: MAY, createdTo: MAY + 1_000 };
    for (const search of [{}, bounds, { sessionKey: 1 }, { sessionKey: 1, runs: [1, 2] }]) {
      asked.length = 0;
      await pages.newest(site, { host: HOST, ...search }, { max: 11, after: { createdAt: MAY, id: 7 } });
      const plan = (await Promise.all(asked.map(planOf))).join('\n');
      assert.match(plan, /t USING INDEX transcript_of_host \(site=\? AND host=\?/);
      assert.match(plan, /r USING INTEGER PRIMARY KEY/);
      assert.doesNotMatch(plan, /TEMP B-TREE|SCAN/);
    }
    asked.length = 0;
    await pages.ofRuns(site, [1, 2]);
    const plan = (await Promise.all(asked.map(planOf))).join('\n');
    assert.match(plan, /r USING INDEX recording_of_run/);
    assert.match(plan, /t USING INDEX sqlite_autoindex_transcript_1 \(recording=\?\)/);
  });
});
