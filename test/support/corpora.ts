/**
 * How much of the long lists a run goes through: all of them with PARLANCE_TEST_CORPORA=whole, as CI does, and
 * otherwise a sample, which is the same in every run.
 */

export const isWhole = process.env.PARLANCE_TEST_CORPORA === 'whole';

/**
 * All of a list, or one in so many of its entries.
 * @param turn takes the sample from another place, so that lists that are crossed meet in all of their entries
 */
export function sampled<T>(list: readonly T[], oneIn: number, turn = 0): readonly T[] {
  return isWhole ? list : list.filter((_, at) => (at + turn) % oneIn === 0);
}

/** How many of the whole list are left of a sample. */
export function ofSample(count: number, oneIn: number): number {
  return isWhole ? count : Math.floor(count / oneIn);
}
