import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '../../src/database/database.ts';
import type { Site } from '../../src/sites/site.ts';
import { openSites } from '../../src/sites/sites.ts';
import { type Guesses, openGuesses, TooManyGuesses } from '../../src/throttle/guesses.ts';
import { forProtocol, forSqlite } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** Wrong passwords of sessions: ten from one network, a hundred from everywhere, within fifteen minutes. */

const SESSION = 623063327;
const HERE = '192.0.2.1';
const THERE = '192.0.2.2';

let siteID = 200;

async function newSite(database: Database): Promise<Site> {
  siteID += 1;
  return openSites(database, new TestClock()).create({ siteName: `site${siteID}`, siteID, type: 3 });
}

forProtocol('guesses', (open, { fresh }) => {
  const started = async () => {
    const [database, clock] = [await open(), new TestClock()];
    return { database, clock, guesses: openGuesses(database, clock), site: await newSite(database) };
  };
  const wrong = async (guesses: Guesses, site: Site, times: number, address?: string, session = SESSION) => {
    for (let guess = 0; guess < times; guess++) await guesses.wrong(site, session, address);
  };

  test('after ten from one address every password is refused alike, for fifteen minutes', async () => {
    const { guesses, site, clock } = await started();
    await wrong(guesses, site, 9, HERE);
    await guesses.check(site, SESSION, HERE);
    clock.advance({ minutes: 14 });
    await wrong(guesses, site, 1, HERE);
    await assert.rejects(guesses.check(site, SESSION, HERE), TooManyGuesses);
    await assert.rejects(guesses.wrong(site, SESSION, HERE), TooManyGuesses);
    clock.advance({ seconds: 59 });
    await assert.rejects(guesses.check(site, SESSION, HERE), TooManyGuesses);
    clock.advance({ seconds: 1 });
    await guesses.check(site, SESSION, HERE);
    await wrong(guesses, site, 10, HERE);
  });

  test('another address, another session and another site are not concerned', async () => {
    const { database, guesses, site } = await started();
    await wrong(guesses, site, 10, HERE);
    await assert.rejects(guesses.check(site, SESSION, HERE), TooManyGuesses);
    await guesses.check(site, SESSION, THERE);
    await guesses.check(site, SESSION + 1, HERE);
    await guesses.check(await newSite(database), SESSION, HERE);
  });

  test('right ones do not count', async () => {
    const { guesses, site } = await started();
    for (let joined = 0; joined < 30; joined++) await guesses.check(site, SESSION, HERE);
    await wrong(guesses, site, 10, HERE);
  });

  test('a hundred from many addresses are the most; those that were refused do not count', async () => {
    const { guesses, site } = await started();
    for (let host = 1; host <= 10; host++) {
      await wrong(guesses, site, 9, `198.51.100.${host}`);
    }
    await wrong(guesses, site, 9);
    await guesses.check(site, SESSION, HERE);
    await wrong(guesses, site, 1, HERE);
    for (const address of [HERE, THERE, undefined]) {
      await assert.rejects(guesses.check(site, SESSION, address), TooManyGuesses);
      await assert.rejects(guesses.wrong(site, SESSION, address), TooManyGuesses);
    }
  });

  test('an IPv6 network of 64 bits is one address', async () => {
    const { guesses, site } = await started();
    for (let host = 0; host < 10; host++) await guesses.wrong(site, SESSION, `2001:db8:0:a::${host + 1}`);
    for (const same of ['2001:db8:0:a:ffff:1:2:3', '2001:db8::a:0:0:0:9', '2001:0db8:0000:000a::']) {
      await assert.rejects(guesses.check(site, SESSION, same), TooManyGuesses, same);
    }
    for (const other of ['2001:db8:0:b::1', '2001:db8::a', '::1']) await guesses.check(site, SESSION, other);
  });

  test('guesses that come together, to two processes, are no more than those that come one by one', async () => {
    const url = await fresh();
    const databases = [await open(url), await open(url)];
    const nodes = databases.map((database) => openGuesses(database, new TestClock()));
    const site = await newSite(databases[0] as Database);
    const tries = Array.from({ length: 15 }, () =>
      nodes.map((guesses) => guesses.wrong(site, SESSION, HERE)),
    );
    const outcomes = await Promise.allSettled(tries.flat());
    assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 10);
    for (const guesses of nodes) await assert.rejects(guesses.check(site, SESSION, HERE), TooManyGuesses);
  });

  test('what is over is not kept', async () => {
    const { database, guesses, site, clock } = await started();
    await wrong(guesses, site, 3, HERE);
    clock.advance({ minutes: 15 });
    await wrong(guesses, site, 1, THERE, SESSION + 1);
    const rows = await database.all(
      database.builder.selectFrom('guess').selectAll().where('site', '=', site.id).compile(),
    );
    assert.deepEqual(new Set(rows.map(({ session_key }) => session_key)), new Set([SESSION + 1]));
  });
});

forSqlite('guesses (SQLite) in the order they came', (open) => {
  test('a right one that comes with ten wrong ones, after them, is refused', async () => {
    const database = await open();
    const guesses = openGuesses(database, new TestClock());
    const site = await newSite(database);
    const wrong = Array.from({ length: 10 }, () => guesses.wrong(site, SESSION, HERE));
    const [right, ...others] = await Promise.allSettled([guesses.check(site, SESSION, HERE), ...wrong]);
    assert.equal(right.status, 'rejected');
    assert.ok(others.every(({ status }) => status === 'fulfilled'));
  });
});
