import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { CompiledQuery } from 'kysely';
import type { Database } from '../../src/database/database.ts';
import { openMeetingsAlong } from '../../src/sessions/lists/meetings-along.ts';
import { openSessionList } from '../../src/sessions/lists/session-list.ts';
import type { SessionOrder } from '../../src/sessions/lists/session-order.ts';
import type { SessionSearch } from '../../src/sessions/lists/session-search.ts';
import { MEMBER } from '../../src/sessions/members.ts';
import type { Site } from '../../src/sites/site.ts';
import { forSqlite } from '../support/databases.ts';
import { keptSite } from './kept.ts';

/** How SQLite reads the pages of lists: along an index, so that a page costs the same on a large site. */

interface Page {
  readonly of: string;
  readonly search: SessionSearch;
  readonly by?: SessionOrder;
  /** The index that gives the page its order. */
  readonly index: RegExp;
  /** A window sorts what it found; it must still be found along an index. */
  readonly sorts?: boolean;
  /** Counted in the kept counts, and not in the sessions. */
  readonly isCounted?: boolean;
}

const BY_START = /USING (COVERING )?INDEX session_by_start/;
const BY_NAME = /USING (COVERING )?INDEX session_by_name/;
const BY_HOST = /USING (COVERING )?INDEX session_by_host/;
const OF_MEMBER = /USING (COVERING )?INDEX session_member_by_start/;
const RUNNING = /USING (COVERING )?INDEX session_in_progress/;

const WEEK = { startFrom: Date.UTC(2026, 5, 1), startTo: Date.UTC(2026, 5, 8) };

const pages = (account: number): readonly Page[] => {
  const host = { account, kinds: MEMBER.host | MEMBER.alternateHost };
  const everything = { account, kinds: MEMBER.host | MEMBER.alternateHost | MEMBER.invited };
  const meetings = { services: ['MeetingCenter'] } as const;
  return [
    { of: 'a site', search: {}, index: BY_START, isCounted: true },
    { of: 'a site, by start', search: {}, by: 'STARTTIME', index: BY_START, isCounted: true },
    { of: 'a site, by name', search: {}, by: 'CONFNAME', index: BY_NAME, isCounted: true },
    { of: 'a site, by host', search: {}, by: 'HOSTWEBEXID', index: BY_HOST, isCounted: true },
    { of: "a site's meetings", search: meetings, index: BY_START, isCounted: true },
    { of: "a site's meetings, by name", search: meetings, by: 'CONFNAME', index: BY_NAME, isCounted: true },
    {
      of: "a site's meetings, by host",
      search: meetings,
      by: 'HOSTWEBEXID',
      index: BY_HOST,
      isCounted: true,
    },
    {
      of: 'one service without its special types',
      search: { ...meetings, exceptTypes: [10, 14, 16] },
      index: BY_START,
      isCounted: true,
    },
    { of: 'a host', search: { member: host }, index: OF_MEMBER },
    { of: 'a host, by start', search: { member: host }, by: 'STARTTIME', index: OF_MEMBER },
    {
      of: 'a host, with what he is invited to',
      search: { member: everything, ...meetings },
      index: OF_MEMBER,
    },
    { of: 'what is going on', search: { inProgress: true }, index: RUNNING },
    { of: 'a name', search: { confName: 'meeting 1' }, by: 'CONFNAME', index: BY_NAME },
    { of: 'a key', search: { sessionKey: 123_456_789 }, index: /session_session_key/, sorts: true },
    { of: 'a confID', search: { confID: 3_234_567_890 }, index: /session_session_key/, sorts: true },
    { of: 'a program', search: { program: 7 }, index: /USING INDEX session_by_program/, sorts: true },
    {
      of: 'a customer',
      search: { services: ['SalesCenter'], salesAccounts: [7] },
      index: /USING INDEX session_by_sales_account/,
      sorts: true,
    },
    {
      of: 'an opportunity of whichever customer',
      search: { services: ['SalesCenter'], opportunities: [7, 8] },
      index: /USING INDEX session_by_sales_opportunity/,
      sorts: true,
    },
    { of: "a site's week", search: { window: WEEK }, index: BY_START, sorts: true },
    { of: "a host's week", search: { member: host, window: WEEK }, index: OF_MEMBER, sorts: true },
  ];
};

forSqlite('the plan of a page', (open) => {
  let database: Database;
  let site: Site;
  let account = 0;

  before(async () => {
    database = await open();
    const kept = await keptSite(database);
    site = kept.site;
    const hosts = [await kept.host('anna'), await kept.host('bert')];
    for (let at = 0; at < 120; at++) {
      const host = hosts[at % 2];
      assert.ok(host);
      account = host.id;
      await kept.schedule(host, {
        confName: `Meeting ${at}`,
        startAt: Date.UTC(2026, 5, 1 + (at % 20)),
        sessionType: at % 3 ? 3 : 1,
      });
    }
  });

  /** The statements of a search, each as SQLite would go about it. */
  const plansOf = async ({ search, by }: Page, descending: boolean): Promise<string[]> => {
    const asked: CompiledQuery[] = [];
    const list = openSessionList(recording(database, asked));
    await list.search(site, search, { startFrom: 1, maximumNum: 10, order: by ? [{ by, descending }] : [] });
    const plans = [];
    for (const query of asked) {
      const steps = await database.all<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query.sql}`,
      } as CompiledQuery<{ detail: string }>);
      plans.push(steps.map(({ detail }) => detail).join('\n'));
    }
    return plans;
  };

  const check = async (page: Page, descending: boolean) => {
    const plans = await plansOf(page, descending);
    const [first = ''] = plans;
    assert.match(first, page.index);
    if (!page.sorts) assert.doesNotMatch(first, /USE TEMP B-TREE FOR ORDER BY/);
    for (const plan of plans)
      assert.doesNotMatch(plan, /SCAN (session|s|l|m|o|h|session_member|occurrence)\b/);
    const counts = plans.filter((plan) => plan !== first && /session|occurrence/.test(plan));
    // What remains is the reading of the page's own rows by their number.
    if (page.isCounted) {
      for (const plan of counts) assert.match(plan, /USING INTEGER PRIMARY KEY|session_count/);
    }
  };

  for (const everyStart of [false, true]) {
    test(`page after page of an account, ${everyStart ? 'every start' : 'series once'}`, async () => {
      const asked: CompiledQuery[] = [];
      const along = openMeetingsAlong(recording(database, asked));
      const after = { at: Date.UTC(2026, 5, 3), id: 1 };
      const { startFrom: from = 0, startTo: to = 0 } = WEEK;
      const found = await along(site, { account, from, to, everyStart, after, most: 10 });
      assert.ok(found.length > 0);
      const [query] = asked;
      const steps = await database.all<{ detail: string }>({
        ...query,
        sql: `explain query plan ${query?.sql}`,
      } as CompiledQuery<{ detail: string }>);
      const plan = steps.map(({ detail }) => detail).join('\n');
      assert.match(plan, OF_MEMBER);
      assert.doesNotMatch(plan, /SCAN (session|s|m|o|session_member|occurrence)\b/);
    });
  }

  for (const { of } of pages(0)) {
    test(of, async () => {
      const page = pages(account).find((one) => one.of === of);
      assert.ok(page);
      await check(page, false);
      if (page.by) await check(page, true);
    });
  }
});

/** The database, with the statements that are made on the spot noted down. */
function recording(database: Database, asked: CompiledQuery[]): Database {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (name !== 'all' && name !== 'first') return value.bind(target);
      return (query: CompiledQuery) => {
        asked.push(query);
        return value.call(target, query);
      };
    },
  });
}
