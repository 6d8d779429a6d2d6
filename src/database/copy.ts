/** Copies a SQLite file while others read and write it, and reads what is in a copy. */
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable } from './errors.ts';
import { newestMigration } from './migrate.ts';
import type { Tables } from './tables.ts';

/**
 * What is committed at this moment, whole and without gaps.
 * @param to an empty file
 * @throws DatabaseUnavailable
 */
export function copyDatabase(from: string, to: string): void {
  try {
    const connection = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: 5_000 });
    try {
      connection.prepare('vacuum into ?').run(to);
    } finally {
      connection.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The database file ${from} cannot be copied: ${reason}`, { cause: error });
  }
}

/**
 * Whether a copy can be used: every page of it fits the others, and this program knows its version.
 * @throws DatabaseUnavailable says why not
 */
export function checkCopy(file: string): void {
  let connection: Sqlite.Database | undefined;
  try {
    connection = new Sqlite(file, { readonly: true, fileMustExist: true });
    const found = connection.prepare<[], string>('pragma integrity_check(1)').pluck().get();
    if (found !== 'ok') throw new Error(found);
    const newest =
      connection.prepare<[], string>('select max(name) from kysely_migration').pluck().get() ?? '';
    if (newest > newestMigration()) {
      throw new Error(`it was written by a newer version of Parlance (${newest}): restore it with that one`);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The database in ${file} cannot be used: ${reason}`, { cause: error });
  } finally {
    connection?.close();
  }
}

/** The rows of some columns of a table in a copy; none where it is of a version that had no such table. */
export function* rowsOfCopy(
  file: string,
  table: keyof Tables,
  columns: readonly string[],
): Generator<Readonly<Record<string, unknown>>> {
  const connection = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    if (!connection.prepare('select 1 from sqlite_master where name = ?').get(table)) return;
    for (const row of connection.prepare(`select ${columns.join(', ')} from ${table}`).iterate()) {
      yield row as Readonly<Record<string, unknown>>;
    }
  } finally {
    connection.close();
  }
}
