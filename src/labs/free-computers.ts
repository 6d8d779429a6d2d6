/** How many computers of a lab are free for the whole of a period. */
import type { Period } from './lab.ts';

export interface Taken extends Period {
  readonly computers: number;
}

/**
 * What the busiest moment of the period leaves.
 * @param taken what is reserved, in any order; what lies outside of the period does not count
 */
export function freeComputers(total: number, taken: readonly Taken[], { startAt, endAt }: Period): number {
  const changes = taken
    .filter((one) => one.startAt < endAt && one.endAt > startAt)
    .flatMap((one) => [
      { at: Math.max(one.startAt, startAt), by: one.computers },
      { at: one.endAt, by: -one.computers },
    ])
    // What ends at a moment is free for what begins at it.
    .sort((one, other) => one.at - other.at || one.by - other.by);
  let now = 0;
  let most = 0;
  for (const { by } of changes) {
    now += by;
    most = Math.max(most, now);
  }
  return Math.max(0, total - most);
}
