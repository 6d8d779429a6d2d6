import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause, setImmediate as untilNextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable, WriteLost } from './errors.ts';

/**
 * Writes to SQLite that wait at the same time share one transaction, and so one wait for the disk. Each has
 * its own savepoint, so that one that fails takes only itself along. Nobody hears of success before COMMIT.
 */

const MOST_IN_A_GROUP = 64;
const LONGEST_WAIT_FOR_LOCK = 5_000;

/** A work, and how to tell its caller. */
interface Job {
  /** Does the work; gives what to call once it is on disk. */
  readonly run: () => Promise<() => void>;
  readonly reject: (error: unknown) => void;
}

export class GroupCommit {
  readonly #connection: Sqlite.Database;
  readonly #begin: Sqlite.Statement;
  readonly #savepoint: Sqlite.Statement;
  readonly #release: Sqlite.Statement;
  readonly #rollbackTo: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  /** @param connection the only one that writes; it must not wait for a lock by itself (timeout 0) */
  constructor(connection: Sqlite.Database) {
    this.#connection = connection;
    this.#begin = connection.prepare('begin immediate');
    this.#savepoint = connection.prepare('savepoint work');
    this.#release = connection.prepare('release work');
    this.#rollbackTo = connection.prepare('rollback to work');
    this.#commit = connection.prepare('commit');
  }

  write<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new DatabaseUnavailable('The database has been closed'));
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    // The group runs in its first caller's asynchronous context; each work gets its own caller's back.
    const asCaller = AsyncLocalStorage.snapshot();
    const run = async () => {
      const value = await asCaller(work);
      return () => resolve(value);
    };
    this.#waiting.push({ run, reject });
    this.#running ??= this.#runGroups();
    return promise;
  }

  /** Waits until every write that was asked for has ended; later ones are refused. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #runGroups(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What arrives in this turn of the event loop goes together; reads get theirs between two groups.
      await untilNextTurn();
      await this.#runGroup();
    }
    this.#running = undefined;
  }

  async #runGroup(): Promise<void> {
    try {
      await retryWhileBusy(() => this.#begin.run());
    } catch (error) {
      for (const job of this.#waiting.splice(0)) job.reject(error);
      return;
    }
    const group: Job[] = [];
    const answers: (() => void)[] = [];
    try {
      for (let job = this.#waiting.shift(); job; job = this.#waiting.shift()) {
        group.push(job);
        answers.push(await this.#runInSavepoint(job));
        if (group.length === MOST_IN_A_GROUP) break;
      }
      this.#commit.run();
    } catch (error) {
      this.#abandon();
      const lost = error instanceof WriteLost ? error : new WriteLost(error);
      for (const job of group) job.reject(lost);
      return;
    }
    for (const answer of answers) answer();
  }

  /**
   * Gives the job's answer, which is held back until COMMIT: a refusal may rest on what the group has written.
   * @throws WriteLost when SQLite has given up the whole transaction
   */
  async #runInSavepoint(job: Job): Promise<() => void> {
    this.#savepoint.run();
    try {
      const answer = await job.run();
      this.#release.run();
      return answer;
    } catch (error) {
      // A full disk or a failing one makes SQLite roll everything back by itself.
      if (!this.#connection.inTransaction) throw new WriteLost(error);
      this.#rollbackTo.run();
      this.#release.run();
      return () => job.reject(error);
    }
  }

  #abandon(): void {
    try {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
    } catch {
      // Nothing was kept, and the next BEGIN says what is wrong.
    }
  }
}

/**
 * Tries again while another connection holds the lock, without stopping the event loop.
 * @throws DatabaseUnavailable when the lock is not free in time
 */
export async function retryWhileBusy<T>(attempt: () => T): Promise<T> {
  for (let waited = 0, wait = 1; ; waited += wait, wait = Math.min(wait * 2, 50)) {
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))) throw error;
      if (waited >= LONGEST_WAIT_FOR_LOCK) {
        throw new DatabaseUnavailable('Another program keeps the database file locked', { cause: error });
      }
    }
    await pause(wait);
  }
}
