import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import {
  type Database,
  DatabaseUnavailable,
  openDatabase,
  type Params,
} from '../../src/database/database.ts';
import { forPostgres } from '../support/databases.ts';
import { siteRow } from './rows.ts';

/** What is special about a server: it can be away, break off, deadlock, and be changed by others. */

forPostgres('the PostgreSQL server', (open, { fresh }) => {
  test('runs a write again that a deadlock has ended', async () => {
    const database = await open();
    for (const name of ['a', 'b']) await addSite(database, name);
    const arrivals = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    let runs = 0;
    const cross = (first: string, second: string, me: 0 | 1) =>
      database.write(async (tx) => {
        runs++;
        const touch = (name: string) => {
          const update = database.builder.updateTable('site').where('name', '=', name);
          return tx.run(update.set((eb) => ({ version: eb('version', '+', 1) })).compile());
        };
        await touch(first);
        arrivals[me].resolve();
        await arrivals[me === 0 ? 1 : 0].promise;
        await touch(second);
      });
    await Promise.all([cross('a', 'b', 0), cross('b', 'a', 1)]);
    // On a busy machine the server may end both in turn.
    assert.ok(runs > 2, 'one of them was run again');
    const versions = await database.all(database.builder.selectFrom('site').select('version').compile());
    assert.deepEqual(versions, [{ version: 2 }, { version: 2 }]);
  });

  test('serves more callers than it has connections', async () => {
    const database = await open(undefined, { connections: 2 });
    await Promise.all(Array.from({ length: 20 }, (_, i) => addSite(database, `site-${i}`)));
    const counts = await Promise.all(Array.from({ length: 20 }, () => countSites(database)));
    assert.deepEqual(new Set(counts), new Set([20]));
  });

  test('fails a write whose connection breaks, and goes on with another', async () => {
    const database = await open();
    await assert.rejects(
      database.write(async (tx) => {
        await tx.run(database.builder.insertInto('site').values(siteRow()).compile());
        await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`.compile(database.builder));
      }),
    );
    await addSite(database, 'acme');
    assert.equal(await countSites(database), 1);
  });

  test('reports a connection that breaks while nobody uses it', async () => {
    const reports = Promise.withResolvers<unknown>();
    const url = await fresh();
    const database = await open(url, { report: reports.resolve });
    await countSites(database);
    const client = new pg.Client(url);
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await client.end();
    const reported = await reports.promise;
    assert.ok(reported instanceof DatabaseUnavailable);
    assert.match(reported.message, /terminat/);
    assert.equal(await countSites(database), 0);
  });

  test('answers a prepared statement after another program has added a column', async () => {
    const url = await fresh();
    const database = await open(url, { connections: 1 });
    await addSite(database, 'acme');
    const byName = database.prepare((db, param: Params<{ name: string }>) =>
      db.selectFrom('site').selectAll().where('name', '=', param('name')),
    );
    for (const [column, on] of [
      ['added', undefined],
      ['later', 'a write'],
    ] as const) {
      assert(await byName.first({ name: 'acme' }));
      await database.run(
        sql`alter table site add column ${sql.ref(column)} integer`.compile(database.builder),
      );
      const row = on
        ? await database.write(async (tx) => byName.first({ name: 'acme' }, tx))
        : await byName.first({ name: 'acme' });
      assert(row && column in row);
    }
  });

  test('keeps acknowledged writes on disk where the server would not', async () => {
    const url = new URL(await fresh());
    url.searchParams.set('options', '-c synchronous_commit=off');
    const database = await open(url.href);
    const setting = sql<{ value: string }>`select current_setting('synchronous_commit') as value`;
    assert.deepEqual(await database.first(setting.compile(database.builder)), { value: 'on' });
  });

  test('says where the server is that cannot be reached, and keeps its password', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert(address && typeof address === 'object');
    server.close();
    await once(server, 'close');
    const url = `postgres://someone:s3cret@127.0.0.1:${address.port}/parlance`;
    await assert.rejects(openDatabase(url), (error: Error) => {
      assert.equal(error.name, 'DatabaseUnavailable');
      assert.match(error.message, /127\.0\.0\.1:\d+\/parlance cannot be reached: .*ECONNREFUSED/);
      assert.doesNotMatch(error.message, /s3cret/);
      return true;
    });
  });

  test('says that the password is wrong', async () => {
    const url = new URL(await fresh());
    url.password = 'wrong';
    await assert.rejects(openDatabase(url.href), { name: 'DatabaseUnavailable', message: /password/ });
  });
});

async function addSite(database: Database, name: string): Promise<void> {
  await database.run(database.builder.insertInto('site').values(siteRow({ name })).compile());
}

async function countSites(database: Database): Promise<number | undefined> {
  const count = database.builder.selectFrom('site').select(({ fn }) => fn.countAll<number>().as('n'));
  return (await database.first(count.compile()))?.n;
}
