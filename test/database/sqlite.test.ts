import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setImmediate as untilNextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { type Database, type Executor, openDatabase, WriteLost } from '../../src/database/database.ts';
import { forSqlite } from '../support/databases.ts';
import { siteRow } from './rows.ts';

/** What is special about the file: its durability, its lock, and writes that share a transaction. */

forSqlite('the SQLite file', (open, { fresh }) => {
  test('has every acknowledged write after its program was killed', async () => {
    const url = await fresh();
    const program = fileURLToPath(new URL('write-until-killed.ts', import.meta.url));
    const child = spawn(process.execPath, [program, url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const acknowledged: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      acknowledged.push(line);
      if (acknowledged.length === 200) child.kill('SIGKILL');
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    assert.equal(child.signalCode, 'SIGKILL');
    const kept = new Set(await names(await open(url)));
    assert.deepEqual(
      acknowledged.filter((name) => !kept.has(name)),
      [],
    );
  });

  test('waits for the disk and keeps a log beside the file', async () => {
    const url = await fresh();
    const database = await open(url);
    const pragmas = await database.write(async (tx) => {
      const values: unknown[] = [];
      for (const name of ['journal_mode', 'synchronous', 'foreign_keys']) {
        const row = await tx.first(
          sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.compile(database.builder),
        );
        values.push(row?.[name]);
      }
      return values;
    });
    assert.deepEqual(pragmas, ['wal', 2, 1]);
  });

  test('makes its folder, and files that nobody else may read', {
    skip: process.platform === 'win32',
  }, async () => {
    const folder = join(dirname((await fresh()).slice('sqlite:'.length)), 'deep', 'data');
    const database = await open(`sqlite:${folder}/parlance.db`);
    await addSite(database, 'acme');
    assert.equal((await stat(folder)).mode & 0o777, 0o700);
    for (const file of await readdir(folder)) {
      assert.equal((await stat(join(folder, file))).mode & 0o777, 0o600, file);
    }
  });

  test('is removed when it was a temporary one', async () => {
    const database = await openDatabase('sqlite::memory:');
    const where = sql<{ file: string }>`select file from pragma_database_list`.compile(database.builder);
    const file = (await database.first(where))?.file ?? '';
    assert(existsSync(file));
    await database.close();
    assert(!existsSync(dirname(file)));
  });

  test('is refused with its name when it is no database', async () => {
    const url = await fresh();
    await writeFile(
      url.slice('sqlite:'.length),
      'This is not the file that you are looking for.\n'.repeat(100),
    );
    await assert.rejects(open(url), { name: 'DatabaseUnavailable', message: /parlance\.db.*not a database/ });
  });

  test('is opened from a full URL, and no other scheme is', async () => {
    const url = (await fresh()).replace('sqlite:', 'sqlite://');
    assert.equal((await open(url)).dialect, 'sqlite');
    for (const wrong of ['mysql://localhost/parlance', 'parlance.db', 'sqlite:', '']) {
      await assert.rejects(openDatabase(wrong), { name: 'DatabaseUnavailable' });
    }
  });

  test('is waited for while another program has its lock, and the program goes on', async () => {
    const url = await fresh();
    const database = await open(url);
    const other = new Sqlite(url.slice('sqlite:'.length));
    other.exec('begin immediate');
    const write = addSite(database, 'acme');
    for (let turns = 0; turns < 20; turns++) await untilNextTurn();
    assert.deepEqual(await names(database), []);
    other.exec('commit');
    other.close();
    await write;
    assert.deepEqual(await names(database), ['acme']);
  });

  test('loses a whole group of writes when SQLite gives its transaction up, and no other', async () => {
    const database = await open();
    await addSite(database, 'acme');
    const outcomes = await Promise.allSettled([
      addSite(database, 'before'),
      database.write(async (tx) => {
        // The conflict clause does what a full disk does.
        const taken = database.builder
          .insertInto('site')
          .orRollback()
          .values(siteRow({ name: 'acme' }));
        await tx.run(taken.compile());
      }),
      addSite(database, 'after'),
    ]);
    assert.deepEqual(
      outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason instanceof WriteLost),
      [true, true, false],
    );
    assert.deepEqual(await names(database), ['acme', 'after']);
  });

  test('rejects every write of a group that cannot be committed', async () => {
    const database = await open();
    const outcomes = await Promise.allSettled([
      addSite(database, 'before'),
      database.write(async (tx) => {
        await tx.run(sql`pragma defer_foreign_keys = on`.compile(database.builder));
        const orphan = { token: 'a', account: 999, kind: 'Photo', media_type: '', created_at: 0 } as const;
        const row = { ...orphan, bytes: Buffer.of(1) };
        await tx.run(database.builder.insertInto('account_image').values(row).compile());
      }),
    ]);
    for (const outcome of outcomes) {
      assert.equal(outcome.status, 'rejected');
      assert(outcome.reason instanceof WriteLost);
    }
    await addSite(database, 'after');
    assert.deepEqual(await names(database), ['after']);
  });

  test('acknowledges more writes than go into one group', async () => {
    const database = await open();
    await Promise.all(Array.from({ length: 200 }, (_, i) => addSite(database, `site-${i}`)));
    assert.equal((await names(database)).length, 200);
  });
});

async function addSite(database: Database, name: string, on: Executor = database): Promise<void> {
  await on.run(database.builder.insertInto('site').values(siteRow({ name })).compile());
}

async function names(database: Database): Promise<string[]> {
  const rows = await database.all(
    database.builder.selectFrom('site').select('name').orderBy('name').compile(),
  );
  return rows.map(({ name }) => name);
}
