/** Copies a SQLite file while others read and write it. */
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable } from './errors.ts';

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
