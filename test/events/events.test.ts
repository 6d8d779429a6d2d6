import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Executor } from '../../src/database/database.ts';
import { EventGivenUp } from '../../src/events/delivery.ts';
import type { Listener } from '../../src/events.ts';
import { forEachDatabase } from '../support/databases.ts';
import { openTestEvents, runOf, startedEvent } from './test-events.ts';

/** What happened is recorded with what did it, and handed to everybody who listens. */

const KEY = 123_456_789;

/** Keeps what it is handed in a list. */
function listening(handed: number[]): Listener {
  return async ({ event }) => {
    return async () => void handed.push(runOf(event));
  };
}

forEachDatabase('events', (open, databases) => {
  const started = async (url?: string) => {
    const database = await open(url);
    const handed: number[] = [];
    const house = await openTestEvents(database);
    house.events.listen(listening(handed));
    const record = (run: number, key?: number) =>
      database.write((tx) => house.events.record(tx, house.site, startedEvent(run, key)));
    return { ...house, database, handed, record };
  };

  test('are handed on once, in their order, with when and where they happened', async () => {
    const { events, record, handed, site, clock } = await started();
    const seen: unknown[] = [];
    events.listen(async ({ site, at, event }) => void seen.push([site.siteName, at, event]));
    for (const run of [1, 2, 3]) await record(run, KEY);
    assert.equal(await events.drain(), 3);
    assert.equal(await events.drain(), 0);
    assert.deepEqual(handed, [1, 2, 3]);
    assert.deepEqual(seen[0], [site.siteName, clock.now(), startedEvent(1, KEY)]);
  });

  test('of a transaction that comes to nothing have not happened', async () => {
    const { database, events, site, handed } = await started();
    await assert.rejects(
      database.write(async (tx) => {
        await events.record(tx, site, startedEvent(1));
        throw new Error('no');
      }),
      /no/,
    );
    assert.equal(await events.drain(), 0);
    assert.deepEqual(handed, []);
  });

  test('are handed on by themselves from the start on, and what was left behind at once', async () => {
    const { events, record, site, database } = await started();
    await record(1);
    const { promise, resolve } = Promise.withResolvers<void>();
    const seen: number[] = [];
    events.listen(async ({ event }) => {
      seen.push(runOf(event));
      if (seen.length === 2) resolve();
      return undefined;
    });
    events.start();
    await database.write((tx) => events.record(tx, site, startedEvent(2)));
    await promise;
    assert.deepEqual(seen.sort(), [1, 2]);
    await events.stop();
  });

  test('are one transaction with what a listener writes, and are tried again when it fails', async () => {
    const { database, events, record, clock, faults, sites } = await started();
    let fails = true;
    const rename = async (tx: Executor) => {
      const { builder } = database;
      await tx.run(
        builder
          .updateTable('site')
          .set((eb) => ({ site_id: 77, version: eb('version', '+', 1) }))
          .compile(),
      );
      if (fails) throw new Error('not now');
    };
    events.listen(async () => rename);
    await record(1);
    assert.equal(await events.drain(), 0);
    assert.match(String(faults[0]), /not now/);
    assert.equal((await sites.required('acme')).siteID, 1, 'what it wrote is gone');
    fails = false;
    assert.equal(await events.drain(), 0, 'it waits');
    clock.advance({ seconds: 2 });
    assert.equal(await events.drain(), 1);
    assert.equal((await sites.required('acme')).siteID, 77);
  });

  test('of a session wait for the one that fails, those of others do not', async () => {
    const { events, record, clock, handed, faults } = await started();
    let fails = true;
    events.listen(async ({ event }) => {
      if (fails && runOf(event) === 1) throw new Error('not now');
      return undefined;
    });
    await record(1, KEY);
    await record(2, KEY);
    await record(3, KEY + 1);
    assert.equal(await events.drain(), 1);
    assert.deepEqual(handed, [3]);
    assert.equal(faults.length, 1);
    await record(4, KEY);
    assert.equal(await events.drain(), 0);
    fails = false;
    clock.advance({ minutes: 1 });
    assert.equal(await events.drain(), 3);
    assert.deepEqual(handed, [3, 1, 2, 4]);
  });

  /** A listener that stands apart, and fails as long as it is told to, when it reads or when it writes. */
  const troubled = (on: 'read' | 'write') => {
    const told: number[] = [];
    const one = { fails: true, told };
    const listener: Listener = async ({ event }) => {
      const fail = () => {
        if (one.fails && runOf(event) === 1) throw new Error('not now');
      };
      if (on === 'read') fail();
      return async () => {
        fail();
        told.push(runOf(event));
      };
    };
    return Object.assign(one, { listener });
  };

  for (const on of ['read', 'write'] as const) {
    test(`are handed to the others at once when a listener apart fails to ${on}, and to it later in order`, async () => {
      const { events, record, clock, handed, faults } = await started();
      const apart = troubled(on);
      events.listen(apart.listener, 'apart');
      for (const run of [1, 2]) await record(run, KEY);
      await record(3, KEY + 1);
      await events.drain();
      assert.deepEqual([...new Set(handed)], [1, 2, 3]);
      assert.deepEqual([...new Set(apart.told)], [3]);
      assert.match(String(faults), /^Error: not now$/, 'it is reported once');
      await record(4, KEY);
      await record(5, KEY + 2);
      await events.drain();
      assert.deepEqual([...new Set(handed)], [1, 2, 3, 4, 5]);
      assert.deepEqual(
        [...new Set(apart.told)],
        [3, 5],
        'what comes after it waits, for this listener alone',
      );
      const before = handed.length;
      apart.fails = false;
      clock.advance({ hours: 1 });
      await events.drain();
      assert.deepEqual([...new Set(apart.told)], [3, 5, 1, 2, 4]);
      assert.equal(handed.length, before, 'the others have had it');
      await record(6, KEY);
      assert.equal(await events.drain(), 1, 'all are handed what happens together again');
      assert.equal(apart.told.at(-1), 6);
    });
  }

  test('that a listener apart never takes are given up for it alone', async () => {
    const { events, record, clock, handed, faults } = await started();
    const apart = troubled('read');
    events.listen(apart.listener, 'apart');
    await record(1, KEY);
    await record(2, KEY);
    for (let hour = 0; hour < 26; hour++) {
      await events.drain();
      clock.advance({ minutes: 60 });
    }
    assert.deepEqual([...new Set(handed)], [1, 2]);
    assert.deepEqual([...new Set(apart.told)], [2]);
    assert.ok(faults.at(-1) instanceof EventGivenUp);
  });

  test('are given up after a day, which is reported, and what comes after them goes on', async () => {
    const { events, record, clock, handed, faults } = await started();
    events.listen(async ({ event }) => {
      if (runOf(event) === 1) throw new Error('never');
      return undefined;
    });
    await record(1, KEY);
    await record(2, KEY);
    for (let hour = 0; hour < 26; hour++) {
      await events.drain();
      clock.advance({ minutes: 60 });
    }
    // The first failure and the last are told, and not every one between.
    assert.equal(faults.length, 2);
    assert.ok(faults.at(-1) instanceof EventGivenUp);
    assert.deepEqual(handed, [2]);
  });

  test('are handed on once by two processes, in order for each session', async () => {
    const url = await databases.fresh();
    const one = await started(url);
    const other = await started(url);
    const order: string[] = [];
    for (const { events } of [one, other]) {
      events.listen(async ({ event }) => async () => {
        if ('sessionKey' in event) order.push(`${event.sessionKey} ${runOf(event)}`);
      });
    }
    const sessions = [1, 2, 3, 4].map((at) => KEY + at);
    const recording = sessions.map(async (key, at) => {
      for (let run = 1; run <= 25; run++) await (at % 2 ? one : other).record(run, key);
    });
    let recorded = false;
    const draining = [one, other].map(async ({ events }) => {
      while (!recorded) {
        await events.drain();
        await new Promise(setImmediate);
      }
      await events.drain();
    });
    await Promise.all(recording);
    recorded = true;
    await Promise.all(draining);
    for (const key of sessions) {
      const ofSession = order.filter((entry) => entry.startsWith(String(key)));
      // A transaction of PostgreSQL may be run again: what it did in memory stands twice then.
      assert.deepEqual(
        [...new Set(ofSession)],
        Array.from({ length: 25 }, (_, at) => `${key} ${at + 1}`),
      );
    }
    assert.equal(await one.events.drain(), 0);
  });

  test('of a process that was killed after COMMIT are handed on by the next one', async () => {
    const url = await databases.fresh();
    const script = fileURLToPath(new URL('record-and-die.ts', import.meta.url));
    const child = spawn(process.execPath, [script, url, '5'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [[, signal]] = await Promise.all([once(child, 'close'), once(child.stdout, 'data')]);
    assert.equal(signal, 'SIGKILL');
    const { events, handed } = await started(url);
    assert.equal(await events.drain(), 5);
    assert.deepEqual(handed, [1, 2, 3, 4, 5]);
  });

  test('are swept a day after they were handed on', async () => {
    const { events, record, clock, database } = await started();
    const count = async () =>
      (await database.all(database.builder.selectFrom('event').select('id').compile())).length;
    await record(1);
    await record(2);
    await events.drain();
    await record(3);
    await events.sweep();
    assert.equal(await count(), 3);
    clock.advance({ days: 1, seconds: 1 });
    await events.sweep();
    assert.equal(await count(), 1, 'what waits is kept');
  });
});
