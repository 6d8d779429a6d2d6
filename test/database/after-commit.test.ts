import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forEachDatabase } from '../support/databases.ts';
import { siteRow } from './rows.ts';

/** What is to happen when a write is on disk, and only then. */

forEachDatabase('afterCommit', (open) => {
  test('calls back once, when the write can be read', async () => {
    const database = await open();
    const seen: unknown[] = [];
    const names = () => database.all(database.builder.selectFrom('site').select('name').compile());
    const { promise: called, resolve } = Promise.withResolvers<void>();
    const callback = () => {
      seen.push(names());
      resolve();
    };
    await database.write(async (tx) => {
      database.afterCommit(tx, callback);
      database.afterCommit(tx, callback);
      await tx.run(
        database.builder
          .insertInto('site')
          .values(siteRow({ name: 'acme' }))
          .compile(),
      );
      assert.deepEqual(seen, []);
    });
    await called;
    assert.deepEqual(await Promise.all(seen), [[{ name: 'acme' }]]);
  });

  test('never calls back for a write that comes to nothing', async () => {
    const database = await open();
    let calls = 0;
    const work = database.write(async (tx) => {
      database.afterCommit(tx, () => {
        calls += 1;
      });
      throw new Error('no');
    });
    await assert.rejects(work, /no/);
    await database.write(async () => {});
    assert.equal(calls, 0);
  });

  test('refuses what is no write of this database', async () => {
    const database = await open();
    assert.throws(() => database.afterCommit(database, () => {}), TypeError);
    const other = await open();
    await database.write(async (tx) => {
      assert.throws(() => other.afterCommit(tx, () => {}), TypeError);
    });
  });
});
