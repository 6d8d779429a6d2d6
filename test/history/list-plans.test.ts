import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { openHistoryList } from '../../src/history/history-list.ts';
import type { HistoryCriteria } from '../../src/history/history-search.ts';
import type { Site } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { forSqlite } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** How a page of the history is found: along an index, and without a sort where a large site would have much to sort. */

const DAY = 86_400_000;
const AT = Date.UTC(2026, 4, 4);

forSqlite('the plan of a list of the history', (open) => {
  let database: Database;
  let site: Site;
  const asked: CompiledQuery[] = [];

  before(async () => {
    const opened = await open();
    site = await openSites(opened, new TestClock()).create({ siteName: 'plans', siteID: 8_600_031, type: 3 });
    // A large site, as far as the counts can tell.
    const count = opened.builder.insertInto('history_count').values({
      ...{ site: site.id, service: 'EventCenter', audio_only: 0, bound: 'END', day: AT / DAY },
      ...{ usages: 1_000_000, attendances: 1_000_000, longest: DAY },
    });
    await opened.run(count.compile());
    const start = opened.builder.insertInto('history_count').values({
      ...{ site: site.id, service: 'EventCenter', audio_only: 0, bound: 'START', day: AT / DAY },
      ...{ usages: 1_000_000, attendances: 1_000_000, longest: DAY },
    });
    await opened.run(start.compile());
    database = new Proxy(opened, {
      get(target, name) {
        if (name !== 'all' && name !== 'first') return Reflect.get(target, name, target);
        return (query: CompiledQuery) => {
          asked.push(query);
          return target[name](query);
        };
      },
    });
  });

  const searches: Readonly<Record<string, HistoryCriteria>> = {
    'of everything': {},
    'of what ended within a time': { ended: { from: AT - 40 * DAY + 1, to: AT + 40 * DAY + 1 } },
    'of what began within a time': { started: { from: AT - 40 * DAY + 1, to: AT + 40 * DAY + 1 } },
  };
  for (const [name, criteria] of Object.entries(searches)) {
    for (const descending of [false, true]) {
      test(`${name} reads no whole table and sorts nothing${descending ? ', backwards' : ''}`, async () => {
        const list = openHistoryList(database);
        asked.length = 0;
        const search = { service: 'EventCenter', withAudioOnly: false, method: 'AND', criteria } as const;
        const page = { startFrom: 501, maximumNum: 500, order: [{ by: 'STARTTIME', descending }] } as const;
        await list.sessions(site, search, page);
        await list.attendances(site, search, page);
        assert.ok(asked.length >= 4);
        for (const query of asked) {
          const plan = await planOf(query);
          assert.match(plan, /SEARCH .* USING/, query.sql);
          assert.doesNotMatch(plan, /\bSCAN\b|TEMP B-TREE/, `${query.sql}\n${plan}`);
        }
      });
    }
  }

  for (const [name, criteria] of Object.entries({
    key: { sessionKey: 1 },
    confID: { confID: 1 },
    'the beginning of a name': { confName: 'a' },
  })) {
    test(`by ${name} reads no whole table`, async () => {
      const list = openHistoryList(database);
      asked.length = 0;
      const search = { service: 'EventCenter', withAudioOnly: false, method: 'AND', criteria } as const;
      await list.sessions(site, search, { startFrom: 1, maximumNum: 10, order: [] });
      await list.attendances(site, search, { startFrom: 1, maximumNum: 10, order: [] });
      assert.ok(asked.length >= 2);
      for (const query of asked) assert.doesNotMatch(await planOf(query), /\bSCAN\b/, query.sql);
    });
  }

  async function planOf(query: CompiledQuery): Promise<string> {
    const explained = { ...query, sql: `explain query plan ${query.sql}` };
    const steps = await database.all(explained as CompiledQuery<{ detail: string }>);
    asked.pop();
    return steps.map(({ detail }) => detail).join('\n');
  }
});
