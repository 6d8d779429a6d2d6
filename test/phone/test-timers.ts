/** Time for the telephone in tests: turned by hand, or quicker than it is. */
import type { Timers } from '../../src/phone/timers.ts';

interface Due {
  readonly at: number;
  readonly work: () => void;
  isCancelled: boolean;
}

export class TestTimers implements Timers {
  #now = 0;
  /** The next one last. */
  readonly #due: Due[] = [];

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, work: () => void): () => void {
    const one: Due = { at: this.#now + milliseconds, work, isCancelled: false };
    let [low, high] = [0, this.#due.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#due[middle]?.at ?? 0) > one.at) low = middle + 1;
      else high = middle;
    }
    this.#due.splice(low, 0, one);
    return () => {
      one.isCancelled = true;
    };
  }

  /** What is due on the way is done at its time. */
  advance(milliseconds: number): void {
    const until = this.#now + milliseconds;
    for (let next = this.#due.at(-1); next && next.at <= until; next = this.#due.at(-1)) {
      this.#due.pop();
      if (next.isCancelled) continue;
      this.#now = Math.max(this.#now, next.at);
      next.work();
    }
    this.#now = until;
  }

  get waiting(): number {
    return this.#due.filter(({ isCancelled }) => !isCancelled).length;
  }
}

/** Waits of so many milliseconds are patience: a machine that is busy needs all of it. */
const PATIENCE = 10_000;

/** So many times as quick as the clock on the wall. */
export function quickTimers(times: number): Timers {
  return {
    now: () => performance.now() * times,
    after(milliseconds, work) {
      const timer = setTimeout(work, milliseconds < PATIENCE ? milliseconds / times : milliseconds);
      return () => clearTimeout(timer);
    },
  };
}
