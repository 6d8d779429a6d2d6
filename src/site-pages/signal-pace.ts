/** How many signals a browser may post: as many at once as a meeting of four needs, and then so many a second. */
import type { Clock } from '../clock.ts';

const AT_ONCE = 200;
const A_SECOND = 40;

/** Stays that are remembered; those that have been silent longest are forgotten. */
const REMEMBERED = 10_000;

export class SignalPace {
  readonly #clock: Clock;
  readonly #left = new Map<number, { count: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Whether one more is taken from a stay; if so, it counts. */
  lets(stay: number): boolean {
    const now = this.#clock.now();
    const before = this.#left.get(stay) ?? { count: AT_ONCE, at: now };
    const count = Math.min(AT_ONCE, before.count + ((now - before.at) / 1000) * A_SECOND);
    this.#left.delete(stay);
    this.#left.set(stay, { count: Math.max(0, count - 1), at: now });
    if (this.#left.size > REMEMBERED) {
      const [oldest] = this.#left.keys();
      if (oldest !== undefined) this.#left.delete(oldest);
    }
    return count >= 1;
  }
}
