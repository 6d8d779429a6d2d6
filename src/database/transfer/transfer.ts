/** Copies everything from one database into another, empty one, of the same kind or not. */
import { openDatabase } from '../database.ts';
import { DatabaseUnavailable } from '../errors.ts';
import { readPostgres, writePostgres } from './postgres-rows.ts';
import type { RowSource, RowTarget, TableShape } from './row-store.ts';
import { readSqlite, writeSqlite } from './sqlite-rows.ts';

export interface Copied {
  readonly table: string;
  readonly rows: number;
}

/**
 * All rows of one moment; whoever writes to the source goes on. The target has them all, on disk, or none of them.
 * @param from, to `sqlite:<file>`, or `postgres://…`; the target is made where there is none
 * @param copied is told of each table that has rows
 * @throws DatabaseUnavailable when either cannot be used, the target is not empty, or their versions differ
 */
export async function transfer(from: string, to: string, copied: (done: Copied) => void): Promise<void> {
  await using source = await sourceAt(from);
  await using target = await madeTarget(to);
  checkVersions(source, target);
  if (!(await target.isEmpty())) {
    throw new DatabaseUnavailable('The database that is copied to is not empty: name a new one');
  }
  for (const table of target.tables) {
    let count = 0;
    for await (const rows of source.rows(table)) {
      await target.insert(table, rows);
      count += rows.length;
    }
    const last = await source.lastNumber(table.name);
    if (last !== undefined) await target.setLastNumber(table.name, last);
    if (count > 0) copied({ table: table.name, rows: count });
  }
  await target.commit();
}

const FILE = /^sqlite:(.+)$/;

/** @throws DatabaseUnavailable */
export async function sourceAt(url: string): Promise<RowSource> {
  const [, file] = FILE.exec(url) ?? [];
  return file === undefined ? readPostgres(url) : readSqlite(file);
}

/** A database with its tables, which are made where there are none, to be written whole. @throws DatabaseUnavailable */
export async function madeTarget(url: string): Promise<RowTarget> {
  await makeTables(url);
  return targetAt(url);
}

async function targetAt(url: string): Promise<RowTarget> {
  const [, file] = FILE.exec(url) ?? [];
  return file === undefined ? writePostgres(url) : writeSqlite(file);
}

/** As a server makes them that starts there. */
async function makeTables(url: string): Promise<void> {
  const database = await openDatabase(url, { alone: true });
  await database.close();
}

/** @throws DatabaseUnavailable */
function checkVersions(source: RowSource, target: RowTarget): void {
  if (source.migrations.join() !== target.migrations.join()) {
    throw new DatabaseUnavailable(
      'The database was written by another version of Parlance: serve it once with this one, then copy it',
    );
  }
  const columns = new Map(source.tables.map((table) => [table.name, new Set(table.columns)]));
  const missing = target.tables.flatMap((table) => missingIn(columns.get(table.name), table));
  if (missing.length > 0) throw new DatabaseUnavailable(`The database lacks ${missing.join(', ')}`);
}

function missingIn(
  columns: ReadonlySet<string> | undefined,
  { name, columns: wanted }: TableShape,
): string[] {
  if (!columns) return [name];
  return wanted.filter((column) => !columns.has(column)).map((column) => `${name}.${column}`);
}
