/** Changes to nested values: what is given replaces, what is absent stays. */
import { RuleBroken } from '../refusal.ts';

export type Partially<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Partially<T[K]> | undefined }
    : T;

/** A copy of `base` with every defined value of `change` put in its place; lists are replaced whole. */
export function merged<T extends object>(base: T, change: Partially<T>): T {
  const result: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  for (const [key, given] of Object.entries(change)) {
    if (given === undefined) continue;
    const before = result[key];
    result[key] = isRecord(given) && isRecord(before) ? merged(before, given) : given;
  }
  return result as T;
}

/** Teleconference accounts are numbered from 1. */
const MOST_ACCOUNTS = 3;

/**
 * Replaces entries that have the same `accountIndex`, adds the others under the first that is free, drops those to
 * delete. Errors: `RuleBroken` when none is free.
 */
export function mergedByIndex<T extends { readonly accountIndex?: number | undefined }>(
  before: readonly T[],
  given: readonly (T & { readonly delete?: boolean | undefined })[],
): readonly T[] {
  const byIndex = new Map(before.map((entry, at) => [entry.accountIndex ?? at + 1, entry]));
  for (const entry of given) {
    const { delete: drop, ...rest } = entry;
    const index = entry.accountIndex ?? firstFree(byIndex);
    if (drop) byIndex.delete(index);
    else byIndex.set(index, { ...byIndex.get(index), ...rest, accountIndex: index } as T);
  }
  return [...byIndex.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function firstFree(taken: ReadonlyMap<number, unknown>): number {
  for (let index = 1; index <= MOST_ACCOUNTS; index++) if (!taken.has(index)) return index;
  throw new RuleBroken('accountIndex', `must name one of the ${MOST_ACCOUNTS} accounts: all of them are taken`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
