/** A connection to a file beside the database: what may be lost, and is never waited for by a caller. */
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';

/** What a file is made with. */
export interface SideTables {
  /** Raised when the tables change: a file of another version is begun anew. */
  readonly version: number;
  readonly statements: readonly string[];
}

export type SideValue = string | number | null;

/** Every call blocks: it is used in a thread of its own, or with a file in memory. */
export class SideConnection {
  readonly #connection: Sqlite.Database;
  readonly #statements = new Map<string, Sqlite.Statement>();

  /** @param file a path, or `:memory:`. One that is damaged, or of another version, is begun anew */
  constructor(file: string, tables: SideTables) {
    this.#connection = file === ':memory:' ? opened(file, tables) : openedOrAnew(file, tables);
  }

  all(sql: string, values: readonly SideValue[]): unknown[] {
    return this.#statement(sql).all(...values);
  }

  /** The number of rows that were changed. */
  run(sql: string, values: readonly SideValue[]): number {
    return this.#statement(sql).run(...values).changes;
  }

  /** Runs a statement for each of the rows, in one transaction. @param rows a list of lists of values, as JSON */
  insert(sql: string, rows: string): number {
    const statement = this.#statement(sql);
    const list = JSON.parse(rows) as SideValue[][];
    this.#connection.exec('begin immediate');
    try {
      for (const row of list) statement.run(row);
      this.#connection.exec('commit');
    } catch (error) {
      this.#connection.exec('rollback');
      throw error;
    }
    return list.length;
  }

  close(): void {
    this.#connection.close();
  }

  /** The texts are those of a few builders: there are not many. */
  #statement(sql: string): Sqlite.Statement {
    const known = this.#statements.get(sql) ?? this.#connection.prepare(sql);
    if (this.#statements.size < 200) this.#statements.set(sql, known);
    return known;
  }
}

function openedOrAnew(file: string, tables: SideTables): Sqlite.Database {
  // Before it holds anything: nobody else may read it.
  if (!existsSync(file)) writeFileSync(file, '', { mode: 0o600 });
  try {
    return opened(file, tables);
  } catch (error) {
    if (!(error instanceof OtherVersion || isDamage(error))) throw error;
    for (const part of [file, `${file}-wal`, `${file}-shm`]) rmSync(part, { force: true });
    writeFileSync(file, '', { mode: 0o600 });
    return opened(file, tables);
  }
}

class OtherVersion extends Error {}

function isDamage(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(error.code);
}

function opened(file: string, { version, statements }: SideTables): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5_000 });
  try {
    connection.pragma('journal_mode = wal');
    // A killed process loses nothing; a machine without power the last moments.
    connection.pragma('synchronous = normal');
    connection.pragma('cache_size = -8000');
    connection.pragma('wal_autocheckpoint = 4000');
    connection.pragma('journal_size_limit = 33554432');
    connection.pragma('temp_store = memory');
    const found = connection.pragma('user_version', { simple: true });
    if (found === version) return connection;
    if (found !== 0) throw new OtherVersion();
    connection.exec('begin immediate');
    for (const statement of statements) connection.exec(statement);
    connection.pragma(`user_version = ${version}`);
    connection.exec('commit');
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
