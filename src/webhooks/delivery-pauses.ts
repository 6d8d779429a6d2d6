/** When a message that was not taken is tried again. */
import type { Random } from '../random.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After the first failure, the second, and so on; the last one counts for all further ones. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR, 3 * HOUR] as const;

/**
 * Tries that a message has, counted anew from when somebody sends it again or its webhook is switched on again. With the
 * pauses between them they last a day.
 */
export const MOST_TRIES = 15;

/**
 * Milliseconds, of which a fifth is left to chance: what failed together does not come back together.
 * @param attempts that have failed
 */
export function pauseAfter(attempts: number, random: Pick<Random, 'bytes'>): number {
  const pause = PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? PAUSES[0];
  return Math.round(pause * (0.9 + (random.bytes(1)[0] ?? 0) / 1_275));
}
