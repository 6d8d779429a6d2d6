import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { Database } from '../../src/database/database.ts';
import { forEachDatabase, forPostgres } from '../support/databases.ts';

/** What a write announces is heard when it is on disk, and only then. */

const announcing = (database: Database, ...topics: string[]) =>
  database.write(async (tx) => {
    for (const topic of topics) database.announce(tx, topic);
  });

/** What is heard; `until` resolves when a topic has come. */
function ear(database: Database) {
  const heard: (string | undefined)[] = [];
  const waiting = new Map<string | undefined, () => void>();
  const end = database.listen((topic) => {
    heard.push(topic);
    waiting.get(topic)?.();
  });
  const until = (topic: string | undefined) =>
    heard.includes(topic) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(topic, resolve));
  return { heard, until, end };
}

forEachDatabase('what is announced', (open) => {
  test('is heard by the process itself as soon as it is written, each topic once or twice', async () => {
    const database = await open();
    const { heard, end } = ear(database);
    await announcing(database, 'one', 'other', 'one');
    assert.deepEqual(
      heard.filter((topic) => topic !== undefined),
      ['one', 'other'],
    );
    end();
    await announcing(database, 'late');
    assert.ok(!heard.includes('late'));
  });

  test('is not heard when the write comes to nothing', async () => {
    const database = await open();
    const { heard, until } = ear(database);
    await assert.rejects(
      database.write(async (tx) => {
        database.announce(tx, 'undone');
        throw new Error('no');
      }),
    );
    await announcing(database, 'done');
    await until('done');
    assert.ok(!heard.includes('undone'));
  });
});

forPostgres('what is announced by another process', (open, { fresh }) => {
  test('is heard, and after a connection was lost everything is to be looked at', async () => {
    const url = await fresh();
    const [one, other] = [await open(url, { report: () => {} }), await open(url)];
    const { heard, until } = ear(one);
    await until(undefined);
    await announcing(other, 'far');
    await until('far');
    const again = new Promise<void>((resolve) => {
      one.listen((topic) => topic === undefined && resolve());
    });
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'parlance listens' and datname = current_database()`,
    );
    await client.end();
    await again;
    await announcing(other, 'near again');
    await until('near again');
    assert.equal(heard.filter((topic) => topic === 'far').length, 1);
  });
});
