import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { type Database, openDatabase } from '../../src/database/database.ts';
import { forEachDatabase, forSqlite } from '../support/databases.ts';
import { siteRow } from './rows.ts';

/** What one process may remember, and how it knows that it may. */

interface Row {
  readonly id: number;
  readonly version: number;
  readonly status: string;
}

forEachDatabase('a remembered row', (open, { fresh }) => {
  test('is the same until a write of this process is committed, and new at once then', async () => {
    const database = await open();
    const { find, close, add } = rowsOf(database);
    await add('acme');
    const first = await find('acme');
    assert.equal(first?.status, 'ACTIVE');
    assert.equal(await find('acme'), first, 'it is remembered');
    await database.write(async (tx) => {
      await close.run({ name: 'acme' }, tx);
      assert.equal((await find('acme'))?.status, 'ACTIVE', 'nothing is committed yet');
    });
    assert.equal((await find('acme'))?.status, 'CLOSED');
  });

  test('is right after a write that came to nothing, and one that was never there is found when it comes', async () => {
    const database = await open();
    const { find, close, add } = rowsOf(database);
    await add('acme');
    await assert.rejects(
      database.write(async (tx) => {
        await close.run({ name: 'acme' }, tx);
        throw new Error('no');
      }),
    );
    assert.equal((await find('acme'))?.status, 'ACTIVE');
    assert.equal(await find('other'), undefined);
    await add('other');
    assert.equal((await find('other'))?.status, 'ACTIVE');
  });

  test('is seen as it is when another process has changed it', async () => {
    const url = await fresh();
    const [ours, theirs] = [rowsOf(await open(url)), rowsOf(await open(url))];
    await ours.add('acme');
    assert.equal((await ours.find('acme'))?.status, 'ACTIVE');
    await theirs.close.run({ name: 'acme' });
    assert.equal((await ours.find('acme'))?.status, 'CLOSED');
  });

  test('cannot be changed by a statement that keeps its version', async () => {
    const database = await open();
    assert.throws(
      () => database.prepare((db) => db.updateTable('site').set({ status: 'CLOSED' })),
      /does not raise its version/,
    );
  });
});

forSqlite('a database file that is opened alone', (open, { fresh }) => {
  test('is refused to a second opening, until the first is closed', async () => {
    const url = await fresh();
    const first = await openDatabase(url, { alone: true });
    await assert.rejects(openDatabase(url, { alone: true }), {
      name: 'DatabaseUnavailable',
      message: /is in use by another process/,
    });
    await assert.rejects(openDatabase(url, { alone: true }), /is in use/, 'the refusal has freed nothing');
    await first.close();
    await (await openDatabase(url, { alone: true })).close();
  });

  test('is free again when its process was killed', async () => {
    const url = await fresh();
    const program = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [program, url, 'alone'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 1) await assert.rejects(openDatabase(url, { alone: true }), /is in use/);
      if (acknowledged.length === 100) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const database = await open(url, { alone: true });
    for (const name of acknowledged) assert.ok(await rowsOf(database).find(name), name);
  });

  test('lets nobody else write, and others read', async () => {
    const url = await fresh();
    const database = await open(url, { alone: true });
    const { add, find } = rowsOf(database);
    await add('acme');
    const other = new Sqlite(url.slice('sqlite:'.length), { timeout: 0 });
    assert.throws(() => other.exec(`update site set status = 'CLOSED'`), { code: 'SQLITE_BUSY' });
    assert.deepEqual(other.prepare('select name from site').pluck().all(), ['acme']);
    other.close();
    await add('next');
    assert.equal((await find('next'))?.status, 'ACTIVE');
  });

  test('writes its log back into the file, however much is written', async () => {
    const url = await fresh();
    const database = await open(url, { alone: true });
    const { find } = rowsOf(database);
    const big = 'x'.repeat(100_000);
    for (let round = 0; round < 12; round++) {
      await database.write(async (tx) => {
        for (let row = 0; row < 60; row++) {
          await tx.run(
            database.builder
              .insertInto('site')
              .values({ ...siteRow({ name: `site-${round}-${row}` }), document: big })
              .compile(),
          );
        }
      });
      await find(`site-${round}-0`);
    }
    const file = url.slice('sqlite:'.length);
    const { size } = await stat(`${file}-wal`);
    assert.ok(size < 50_000_000, `${size} bytes of log after 72 MB of rows`);
    for (const name of await readdir(dirname(file))) {
      if (process.platform !== 'win32') {
        assert.equal((await stat(`${dirname(file)}/${name}`)).mode & 0o777, 0o600, name);
      }
    }
  });
});

function rowsOf(database: Database) {
  const lookup = database.lookup<{ name: string }, Row, Row>({
    table: 'site',
    statement: database.prepare((db, param) =>
      db.selectFrom('site').select(['id', 'version', 'status']).where('name', '=', param('name')),
    ),
    keyOf: ({ name }) => name,
    make: (row) => row,
  });
  return {
    find: (name: string) => lookup.find({ name }),
    close: database.prepare<{ name: string }, unknown>((db, param) =>
      db
        .updateTable('site')
        .set((eb) => ({ status: 'CLOSED', version: eb('version', '+', 1) }))
        .where('name', '=', param('name')),
    ),
    async add(name: string) {
      await database.run(database.builder.insertInto('site').values(siteRow({ name })).compile());
    },
  };
}
