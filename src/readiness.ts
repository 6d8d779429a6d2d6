/** Whether the installation can do its work: something is written to the database, at most once a second. */
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';

/** Milliseconds for which an answer holds: whoever asks all the time must not keep the disk busy. */
const HOLDS_FOR = 1_000;

export class Readiness {
  readonly #database: Database;
  readonly #clock: Clock;
  #askedAt = Number.NEGATIVE_INFINITY;
  #answer: Promise<boolean> | undefined;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  isReady(): Promise<boolean> {
    const now = this.#clock.now();
    if (!this.#answer || now >= this.#askedAt + HOLDS_FOR || now < this.#askedAt) {
      this.#askedAt = now;
      this.#answer = this.#database.probe().then(
        () => true,
        () => false,
      );
    }
    return this.#answer;
  }
}
