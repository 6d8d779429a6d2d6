import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type SelectQueryBuilder,
  SqliteAdapter,
  SqliteDialect,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Database, DatabaseOptions, Executor } from './database.ts';
import { DatabaseUnavailable } from './errors.ts';
import { GroupCommit, retryWhileBusy } from './group-commit.ts';
import { migrate } from './migrate.ts';
import {
  type Params,
  type Prepared,
  type Storable,
  type Template,
  templateOf,
  valuesFor,
  valuesOf,
} from './prepared.ts';
import { SqliteConnection, type SqliteStatement } from './sqlite-connection.ts';
import type { Tables } from './tables.ts';
import { refuseNested, runWork, Turn } from './work.ts';

/** The embedded database: one file, a connection that reads what is committed, and one that writes. */

/** @param location a path, or `:memory:` for a temporary file that goes when the database is closed */
export async function openSqlite(location: string, options: DatabaseOptions): Promise<Database> {
  const folder = location === ':memory:' ? temporaryFolder() : undefined;
  const file = folder ? join(folder, 'parlance.db') : resolve(location);
  try {
    await create(file);
    await migrateFile(file);
    const writer = connect(file);
    doNotWait(writer);
    // Nothing survives a temporary file, so it need not wait for the disk.
    if (folder) writer.pragma('synchronous = off');
    const reader = connect(file);
    reader.pragma('query_only = on');
    return new SqliteDatabase(reader, writer, folder, options);
  } catch (error) {
    if (folder) removeTemporaryFolder(folder);
    if (error instanceof DatabaseUnavailable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The database file ${file} cannot be opened: ${reason}`, { cause: error });
  }
}

async function create(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, 'a', 0o600);
  await handle.close();
}

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5_000, fileMustExist: true });
  connection.pragma('synchronous = full');
  connection.pragma('foreign_keys = on');
  connection.pragma('cache_size = -16000');
  connection.pragma('wal_autocheckpoint = 8000');
  connection.pragma('journal_size_limit = 67108864');
  return connection;
}

/** Waiting for the lock inside SQLite would stop the event loop; `retryWhileBusy` waits outside. */
function doNotWait(connection: Sqlite.Database): void {
  connection.pragma('busy_timeout = 0');
}

/** Runs the migrations in one transaction, so that two programs that open the file do not meet. */
async function migrateFile(file: string): Promise<void> {
  const connection = connect(file);
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: connection }) });
  try {
    doNotWait(connection);
    await retryWhileBusy(() => connection.pragma('journal_mode = wal'));
    // A migration that rebuilds a table must not cascade into its neighbours; the check makes up for it.
    connection.pragma('foreign_keys = off');
    await retryWhileBusy(() => connection.exec('begin immediate'));
    await migrate(db, 'sqlite');
    const broken: unknown = connection.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0) {
      throw new DatabaseUnavailable('A migration left rows without what they refer to');
    }
    connection.exec('commit');
  } finally {
    await db.destroy();
    // Kysely opens its connection at its first query, and closes only what it has opened.
    connection.close();
  }
}

class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly builder = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  readonly reader: SqliteConnection;
  readonly writer: SqliteConnection;
  readonly #writes: GroupCommit;
  readonly #folder: string | undefined;
  readonly #options: DatabaseOptions;

  constructor(
    reader: Sqlite.Database,
    writer: Sqlite.Database,
    folder: string | undefined,
    options: DatabaseOptions,
  ) {
    this.reader = new SqliteConnection(reader);
    this.writer = new SqliteConnection(writer);
    this.#writes = new GroupCommit(writer);
    this.#folder = folder;
    this.#options = options;
  }

  prepare<P extends object, R>(
    build: (db: Kysely<Tables>, param: Params<P>) => Compilable<R>,
  ): Prepared<P, R> {
    return new SqlitePrepared<P, R>(this, templateOf(this.builder, build));
  }

  locked<T, U extends keyof T, O>(query: SelectQueryBuilder<T, U, O>): SelectQueryBuilder<T, U, O> {
    return query;
  }

  first<R>(query: CompiledQuery<R>): R | undefined | Promise<R | undefined> {
    const statement = this.reader.statement<R>(query.sql);
    if (!statement.readonly) return this.write(async (tx) => tx.first(query));
    return statement.get(valuesOf(query));
  }

  all<R>(query: CompiledQuery<R>): R[] | Promise<R[]> {
    const statement = this.reader.statement<R>(query.sql);
    if (!statement.readonly) return this.write(async (tx) => tx.all(query));
    return statement.all(valuesOf(query));
  }

  run(query: CompiledQuery<unknown>): Promise<number> {
    return this.write(async (tx) => tx.run(query));
  }

  async write<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    refuseNested(this);
    let turn: Turn | undefined;
    const value = await this.#writes.write(() => {
      turn = new Turn(this);
      const tx = new SqliteTransaction(this, turn);
      return runWork(turn, () => work(tx), this.#options.writeTimeout);
    });
    turn?.committed();
    return value;
  }

  afterCommit(tx: Executor, callback: () => void): void {
    if (!(tx instanceof SqliteTransaction && tx.isOf(this)))
      throw new TypeError('A write of another database');
    tx.turn.afterCommit(callback);
  }

  async close(): Promise<void> {
    await this.#writes.close();
    this.reader.close();
    this.writer.close();
    if (this.#folder) removeTemporaryFolder(this.#folder);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

class SqliteTransaction implements Executor {
  readonly #database: SqliteDatabase;
  readonly turn: Turn;

  constructor(database: SqliteDatabase, turn: Turn) {
    this.#database = database;
    this.turn = turn;
  }

  first<R>(query: CompiledQuery<R>): R | undefined {
    const values = valuesOf(query);
    return this.do(() => this.#database.writer.statement<R>(query.sql).get(values));
  }

  all<R>(query: CompiledQuery<R>): R[] {
    const values = valuesOf(query);
    return this.do(() => this.#database.writer.statement<R>(query.sql).all(values));
  }

  run(query: CompiledQuery<unknown>): number {
    const values = valuesOf(query);
    return this.do(() => this.#database.writer.statement(query.sql).run(values));
  }

  /** Runs a statement of the writer. */
  do<T>(statement: () => T): T {
    this.turn.check();
    try {
      return statement();
    } catch (error) {
      throw this.turn.fail(error);
    }
  }

  isOf(database: SqliteDatabase): boolean {
    return this.#database === database;
  }
}

class SqlitePrepared<P extends object, R> implements Prepared<P, R> {
  readonly #database: SqliteDatabase;
  readonly #template: Template;
  #reading: SqliteStatement<R> | undefined;
  #writing: SqliteStatement<R> | undefined;

  constructor(database: SqliteDatabase, template: Template) {
    this.#database = database;
    this.#template = template;
  }

  first(params: P, on?: Executor): R | undefined | Promise<R | undefined> {
    const values = valuesFor(this.#template, params);
    const tx = this.#transaction(on);
    if (tx) return tx.do(() => this.#onWriter().get(values));
    const statement = this.#onReader();
    if (!statement.readonly) return this.#database.write(async (tx) => this.first(params, tx));
    return statement.get(values);
  }

  all(params: P, on?: Executor): R[] | Promise<R[]> {
    const values = valuesFor(this.#template, params);
    const tx = this.#transaction(on);
    if (tx) return tx.do(() => this.#onWriter().all(values));
    const statement = this.#onReader();
    if (!statement.readonly) return this.#database.write(async (tx) => this.all(params, tx));
    return statement.all(values);
  }

  run(params: P, on?: Executor): number | Promise<number> {
    const values: Storable[] = valuesFor(this.#template, params);
    const tx = this.#transaction(on);
    if (tx) return tx.do(() => this.#onWriter().run(values));
    return this.#database.write(async (tx) => this.run(params, tx));
  }

  #transaction(on: Executor | undefined): SqliteTransaction | undefined {
    if (on === undefined || on === this.#database) return undefined;
    if (on instanceof SqliteTransaction && on.isOf(this.#database)) return on;
    throw new TypeError('A prepared statement runs on its own database');
  }

  #onReader(): SqliteStatement<R> {
    this.#reading ??= this.#database.reader.prepare<R>(this.#template.sql);
    return this.#reading;
  }

  #onWriter(): SqliteStatement<R> {
    this.#writing ??= this.#database.writer.prepare<R>(this.#template.sql);
    return this.#writing;
  }
}

const temporaryFolders = new Set<string>();

function temporaryFolder(): string {
  if (temporaryFolders.size === 0) process.once('exit', removeTemporaryFolders);
  const folder = mkdtempSync(join(tmpdir(), 'parlance-'));
  temporaryFolders.add(folder);
  return folder;
}

function removeTemporaryFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  temporaryFolders.delete(folder);
  if (temporaryFolders.size === 0) process.off('exit', removeTemporaryFolders);
}

function removeTemporaryFolders(): void {
  for (const folder of [...temporaryFolders]) removeTemporaryFolder(folder);
}
