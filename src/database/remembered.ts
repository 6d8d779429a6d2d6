/** Rows that nearly every request asks for, remembered for as long as the database holds them as they were read. */
import type { MaybePromise } from '../maybe-promise.ts';
import type { Prepared } from './prepared.ts';

/** The tables whose rows are remembered. Each has a column `version`, which every change raises. */
export const REMEMBERED_TABLES = ['site', 'account', 'api_token', 'integration'] as const;

export type RememberedTable = (typeof REMEMBERED_TABLES)[number];

export interface Versioned {
  readonly id: number;
  readonly version: number;
}

/** What a lookup finds rows by, and what it makes of one. */
export interface LookupOf<P extends object, Row extends Versioned, T extends Versioned> {
  readonly table: RememberedTable;
  readonly statement: Prepared<P, Row>;
  /** Tells the row from all others that the lookup may find. */
  readonly keyOf: (params: P) => string;
  readonly make: (row: Row) => MaybePromise<T>;
}

/** Finds what is committed; at once where it is remembered, and nobody else can have changed it. */
export interface Lookup<P extends object, T extends Versioned> {
  find(params: P): MaybePromise<T | undefined>;
}

/** How many rows a lookup remembers. */
const AT_MOST = 20_000;

/** The oldest goes when there are too many. */
export class Memory<T> {
  readonly #values = new Map<string, T>();

  get(key: string): T | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: T): void {
    this.#values.delete(key);
    if (this.#values.size >= AT_MOST) {
      const [oldest] = this.#values.keys();
      if (oldest !== undefined) this.#values.delete(oldest);
    }
    this.#values.set(key, value);
  }

  clear(): void {
    this.#values.clear();
  }
}

/** The table that a statement writes to; none where its text does not say so plainly. */
export function writtenTable(sql: string): string | undefined {
  return /^(?:insert (?:or \w+ )?into|update|delete from) "(\w+)"/.exec(sql)?.[1];
}

/** @throws Error when others could not see by the version of a remembered row that the statement changes it */
export function checkRaisesVersion(sql: string): void {
  const table = /^update "(site|account|api_token|integration)"/.exec(sql)?.[1];
  if (table && !sql.includes('"version" = ')) {
    throw new Error(`a statement changes ${table} and does not raise its version: ${sql}`);
  }
}
