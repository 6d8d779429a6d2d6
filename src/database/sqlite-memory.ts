/**
 * What is remembered of a SQLite file that this process alone writes: a row is right until a commit of ours touches
 * its table. Nothing is remembered while others may write.
 */
import { andThen, type MaybePromise } from '../maybe-promise.ts';
import {
  type Lookup,
  type LookupOf,
  Memory,
  REMEMBERED_TABLES,
  type RememberedTable,
  type Versioned,
  writtenTable,
} from './remembered.ts';

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
    if (sql.startsWith('pragma ')) return;
    const table = writtenTable(sql);
    if (table !== undefined) this.#written.add(table);
    else for (const any of REMEMBERED_TABLES) this.#written.add(any);
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
    return andThen(this.#of.statement.first(params), (row) =>
      row === undefined ? undefined : andThen(this.#of.make(row), (made) => this.#keep(key, made, age)),
    );
  }

  #keep(key: string, value: T, age: number): T {
    if (this.#memory.isTrusted && age === this.#age) this.#values.set(key, value);
    return value;
  }
}
