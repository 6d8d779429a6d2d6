import type { Compilable, CompiledQuery, Kysely, SelectQueryBuilder } from 'kysely';
import type { AnnouncementListener } from './announcements.ts';
import { DatabaseUnavailable } from './errors.ts';
import type { Params, Prepared } from './prepared.ts';
import type { Lookup, LookupOf, Versioned } from './remembered.ts';
import { openSqlite } from './sqlite.ts';
import type { Tables } from './tables.ts';

export * from './errors.ts';
export type { Params, Prepared } from './prepared.ts';
export type { Lookup } from './remembered.ts';
export type * from './tables.ts';

/**
 * One schema, two databases. SQLite answers at once and PostgreSQL with a promise, so that a row by its key
 * costs microseconds where it can: await the answer, or test for it on a hot path.
 */

export type Dialect = 'sqlite' | 'postgres';

/** Where a statement runs: outside any transaction, or inside one. */
export interface Executor {
  first<R>(query: CompiledQuery<R>): R | undefined | Promise<R | undefined>;
  all<R>(query: CompiledQuery<R>): R[] | Promise<R[]>;
  /** The number of rows that were changed. */
  run(query: CompiledQuery<unknown>): number | Promise<number>;
}

/** Itself: reads of committed data, and single statements that are committed by themselves. */
export interface Database extends Executor, AsyncDisposable {
  readonly dialect: Dialect;
  /** For building queries only; it reaches no database. */
  readonly builder: Kysely<Tables>;

  /** Compiles a query once. `param('name')` stands for a value that every run gives. */
  prepare<P extends object, R>(
    build: (db: Kysely<Tables>, param: Params<P>) => Compilable<R>,
  ): Prepared<P, R>;

  /** Finds rows that nearly every request asks for, without asking for them anew while they are what they were. */
  lookup<P extends object, Row extends Versioned, T extends Versioned>(of: LookupOf<P, Row, T>): Lookup<P, T>;

  /**
   * Makes a row that is read inside a write stay as it is until the write ends (`for update`). SQLite has one
   * writer at a time and needs nothing. Lock the row that a rule hangs on (the account, the site) before you
   * read what the rule is about.
   */
  locked<T, U extends keyof T, O>(query: SelectQueryBuilder<T, U, O>): SelectQueryBuilder<T, U, O>;

  /**
   * One transaction; resolves only when it is committed on disk. If the work throws, or one of its statements
   * fails (even when the work goes on), nothing of it is kept and the promise is rejected.
   *
   * A work awaits statements of its own transaction and nothing else: other writes wait for it. It may be run
   * again from its start when PostgreSQL asks for it, so it must change nothing outside. Reads through the
   * database itself, instead of `tx`, do not see what the work has written.
   * @throws NestedWrite inside another write of this database
   * @throws UniqueViolation
   */
  write<T>(work: (tx: Executor) => Promise<T>): Promise<T>;

  /**
   * Writes something that means nothing, to see whether writes reach the disk.
   * @throws DatabaseUnavailable
   */
  probe(): Promise<void>;

  /** Calls back once the write that `tx` belongs to is on disk; never when it comes to nothing. It must not throw. */
  afterCommit(tx: Executor, callback: () => void): void;

  /**
   * Tells whoever listens, in every process on PostgreSQL, once the write that `tx` belongs to is on disk; never when it
   * comes to nothing. A topic that is announced twice in a write is one.
   */
  announce(tx: Executor, topic: string): void;

  /**
   * Listens to what is announced. An announcement may come more than once.
   * @param listener is called without a topic when some may have been missed. It must not throw
   * @returns what ends it
   */
  listen(listener: AnnouncementListener): () => void;

  /** Waits for the writes that are under way. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /**
   * No other process may write the SQLite file while it is open here. What was read is then remembered until a
   * commit of this process changes it. The file is locked against all who try all the same.
   */
  readonly alone?: boolean;
  /** Told of what no caller can be told, such as an idle connection that broke. */
  readonly report?: (error: unknown) => void;
  /** How long a work may take. */
  readonly writeTimeout?: number;
  /** How many connections to PostgreSQL there may be. */
  readonly connections?: number;
}

/**
 * Opens the database and brings its tables up to date.
 * @param url `sqlite:/path/to/file.db`, `sqlite::memory:` (a temporary file, removed at the end) or `postgres://…`
 * @throws DatabaseUnavailable
 */
export async function openDatabase(url: string, options: DatabaseOptions = {}): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) {
    // Most start without it.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(url, options);
  }
  const file = /^sqlite:(?:\/\/(?=\/))?(.+)$/.exec(url)?.[1];
  if (file) return openSqlite(file, options);
  throw new DatabaseUnavailable(
    'A database is given as sqlite:/path/to/file.db or postgres://user@host/name',
  );
}
