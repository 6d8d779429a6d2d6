/**
 * What is remembered of a SQLite file that this process alone writes: a row is right until a commit of ours touches
 * its table. Nothing is remembered while others may write.
 */
import {
  type Lookup,
  type LookupOf,
  type MaybePromise,
  Memory,
  type RememberedTable,
  type Versioned,
  writtenTable,
} from './remembered.ts';

const TABLES: readonly RememberedTable[] = ['site', 'account'];

export class SqliteMemory {
  #isTrusted = false;
  readonly #lookups: Forgetful[] = [];
  readonly #written = new Set<string>();

  /** Whether nobody else writes. */
  get isTrusted(): boolean {
    return this.#isTrusted;
  }

  /** Forgets what was remembered. */
  trust(isTrusted: boolean): void {
    this.#isTrusted = isTrusted;
    for (const lookup of this.#lookups) lookup.forget();
  }

  lookup<P extends object, Row extends Versioned, T extends Versioned>(
    of: LookupOf<P, Row, T>,
  ): Lookup<P, T> {
    const lookup = new SqliteLookup(this, of);
    this.#lookups.push(lookup);
    return lookup;
  }

  /** Call with every statement that writes. */
  willWrite(sql: string): void {
    const table = writtenTable(sql);
    if (table !== undefined) this.#written.add(table);
    else for (const any of TABLES) this.#written.add(any);
  }

  /** Call at once after COMMIT, before anybody can read. */
  committed(): void {
    for (const lookup of this.#lookups) if (this.#written.has(lookup.table)) lookup.forget();
    this.#written.clear();
  }
}

interface Forgetful {
  readonly table: RememberedTable;
  forget(): void;
}

class SqliteLookup<P extends object, Row extends Versioned, T extends Versioned>
  implements Lookup<P, T>, Forgetful
{
  readonly #memory: SqliteMemory;
  readonly #of: LookupOf<P, Row, T>;
  readonly #values = new Memory<T>();
  /** How often it has forgotten: what was read before is not kept after. */
  #age = 0;

  constructor(memory: SqliteMemory, of: LookupOf<P, Row, T>) {
    this.#memory = memory;
    this.#of = of;
  }

  get table(): RememberedTable {
    return this.#of.table;
  }

  forget(): void {
    this.#age += 1;
    this.#values.clear();
  }

  find(params: P): MaybePromise<T | undefined> {
    const key = this.#of.keyOf(params);
    return this.#values.get(key) ?? this.#read(key, params);
  }

  #read(key: string, params: P): MaybePromise<T | undefined> {
    const age = this.#age;
    const row = this.#of.statement.first(params);
    if (row === undefined) return undefined;
    const made =
      row instanceof Promise ? row.then((read) => read && this.#of.make(read)) : this.#of.make(row);
    if (!(made instanceof Promise)) return this.#keep(key, made, age);
    return made.then((value) => value && this.#keep(key, value, age));
  }

  #keep(key: string, value: T, age: number): T {
    if (this.#memory.isTrusted && age === this.#age) this.#values.set(key, value);
    return value;
  }
}
