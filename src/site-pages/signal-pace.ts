/** How many signals a browser may post. */
import type { Clock } from '../clock.ts';

/** So many at once, and then so many a second. */
export interface Rate {
  readonly atOnce: number;
  readonly aSecond: number;
}

/** What a meeting of four needs until all are connected. */
const SIGNALS: Rate = { atOnce: 200, aSecond: 40 };

/** What a person does who is pleased; more is noise for all others. */
export const REACTIONS_RATE: Rate = { atOnce: 6, aSecond: 1 };

/** What somebody writes who writes much. */
export const CHAT_RATE: Rate = { atOnce: 10, aSecond: 0.5 };

/** Stays that are remembered; those that have been silent longest are forgotten. */
const REMEMBERED = 10_000;

export class SignalPace {
  readonly #clock: Clock;
  readonly #pace: Rate;
  readonly #left = new Map<number, { count: number; at: number }>();

  constructor(clock: Clock, pace = SIGNALS) {
    this.#clock = clock;
    this.#pace = pace;
  }

  /** Whether one more is taken from a stay; if so, it counts. */
  lets(stay: number): boolean {
    const { atOnce, aSecond } = this.#pace;
    const now = this.#clock.now();
    const before = this.#left.get(stay) ?? { count: atOnce, at: now };
    const count = Math.min(atOnce, before.count + ((now - before.at) / 1000) * aSecond);
    this.#left.delete(stay);
    this.#left.set(stay, { count: Math.max(0, count - 1), at: now });
    if (this.#left.size > REMEMBERED) {
      const [oldest] = this.#left.keys();
      if (oldest !== undefined) this.#left.delete(oldest);
    }
    return count >= 1;
  }
}
