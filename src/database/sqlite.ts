import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  type Compilable,
  type CompiledQuery,
  Kysely,
  type SelectQueryBuilder,
  SqliteDialect,
  sql,
} from 'kysely';
import { type AnnouncementListener, Announcements } from './announcements.ts';
import type { Database, DatabaseOptions, Executor } from './database.ts';
import { DatabaseInUse, DatabaseUnavailable } from './errors.ts';
import { type FileLock, lockFile } from './file-lock.ts';
import { GroupCommit, type Keeper, retryWhileBusy } from './group-commit.ts';
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
import type { Lookup, LookupOf, Versioned } from './remembered.ts';
import { sqliteBuilder } from './sqlite-builder.ts';
import { SqliteConnection, type SqliteStatement } from './sqlite-connection.ts';
import { SqliteMemory } from './sqlite-memory.ts';
import type { Tables } from './tables.ts';
import { refuseNested, runWork, Turn } from './work.ts';

/** The embedded database: one file, a connection that reads what is committed, and one that writes. */

/** @param location a path, or `:memory:` for a temporary file that goes when the database is closed */
export async function openSqlite(location: string, options: DatabaseOptions): Promise<Database> {
  const folder = location === ':memory:' ? temporaryFolder() : undefined;
  const file = folder ? join(folder, 'parlance.db') : resolve(location);
  let lock: FileLock | undefined;
  try {
    if (folder) await createTemporary(file);
    else {
      await create(file);
      if (options.alone) {
        lock = lockFile(file);
        if (!lock) throw new DatabaseInUse(file);
      }
      await migrateFile(file);
    }
    const writer = connect(file);
    doNotWait(writer);
    // Nothing survives a temporary file, so it need not wait for the disk.
    if (folder) writer.pragma('synchronous = off');
    const reader = connect(file);
    reader.pragma('query_only = on');
    // Nobody else knows the name of a temporary file.
    const alone = options.alone ?? folder !== undefined;
    const database = new SqliteDatabase(reader, writer, { ...options, alone }, () => {
      lock?.release();
      if (folder) removeTemporaryFolder(folder);
    });
    await database.open();
    return database;
  } catch (error) {
    lock?.release();
    if (folder) removeTemporaryFolder(folder);
    if (error instanceof DatabaseUnavailable) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The database file ${file} cannot be opened: ${reason}`, { cause: error });
  }
}

/** A file that is there is not opened: to close it again would free the locks that this process has on it. */
async function create(file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** What temporary files begin with, once one has been made: copied, it takes a hundredth of the migrations' time. */
let migratedFile: Buffer | undefined;

async function createTemporary(file: string): Promise<void> {
  if (migratedFile) {
    await writeFile(file, migratedFile, { flag: 'wx', mode: 0o600 });
    return;
  }
  await create(file);
  await migrateFile(file);
  // The last connection that is closed leaves the whole in the file.
  migratedFile = await readFile(file);
}

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file, { timeout: 5_000, fileMustExist: true });
  connection.pragma('synchronous = full');
  connection.pragma('foreign_keys = on');
  connection.pragma('cache_size = -16000');
  // What a statement may have to undo, and what it sorts, is in no file.
  connection.pragma('temp_store = memory');
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

class SqliteDatabase implements Database, Keeper {
  readonly dialect = 'sqlite';
  readonly builder = sqliteBuilder();
  readonly reader: SqliteConnection;
  readonly writer: SqliteConnection;
  readonly #writes: GroupCommit;
  readonly #leave: () => void;
  readonly #options: DatabaseOptions;
  readonly #announcements = new Announcements();
  readonly #memory = new SqliteMemory();
  readonly alone: boolean;
  /** Reads share one view of the database until the next COMMIT, where nobody else writes. */
  #hasView = false;

  constructor(reader: Sqlite.Database, writer: Sqlite.Database, options: DatabaseOptions, leave: () => void) {
    this.reader = new SqliteConnection(reader);
    this.writer = new SqliteConnection(writer, (sql) => this.#memory.willWrite(sql));
    this.alone = options.alone ?? false;
    this.#writes = new GroupCommit(writer, this);
    this.#leave = leave;
    this.#options = options;
  }

  /** @throws DatabaseUnavailable when it is to be alone and is not */
  open(): Promise<void> {
    return this.#writes.open();
  }

  lockTaken(): void {
    this.#endView();
    this.#memory.trust(true);
  }

  lockLost(): void {
    this.#endView();
    this.#memory.trust(false);
  }

  /** An old view would keep the log from being written back into the file. */
  beforeCommit(): void {
    this.#endView();
  }

  committed(): void {
    this.#memory.committed();
  }

  /** The connection for a read outside of any write. */
  reading(): SqliteConnection {
    if (this.#memory.isTrusted && !this.#hasView) {
      this.reader.beginView();
      this.#hasView = true;
    }
    return this.reader;
  }

  #endView(): void {
    if (!this.#hasView) return;
    this.#hasView = false;
    this.reader.endView();
  }

  prepare<P extends object, R>(
    build: (db: Kysely<Tables>, param: Params<P>) => Compilable<R>,
  ): Prepared<P, R> {
    return new SqlitePrepared<P, R>(this, templateOf(this.builder, build));
  }

  lookup<P extends object, Row extends Versioned, T extends Versioned>(
    of: LookupOf<P, Row, T>,
  ): Lookup<P, T> {
    return this.#memory.lookup(of);
  }

  locked<T, U extends keyof T, O>(query: SelectQueryBuilder<T, U, O>): SelectQueryBuilder<T, U, O> {
    return query;
  }

  first<R>(query: CompiledQuery<R>): R | undefined | Promise<R | undefined> {
    const statement = this.reading().statement<R>(query.sql);
    if (!statement.readonly) return this.write(async (tx) => tx.first(query));
    return statement.get(valuesOf(query));
  }

  all<R>(query: CompiledQuery<R>): R[] | Promise<R[]> {
    const statement = this.reading().statement<R>(query.sql);
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

  async probe(): Promise<void> {
    await this.write(async (tx) => {
      const version = await tx.first(
        sql<{ user_version: number }>`pragma user_version`.compile(this.builder),
      );
      // Writes a page, even when it is the same again.
      await tx.run(sql`pragma user_version = ${sql.lit(version?.user_version ?? 0)}`.compile(this.builder));
    });
  }

  afterCommit(tx: Executor, callback: () => void): void {
    this.#turnOf(tx).afterCommit(callback);
  }

  announce(tx: Executor, topic: string): void {
    const turn = this.#turnOf(tx);
    if (turn.topics.includes(topic)) return;
    turn.announce(topic);
    turn.afterCommit(() => this.#announcements.tell(topic));
  }

  listen(listener: AnnouncementListener): () => void {
    return this.#announcements.listen(listener);
  }

  #turnOf(tx: Executor): Turn {
    if (!(tx instanceof SqliteTransaction && tx.isOf(this)))
      throw new TypeError('A write of another database');
    return tx.turn;
  }

  async close(): Promise<void> {
    await this.#writes.close();
    this.reader.close();
    this.writer.close();
    this.#leave();
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
    this.#database.reading();
    const statement = this.#onReader();
    if (!statement.readonly) return this.#database.write(async (tx) => this.first(params, tx));
    return statement.get(values);
  }

  all(params: P, on?: Executor): R[] | Promise<R[]> {
    const values = valuesFor(this.#template, params);
    const tx = this.#transaction(on);
    if (tx) return tx.do(() => this.#onWriter().all(values));
    this.#database.reading();
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
