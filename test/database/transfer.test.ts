import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../src/database/database.ts';
import { DatabaseUnavailable } from '../../src/database/errors.ts';
import type { RowSource } from '../../src/database/transfer/row-store.ts';
import { siteExport } from '../../src/database/transfer/site-export.ts';
import { BELONGINGS, LEFT_OUT } from '../../src/database/transfer/site-tables.ts';
import { type Copied, sourceAt, transfer } from '../../src/database/transfer/transfer.ts';
import { keptSite } from '../sessions/kept.ts';
import { forEachDatabase, forPostgres, type TestDatabases } from '../support/databases.ts';

/** Everything of one database in another one. */

async function textOf(source: RowSource, siteName: string): Promise<string> {
  let text = '';
  for await (const line of siteExport(source, siteName)) text += line;
  return text;
}

async function exported(url: string, siteName = 'kept'): Promise<string> {
  await using source = await sourceAt(url);
  return await textOf(source, siteName);
}

/** Sessions of two hosts, one of them a series with another date. */
async function filled(url: string): Promise<void> {
  await using database = await openDatabase(url);
  const kept = await keptSite(database);
  const other = await kept.sites.create({ siteName: 'other', siteID: 8_600_002, type: 3 });
  const hanna = await kept.host('hanna');
  await kept.host('oscar', other);
  for (let at = 0; at < 300; at++) await kept.schedule(hanna, { confName: `Meeting ${at} “ü” \\ \u{1f600}` });
}

async function copied(from: string, to: string): Promise<Copied[]> {
  const tables: Copied[] = [];
  await transfer(from, to, (done) => tables.push(done));
  return tables;
}

function suite(_open: TestDatabases['open'], { fresh }: TestDatabases): void {
  test('is copied with every row, and counts on from the last one', async () => {
    const [from, to] = [await fresh(), await fresh()];
    await filled(from);
    const tables = await copied(from, to);
    assert.equal(tables.find(({ table }) => table === 'session')?.rows, 300);
    assert.equal(await exported(to), await exported(from));
    assert.equal(await exported(to, 'other'), await exported(from, 'other'));
    await using database = await openDatabase(to);
    const { schedule, accounts, site } = await keptSite(database);
    const hanna = await accounts.find(site, 'hanna');
    assert.ok(hanna);
    await schedule(await accounts.withProfile(hanna));
  });

  test('tells of a site what is its own, and nothing of another', async () => {
    const url = await fresh();
    await filled(url);
    const text = await exported(url);
    const tables = new Set(
      text
        .split('\n')
        .slice(1, -1)
        .map((line) => JSON.parse(line).table),
    );
    for (const table of ['site', 'account', 'session', 'session_member']) assert.ok(tables.has(table), table);
    assert.doesNotMatch(text, /oscar/);
    await assert.rejects(exported(url, 'nobody'), DatabaseUnavailable);
  });

  test('is copied into an empty database alone', async () => {
    const [from, to] = [await fresh(), await fresh()];
    await filled(from);
    await filled(to);
    const before = await exported(to);
    await assert.rejects(copied(from, to), /not empty/);
    assert.equal(await exported(to), before);
  });

  test('is copied whole or not at all', async () => {
    const [from, to] = [await fresh(), await fresh()];
    await filled(from);
    const stop = () => {
      throw new Error('stopped');
    };
    await assert.rejects(transfer(from, to, stop), /stopped/);
    await filled(to);
    assert.notEqual(await exported(to), '');
  });

  test('has no table of which nobody says how its rows belong to a site', async () => {
    const url = await fresh();
    await filled(url);
    await using source = await sourceAt(url);
    const silent = source.tables
      .filter(({ columns }) => !columns.includes('site'))
      .map(({ name }) => name)
      .filter((name) => name !== 'site' && !(name in BELONGINGS) && !LEFT_OUT.has(name));
    assert.deepEqual(silent, []);
    const known = new Set(source.tables.map(({ name }) => name));
    const unknown = [...LEFT_OUT, ...Object.keys(BELONGINGS)].filter((name) => !known.has(name));
    assert.deepEqual(unknown, [], 'and none that is not there');
  });
}

forEachDatabase('a database', suite);

forPostgres('a database', (_open, { fresh }) => {
  test('is the same after a way to SQLite and back', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'parlance-copy-'));
    try {
      const [first, between, last] = [await fresh(), `sqlite:${join(folder, 'parlance.db')}`, await fresh()];
      await filled(first);
      const before = await exported(first);
      await copied(first, between);
      assert.equal(await exported(between), before);
      await copied(between, last);
      assert.equal(await exported(last), before);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
