/** Changes to lists of teleconference accounts, which are told apart by their numbers. */
import { RuleBroken } from '../refusal.ts';

/** Teleconference accounts are numbered from 1. */
const MOST_ACCOUNTS = 3;

/**
 * Replaces entries that have the same `accountIndex`, adds the others under the first that is free, drops those to
 * delete.
 * @throws RuleBroken when none is free
 */
export function mergedByIndex<T extends { readonly accountIndex?: number | undefined }>(
  before: readonly T[],
  changes: readonly (T & { readonly delete?: boolean | undefined })[],
): readonly T[] {
  const byIndex = new Map(before.map((entry, at) => [entry.accountIndex ?? at + 1, entry]));
  for (const entry of changes) {
    const { delete: drop, ...rest } = entry;
    const index = entry.accountIndex ?? firstFree(byIndex);
    if (drop) byIndex.delete(index);
    else byIndex.set(index, { ...byIndex.get(index), ...rest, accountIndex: index } as T);
  }
  return [...byIndex.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function firstFree(taken: ReadonlyMap<number, unknown>): number {
  for (let index = 1; index <= MOST_ACCOUNTS; index++) if (!taken.has(index)) return index;
  throw new RuleBroken(
    'accountIndex',
    `must name one of the ${MOST_ACCOUNTS} accounts: all of them are taken`,
  );
}
