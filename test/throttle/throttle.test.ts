import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { Site, SiteSettings } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { openThrottle, RateLimitReached, type ThrottleGroup } from '../../src/throttle/throttle.ts';
import { forProtocol } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** Calls of a group within a minute, counted for all processes on a database. */

type Limits = Partial<SiteSettings['throttling']>;

let siteID = 100;

async function newSite(database: Database, throttling: Limits): Promise<Site> {
  siteID += 1;
  const sites = openSites(database, new TestClock());
  return sites.create({ siteName: `site${siteID}`, siteID, type: 3, settings: { throttling } });
}

/** One process. */
function node(database: Database, clock: TestClock) {
  const throttle = openThrottle(database, clock);
  return {
    clock,
    /** Makes the calls at the same time; how many were let through. */
    async calls(times: number, site: Site, group: ThrottleGroup = 'userOperations'): Promise<number> {
      const made = Array.from({ length: times }, async () => throttle.count(site, group));
      const outcomes = await Promise.allSettled(made);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof RateLimitReached);
      }
      return outcomes.filter(({ status }) => status === 'fulfilled').length;
    },
  };
}

forProtocol('throttle', (open, { fresh }) => {
  const usedOf = async (database: Database, site: Site) => {
    const row = await database.first(
      database.builder.selectFrom('throttle').select('used').where('site', '=', site.id).compile(),
    );
    return row?.used;
  };

  test('as many calls as the limit, and again when the minute of the clock turns', async () => {
    const database = await open();
    const { calls, clock } = node(database, new TestClock());
    const site = await newSite(database, { userOperations: 7 });
    clock.advance({ seconds: 50 });
    for (let call = 0; call < 7; call++) assert.equal(await calls(1, site), 1);
    assert.equal(await calls(5, site), 0);
    clock.advance({ seconds: 9, milliseconds: 999 });
    assert.equal(await calls(1, site), 0);
    clock.advance({ milliseconds: 1 });
    assert.equal(await calls(20, site), 7);
  });

  test('0 is any number, and nothing is written down', async () => {
    const database = await open();
    const site = await newSite(database, { userOperations: 0 });
    assert.equal(await node(database, new TestClock()).calls(500, site), 500);
    assert.equal(await usedOf(database, site), undefined);
  });

  test('each group and each site has a count of its own', async () => {
    const database = await open();
    const { calls } = node(database, new TestClock());
    const limits = { userOperations: 2, meetingWrites: 3, meetingLists: 4 };
    const [one, two] = [await newSite(database, limits), await newSite(database, limits)];
    for (const site of [one, two]) {
      assert.equal(await calls(9, site, 'userOperations'), 2);
      assert.equal(await calls(9, site, 'meetingWrites'), 3);
      assert.equal(await calls(9, site, 'meetingLists'), 4);
    }
  });

  test('calls are reserved by the block', async () => {
    const database = await open();
    const { calls } = node(database, new TestClock());
    const site = await newSite(database, { userOperations: 1_000 });
    await calls(1, site);
    assert.equal(await usedOf(database, site), 20);
    for (let call = 0; call < 8; call++) await calls(1, site);
    assert.equal(await usedOf(database, site), 20);
    assert.equal(await calls(2_000, site), 991);
    assert.equal(await usedOf(database, site), 1_000);
  });

  test('a new limit holds at once', async () => {
    const url = await fresh();
    const database = await open(url);
    const { calls } = node(database, new TestClock());
    const site = await newSite(database, { userOperations: 10 });
    assert.equal(await calls(6, site), 6);
    const sites = openSites(database, new TestClock());
    const lower = await sites.change(site.siteName, { settings: { throttling: { userOperations: 4 } } });
    assert.equal(await calls(1, lower), 0);
    const higher = await sites.change(site.siteName, { settings: { throttling: { userOperations: 9 } } });
    assert.equal(await calls(9, higher), 3);
  });

  test('two processes count together, to a block', async () => {
    const url = await fresh();
    const [first, second] = [await open(url), await open(url)];
    const nodes = [node(first, new TestClock()), node(second, new TestClock())];
    for (const [limit, block] of [
      [30, 1],
      [500, 10],
    ] as const) {
      const site = await newSite(first, { meetingWrites: limit });
      const passed = await Promise.all(
        nodes.map(({ calls }) => calls(Math.ceil(limit * 0.8), site, 'meetingWrites')),
      );
      const sum = passed.reduce((all, one) => all + one, 0);
      assert.ok(sum <= limit, `${sum} calls of ${limit}`);
      assert.ok(sum >= limit - block, `${sum} calls of ${limit}`);
    }
  });

  test('a process whose clock is behind counts in the minute that has begun elsewhere', async () => {
    const url = await fresh();
    const [first, second] = [await open(url), await open(url)];
    const [behind, ahead] = [node(first, new TestClock()), node(second, new TestClock())];
    const site = await newSite(first, { userOperations: 10 });
    behind.clock.advance({ seconds: 59 });
    ahead.clock.advance({ seconds: 61 });
    assert.equal(await ahead.calls(8, site), 8);
    assert.equal(await behind.calls(8, site), 2);
    behind.clock.advance({ seconds: 2 });
    assert.equal(await behind.calls(8, site), 0);
  });

  test('a clock that was wrong for a while shuts nobody out', async () => {
    const database = await open();
    const site = await newSite(database, { userOperations: 10 });
    const wrong = node(database, new TestClock(Date.UTC(2040, 0, 1)));
    assert.equal(await wrong.calls(20, site), 10);
    assert.equal(await node(database, new TestClock()).calls(20, site), 10);
  });
});
