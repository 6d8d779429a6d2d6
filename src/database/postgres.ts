import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Compilable,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type SelectQueryBuilder,
} from 'kysely';
import type pg from 'pg';
import { type AnnouncementListener, Announcements } from './announcements.ts';
import type { Database, DatabaseOptions, Executor } from './database.ts';
import { DatabaseUnavailable, WriteLost, WriteTimedOut } from './errors.ts';
import { migrate } from './migrate.ts';
import { checkOut, checkServer, codeOf, connectTo, isStale, named } from './postgres-connection.ts';
import { CHANNEL, PostgresListener } from './postgres-listener.ts';
import { PostgresMemory } from './postgres-memory.ts';
import { type Params, type Prepared, type Template, templateOf, valuesFor, valuesOf } from './prepared.ts';
import type { Lookup, LookupOf, Versioned } from './remembered.ts';
import type { Tables } from './tables.ts';
import { refuseNested, runWork, Turn } from './work.ts';

/** The database as a server, for several processes that serve one site. */

const MOST_ATTEMPTS = 10;

/** @param url `postgres://user:password@host:port/name?sslmode=…` */
export async function openPostgres(url: string, options: DatabaseOptions): Promise<Database> {
  const pool = connectTo(url, options);
  try {
    await checkServer(pool);
    await migrateServer(url, options);
    return new PostgresDatabase(url, pool, options);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function migrateServer(url: string, options: DatabaseOptions): Promise<void> {
  const pool = connectTo(url, { ...options, connections: 1 });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db, 'postgres');
  } finally {
    await db.destroy();
  }
}

class PostgresDatabase implements Database {
  readonly dialect = 'postgres';
  readonly builder = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  readonly #pool: pg.Pool;
  readonly #options: DatabaseOptions;
  readonly #announcements = new Announcements();
  readonly #listener: PostgresListener;
  readonly #memory = new PostgresMemory((statement) => this.execute(statement));
  #underWay = 0;
  #closing: PromiseWithResolvers<void> | undefined;

  constructor(url: string, pool: pg.Pool, options: DatabaseOptions) {
    this.#pool = pool;
    this.#options = options;
    this.#listener = new PostgresListener(url, this.#announcements, (error) =>
      options.report?.(named(error)),
    );
  }

  prepare<P extends object, R>(
    build: (db: Kysely<Tables>, param: Params<P>) => Compilable<R>,
  ): Prepared<P, R> {
    return new PostgresPrepared<P, R>(this, templateOf(this.builder, build));
  }

  lookup<P extends object, Row extends Versioned, T extends Versioned>(
    of: LookupOf<P, Row, T>,
  ): Lookup<P, T> {
    return this.#memory.lookup(of);
  }

  locked<T, U extends keyof T, O>(query: SelectQueryBuilder<T, U, O>): SelectQueryBuilder<T, U, O> {
    return query.forUpdate();
  }

  async first<R>(query: CompiledQuery<R>): Promise<R | undefined> {
    const [row] = await this.all(query);
    return row;
  }

  async all<R>(query: CompiledQuery<R>): Promise<R[]> {
    const { rows } = await this.execute({ text: query.sql, values: valuesOf(query) });
    return rows;
  }

  async run(query: CompiledQuery<unknown>): Promise<number> {
    refuseNested(this);
    const { rowCount } = await this.execute({ text: query.sql, values: valuesOf(query) });
    return rowCount ?? 0;
  }

  /** Runs one statement outside a transaction. */
  execute(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    return this.#untilDone(() => this.#execute(statement));
  }

  async #execute(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    for (let attempt = 1; ; attempt++) {
      const client = await checkOut(this.#pool);
      let failure: unknown;
      try {
        return await client.query(statement);
      } catch (error) {
        failure = error;
      } finally {
        client.release(isStale(failure));
      }
      if (!isWorthAnotherTry(failure) || attempt === MOST_ATTEMPTS) throw named(failure);
      await pause(attempt);
    }
  }

  async write<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    refuseNested(this);
    return this.#untilDone(() => this.#write(work));
  }

  async #write<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const turn = new Turn(this);
      try {
        const value = await this.#attempt(turn, work);
        turn.committed();
        // Listeners of this process need not wait for what PostgreSQL tells them.
        for (const topic of turn.topics) this.#announcements.tell(topic);
        return value;
      } catch (error) {
        const failure = turn.failure ?? error;
        if (!isWorthAnotherTry(failure) || attempt === MOST_ATTEMPTS) throw error;
      }
      await pause(attempt);
    }
  }

  async probe(): Promise<void> {
    await this.execute({ text: `select pg_logical_emit_message(true, 'parlance', 'ready')` });
  }

  afterCommit(tx: Executor, callback: () => void): void {
    this.#turnOf(tx).afterCommit(callback);
  }

  announce(tx: Executor, topic: string): void {
    this.#turnOf(tx).announce(topic);
  }

  listen(listener: AnnouncementListener): () => void {
    this.#listener.start();
    return this.#announcements.listen(listener);
  }

  #turnOf(tx: Executor): Turn {
    if (!(tx instanceof PostgresTransaction && tx.isOf(this)))
      throw new TypeError('A write of another database');
    return tx.turn;
  }

  async #attempt<T>(turn: Turn, work: (tx: Executor) => Promise<T>): Promise<T> {
    const client = await checkOut(this.#pool);
    let broken = false;
    try {
      await client.query('begin').catch(rethrowNamed);
      const tx = new PostgresTransaction(this, client, turn);
      const value = await runWork(turn, () => work(tx), this.#options.writeTimeout);
      await announce(client, turn.topics).catch(rethrowNamed);
      const { command } = await client.query('commit').catch(rethrowNamed);
      if (command !== 'COMMIT') throw new WriteLost(new Error('one of its statements had failed'));
      return value;
    } catch (error) {
      // A statement that hangs would keep the rollback waiting.
      const hangs = error instanceof WriteTimedOut;
      broken = hangs || isStale(turn.failure) || !(await rolledBack(client));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** The pool forgets those who wait for a connection when it ends, so it must not end before them. */
  async #untilDone<T>(task: () => Promise<T>): Promise<T> {
    if (this.#closing) throw new DatabaseUnavailable('The database has been closed');
    this.#underWay++;
    try {
      return await task();
    } finally {
      this.#underWay--;
      this.#endWhenIdle();
    }
  }

  async close(): Promise<void> {
    this.#closing ??= Promise.withResolvers();
    this.#endWhenIdle();
    await Promise.all([this.#closing.promise, this.#listener.close()]);
  }

  #endWhenIdle(): void {
    if (!this.#closing || this.#underWay > 0 || this.#pool.ending) return;
    this.#pool.end().then(this.#closing.resolve, this.#closing.reject);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

class PostgresTransaction implements Executor {
  readonly #database: PostgresDatabase;
  readonly #client: pg.PoolClient;
  readonly turn: Turn;

  constructor(database: PostgresDatabase, client: pg.PoolClient, turn: Turn) {
    this.#database = database;
    this.#client = client;
    this.turn = turn;
  }

  async first<R>(query: CompiledQuery<R>): Promise<R | undefined> {
    const [row] = await this.all(query);
    return row;
  }

  async all<R>(query: CompiledQuery<R>): Promise<R[]> {
    const { rows } = await this.execute({ text: query.sql, values: valuesOf(query) });
    return rows;
  }

  async run(query: CompiledQuery<unknown>): Promise<number> {
    const { rowCount } = await this.execute({ text: query.sql, values: valuesOf(query) });
    return rowCount ?? 0;
  }

  async execute(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    this.turn.check();
    try {
      return await this.#client.query(statement);
    } catch (error) {
      throw this.turn.fail(named(error));
    }
  }

  isOf(database: PostgresDatabase): boolean {
    return this.#database === database;
  }
}

class PostgresPrepared<P extends object, R> implements Prepared<P, R> {
  readonly #database: PostgresDatabase;
  readonly #template: Template;
  /** Made from the text, so that a connection that several programs share never mixes two statements up. */
  readonly #name: string;

  constructor(database: PostgresDatabase, template: Template) {
    this.#database = database;
    this.#template = template;
    this.#name = hash('sha256', template.sql).slice(0, 40);
  }

  async first(params: P, on?: Executor): Promise<R | undefined> {
    const [row] = await this.all(params, on);
    return row;
  }

  async all(params: P, on?: Executor): Promise<R[]> {
    const { rows } = await this.#target(on).execute(this.#statement(params));
    return rows;
  }

  async run(params: P, on?: Executor): Promise<number> {
    const target = this.#target(on);
    if (target === this.#database) refuseNested(this.#database);
    const { rowCount } = await target.execute(this.#statement(params));
    return rowCount ?? 0;
  }

  #statement(params: P): pg.QueryConfig {
    return { name: this.#name, text: this.#template.sql, values: valuesFor(this.#template, params) };
  }

  #target(on: Executor | undefined): PostgresDatabase | PostgresTransaction {
    if (on === undefined || on === this.#database) return this.#database;
    if (on instanceof PostgresTransaction && on.isOf(this.#database)) return on;
    throw new TypeError('A prepared statement runs on its own database');
  }
}

/** PostgreSQL tells every process of it at COMMIT. */
async function announce(client: pg.PoolClient, topics: readonly string[]): Promise<void> {
  if (topics.length === 0) return;
  await client.query({
    text: `select pg_notify('${CHANNEL}', topic) from unnest($1::text[]) as topic`,
    values: [topics],
  });
}

function rethrowNamed(error: unknown): never {
  throw named(error);
}

/** Whether the connection can be used again. */
async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query('rollback');
    return true;
  } catch {
    return false;
  }
}

/** Another write came between: a serialization failure or a deadlock. Or the connection's statements are stale. */
function isWorthAnotherTry(error: unknown): boolean {
  return codeOf(error) === '40001' || codeOf(error) === '40P01' || isStale(error);
}
