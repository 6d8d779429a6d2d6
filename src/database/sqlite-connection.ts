import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable, UniqueViolation } from './errors.ts';
import type { Storable } from './prepared.ts';

/** One connection to a SQLite file, its prepared statements, and its errors by the names of the schema. */

const MOST_STATEMENTS = 200;

export class SqliteConnection {
  readonly #connection: Sqlite.Database;
  /** By their text, the last used at the end. */
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #onWrite: (sql: string) => void;
  #beginView: Sqlite.Statement | undefined;
  #endView: Sqlite.Statement | undefined;

  /** @param onWrite told the text of each statement that writes, before it runs */
  constructor(connection: Sqlite.Database, onWrite: (sql: string) => void = () => {}) {
    this.#connection = connection;
    this.#onWrite = onWrite;
  }

  /** A statement for its caller to keep. */
  prepare<R>(sql: string): SqliteStatement<R> {
    return new SqliteStatement(this.#connection, this.#prepare(sql), this.#onWrite);
  }

  /** A statement for one run, prepared anew only when it has not been used for long. */
  statement<R>(sql: string): SqliteStatement<R> {
    const statement = this.#statements.get(sql) ?? this.#prepare(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    if (this.#statements.size > MOST_STATEMENTS) {
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined) this.#statements.delete(oldest);
    }
    return new SqliteStatement(this.#connection, statement, this.#onWrite);
  }

  /** The reads that follow see the database as it is now, and take no lock each. */
  beginView(): void {
    this.#beginView ??= this.#prepare('begin');
    try {
      this.#beginView.run();
    } catch (error) {
      throw namedByDisk(error);
    }
  }

  endView(): void {
    this.#endView ??= this.#prepare('commit');
    this.#endView.run();
  }

  #prepare(sql: string): Sqlite.Statement {
    try {
      return this.#connection.prepare(sql);
    } catch (error) {
      throw namedByDisk(error);
    }
  }

  close(): void {
    this.#connection.close();
  }
}

/** @param R a row, which is what the query says that it is */
export class SqliteStatement<R> {
  readonly #connection: Sqlite.Database;
  readonly #statement: Sqlite.Statement;
  readonly #onWrite: (sql: string) => void;
  readonly readonly: boolean;

  constructor(connection: Sqlite.Database, statement: Sqlite.Statement, onWrite: (sql: string) => void) {
    this.#onWrite = onWrite;
    this.#connection = connection;
    this.#statement = statement;
    this.readonly = statement.readonly;
  }

  get(values: Storable[]): R | undefined {
    if (!this.readonly) this.#onWrite(this.#statement.source);
    try {
      return this.#statement.get(values) as R | undefined;
    } catch (error) {
      throw named(this.#connection, error);
    }
  }

  all(values: Storable[]): R[] {
    if (!this.readonly) this.#onWrite(this.#statement.source);
    try {
      return this.#statement.all(values) as R[];
    } catch (error) {
      throw named(this.#connection, error);
    }
  }

  /** The number of rows that were changed. */
  run(values: Storable[]): number {
    if (!this.readonly) this.#onWrite(this.#statement.source);
    try {
      if (this.#statement.reader) return this.#statement.all(values).length;
      return this.#statement.run(values).changes;
    } catch (error) {
      throw named(this.#connection, error);
    }
  }
}

/** The disk is full, fails, or may not be written. */
const DISK_FAILS = /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)/;

/** A failure of the disk under the name of this floor. */
export function namedByDisk(error: unknown): unknown {
  if (error instanceof TypeError && error.message === 'The database connection is not open') {
    return new DatabaseUnavailable('The database has been closed', { cause: error });
  }
  if (!(error instanceof Sqlite.SqliteError && DISK_FAILS.test(error.code))) return error;
  return new DatabaseUnavailable(`The database file cannot be written: ${error.message} (${error.code})`, {
    cause: error,
  });
}

function named(connection: Sqlite.Database, error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return namedByDisk(error);
  if (DISK_FAILS.test(error.code)) return namedByDisk(error);
  const columns = /^UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1];
  return columns ? new UniqueViolation(uniqueIndex(connection, columns), error) : error;
}

interface IndexRow {
  readonly name: string;
  readonly origin: string;
}

/** SQLite names the columns (`account.site, account.email_key`) where PostgreSQL names the index. */
function uniqueIndex(connection: Sqlite.Database, columns: string): string {
  const byExpression = /^index '(.+)'$/.exec(columns)?.[1];
  if (byExpression) return byExpression;
  const table = columns.slice(0, columns.indexOf('.'));
  const indexes = connection
    .prepare<[string], IndexRow>('select name, origin from pragma_index_list(?) where "unique" = 1')
    .all(table);
  for (const { name, origin } of indexes) {
    const parts = connection
      .prepare<[string], string>('select name from pragma_index_info(?)')
      .pluck()
      .all(name);
    if (parts.map((part) => `${table}.${part}`).join(', ') !== columns) continue;
    return origin === 'pk' ? `${table}_pkey` : name;
  }
  return `${table}_pkey`;
}
