/** Time that stands still until the test turns it. */
import type { Clock } from '../clock.ts';

const START = Date.UTC(2026, 2, 4, 10, 30);

export class TestClock implements Clock {
  #now: number;

  /** @param now epoch milliseconds */
  constructor(now = START) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  turnTo(now = START): void {
    this.#now = now;
  }

  advance({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }): void {
    this.#now += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
  }
}
