import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause, setImmediate as untilNextTurn } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable, WriteLost } from './errors.ts';
import { namedByDisk } from './sqlite-connection.ts';

/**
 * Writes to SQLite that wait at the same time share one transaction, and so one wait for the disk. Each has
 * its own savepoint, so that one that fails takes only itself along. Nobody hears of success before COMMIT.
 */

const MOST_IN_A_GROUP = 64;
const LONGEST_WAIT_FOR_LOCK = 5_000;

/** Told of what becomes of the file. */
export interface Keeper {
  /** The lock is held between the groups too, so that nobody else can write. */
  readonly alone: boolean;
  /** Others may have written until now; nobody else can until it is lost. */
  lockTaken(): void;
  lockLost(): void;
  beforeCommit(): void;
  /** Before anybody hears of it, or can read. */
  committed(): void;
}

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
  readonly #dataVersion: Sqlite.Statement;
  readonly #keeper: Keeper;
  /** It changes when somebody else has written. */
  #seenVersion: unknown;
  readonly #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  /** @param connection the only one that writes; it must not wait for a lock by itself (timeout 0) */
  constructor(connection: Sqlite.Database, keeper: Keeper) {
    this.#keeper = keeper;
    this.#connection = connection;
    this.#begin = connection.prepare('begin immediate');
    this.#savepoint = connection.prepare('savepoint work');
    this.#release = connection.prepare('release work');
    this.#rollbackTo = connection.prepare('rollback to work');
    this.#commit = connection.prepare('commit');
    this.#dataVersion = connection.prepare('pragma data_version').pluck();
  }

  /** Takes the lock that is kept between the groups. @throws DatabaseUnavailable when another program has it */
  async open(): Promise<void> {
    if (this.#keeper.alone) await this.#takeLock();
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
    if (this.#connection.inTransaction) this.#connection.exec('rollback');
  }

  async #runGroups(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#untilNobodyComes();
      await this.#runGroup();
    }
    this.#running = undefined;
  }

  /** A turn of the event loop costs far less than a wait for the disk: those who come meanwhile share it. */
  async #untilNobodyComes(): Promise<void> {
    let waiting: number;
    do {
      waiting = this.#waiting.length;
      await untilNextTurn();
    } while (this.#waiting.length > waiting && this.#waiting.length < MOST_IN_A_GROUP);
  }

  async #runGroup(): Promise<void> {
    try {
      if (!this.#connection.inTransaction) await this.#takeLock();
    } catch (error) {
      for (const job of this.#waiting.splice(0)) job.reject(namedByDisk(error));
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
      this.#keeper.beforeCommit();
      this.#commit.run();
      this.#keeper.committed();
      this.#keepLock();
    } catch (error) {
      this.#abandon();
      const lost = lostBy(error);
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
      if (!this.#connection.inTransaction) throw lostBy(error);
      this.#rollbackTo.run();
      this.#release.run();
      return () => job.reject(error);
    }
  }

  async #takeLock(): Promise<void> {
    await retryWhileBusy(() => this.#begin.run());
    this.#seenVersion = this.#dataVersion.get();
    if (this.#keeper.alone) this.#keeper.lockTaken();
  }

  /** COMMIT gives the lock away. It is taken back at once, and whether somebody came between can be seen. */
  #keepLock(): void {
    if (!this.#keeper.alone) return;
    try {
      this.#begin.run();
    } catch {
      this.#keeper.lockLost();
      return;
    }
    const version = this.#dataVersion.get();
    if (version !== this.#seenVersion) this.#keeper.lockTaken();
    this.#seenVersion = version;
  }

  #abandon(): void {
    try {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
    } catch {
      // Nothing was kept, and the next BEGIN says what is wrong.
    }
    if (!this.#connection.inTransaction) this.#keepLock();
  }
}

/** What each of a group hears when none of it could be kept. */
function lostBy(error: unknown): WriteLost | DatabaseUnavailable {
  const cause = namedByDisk(error);
  return cause instanceof WriteLost || cause instanceof DatabaseUnavailable ? cause : new WriteLost(cause);
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
