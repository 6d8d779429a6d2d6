/**
 * A database file has one process at a time. SQLite's own lock on an empty file beside it says so: the kernel keeps
 * it, and frees it with the process however that ends, so that nothing is left behind that would have to be judged.
 * It holds between containers on one machine too, where a socket in the abstract namespace would not, and on every
 * system that SQLite runs on.
 */
import { chmodSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

export interface FileLock {
  release(): void;
}

/** Takes the lock that lies beside a file; none when another process has it. */
export function lockFile(file: string): FileLock | undefined {
  const connection = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    chmodSync(connection.name, 0o600);
    // Nothing is written to it, so that no journal need lie beside it.
    connection.pragma('journal_mode = memory');
    connection.exec('begin exclusive');
  } catch (error) {
    connection.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return undefined;
    throw error;
  }
  return { release: () => void connection.close() };
}
