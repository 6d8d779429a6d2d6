import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { usageOfSession } from '../../../src/live/place.ts';
import { countedStatements } from '../../support/counted-statements.ts';
import { forEachDatabase } from '../../support/databases.ts';
import { startSite, type TestSite } from '../../support/site.ts';
import { RestClient } from '../client.ts';

/** The pages of a series that has run often: each reads as much as the first, and all tell everything once. */

const RUNS = 350;
const MINUTE = 60_000;

forEachDatabase('the pages of a series', (open) => {
  let site: TestSite | undefined;
  let statements: string[] = [];
  before(async () => {
    const counted = countedStatements(await open());
    statements = counted.statements;
    site = await startSite(counted.database);
  });
  after(() => site?.close());

  test(`tell ${RUNS} runs and every start once, in order, and read no more than a page at a time`, async () => {
    assert.ok(site);
    const client = await RestClient.as(site, 'hostid');
    const body = {
      title: 'often',
      start: '2027-01-05T10:00:00Z',
      end: '2027-01-05T11:00:00Z',
      recurrence: 'FREQ=DAILY;COUNT=30',
    };
    const { id, meetingNumber } = (await client.ok('POST', 'meetings', { body })).json;
    const { accounts, database, history, sessions, sites } = site.context;
    const acme = await sites.required('acme');
    const session = await sessions.withDocument(await sessions.required(acme, Number(meetingNumber)));
    const host = await accounts.required(acme, 'hostid');
    const subject = { account: undefined, opportunity: undefined };
    const usage = { ...usageOfSession(acme, session, host, subject), site: acme.id };
    const first = Date.parse(body.start);
    await database.write(async (tx) => {
      // Two of them at a time, and the first of them with a start.
      for (let at = 0; at < RUNS; at += 1) {
        const startedAt = first + Math.floor(at / 2) * 5 * MINUTE;
        await history.begin(tx, { ...usage, id: 1_000_000 + at, startedAt });
      }
    });
    const query = { meetingSeriesId: id, from: '2027-01-01T00:00:00Z', to: '2027-03-01T00:00:00Z', max: 50 };
    const told: { meetingType: string; start: string; id: string }[] = [];
    const costs: number[] = [];
    let next: string | undefined;
    do {
      const before = statements.length;
      const page = next === undefined ? await client.get('meetings', { query }) : await client.get(next);
      const ofUsages = statements.slice(before).filter((sql) => /from "usage"/.test(sql));
      assert.ok(ofUsages.every((sql) => /limit/.test(sql)));
      costs.push(ofUsages.length);
      told.push(...page.json.items);
      next = page.next;
    } while (next !== undefined);
    assert.equal(told.length, RUNS + 30);
    assert.deepEqual(
      told.map(({ start }) => start),
      told.map(({ start }) => start).sort(),
    );
    assert.equal(told[0]?.meetingType, 'scheduledMeeting', 'a start before the runs of its instant');
    const ofRuns = told.filter(({ meetingType }) => meetingType === 'meeting');
    assert.equal(ofRuns.length, RUNS);
    assert.ok(Math.max(...costs) <= 2, costs.join(' '));
    const starts = await client.get('meetings', { query: { ...query, meetingType: 'scheduledMeeting' } });
    assert.deepEqual([starts.json.items.length, starts.next], [30, undefined]);
  });
});
