/** Copies a SQLite file while others read and write it, and reads what is in a copy. */
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable } from './errors.ts';
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
