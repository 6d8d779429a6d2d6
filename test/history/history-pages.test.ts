import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { type HistoryPages, openHistoryPages } from '../../src/history/history-pages.ts';
import { openAccessHistory } from '../../src/recordings/access-history.ts';
import type { Site } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forSqlite } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** How pages of the history, and of who looked at recordings, are found: along an index, whatever a site has kept. */

const WINDOW = { from: 1, to: 9 };
const USAGE = { startedAt: 5, id: 7 };

forSqlite('the plan of a page of the history', (open) => {
  let opened: Database;
  let watched: Database;
  let site: Site;
  const asked: CompiledQuery[] = [];

  before(async () => {
    opened = await open();
    site = await openSites(opened, new TestClock()).create({ siteName: 'plans', siteID: 8_600_051, type: 3 });
    watched = new Proxy(opened, {
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
  });

  async function planOf(ask: () => Promise<unknown>): Promise<string> {
    asked.length = 0;
    await ask();
    const [{ sql, ...query } = assert.fail('nothing was asked')] = asked;
    const explained = { ...query, sql: `explain query plan ${sql}` };
    const steps = await opened.all(explained as CompiledQuery<{ detail: string }>);
    return steps.map(({ detail }) => detail).join('\n');
  }

  const cases: Readonly<Record<string, readonly [string, (pages: HistoryPages) => Promise<unknown>]>> = {
    'of sessions': [
      'usage_by_start',
      (pages) => pages.usages(site, { service: 'MeetingCenter', ...WINDOW }, { after: USAGE, max: 101 }),
    ],
    'of people in a session': [
      'usage_by_session',
      (pages) =>
        pages.attendances(
          site,
          { sessionKey: 1, host: 2, ...WINDOW },
          { after: { ...USAGE, joinedAt: 6, stay: 8 }, max: 101 },
        ),
    ],
  };
  for (const [of, [index, ask]] of Object.entries(cases)) {
    test(`${of} runs along its index, and sorts nothing`, async () => {
      const plan = await planOf(() => ask(openHistoryPages(watched)));
      assert.match(plan, new RegExp(`^SEARCH u USING INDEX ${index} `));
      assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
    });
  }

  test('of people in sessions of a name reads those of the name alone', async () => {
    const search = { confName: 'Planning', ...WINDOW };
    const plan = await planOf(() => openHistoryPages(watched).attendances(site, search, { max: 101 }));
    assert.match(plan, /^SEARCH u USING INDEX usage_by_name \(site=\? AND service=\? AND name_key=\?\)/);
  });

  for (const [of, index, host] of [
    ['a site', 'recorded_by_creation', undefined],
    ['a host', 'recorded_of_host', 77],
  ] as const) {
    test(`of what ${of} recorded runs along its index, and sorts nothing`, async () => {
      const page = { after: { at: 5, id: 7 }, max: 101 };
      const plan = await planOf(() =>
        openAccessHistory(watched).newest(site, { host, created: WINDOW }, page),
      );
      assert.match(plan, new RegExp(`^SEARCH r USING INDEX ${index} `));
      assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
    });
  }

  test('of who looked at a recording runs along its index, and sorts nothing', async () => {
    const page = { after: { at: 5, id: 7 }, max: 101 };
    const plan = await planOf(() => openAccessHistory(watched).latest(1, page));
    assert.match(plan, /^SEARCH a USING INDEX recording_access_by_recording /);
    assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/);
  });
});
