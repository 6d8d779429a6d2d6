/** Days of the kept counts, in UTC. */

const DAY = 86_400_000;

/** Days since 1970. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY);
}

export function startOf(day: number): number {
  return day * DAY;
}
