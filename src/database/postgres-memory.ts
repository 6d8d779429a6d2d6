/**
 * What is remembered of a PostgreSQL database, which other processes write too: the version of a row is asked every
 * time, in one question for all who ask in the same turn of the event loop.
 */
import type pg from 'pg';
import { type Lookup, type LookupOf, Memory, type RememberedTable, type Versioned } from './remembered.ts';

type Ask = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

export class PostgresMemory {
  readonly #versions: Readonly<Record<RememberedTable, Versions>>;

  /** @param ask runs a statement outside a transaction */
  constructor(ask: Ask) {
    this.#versions = { site: new Versions('site', ask), account: new Versions('account', ask) };
  }

  lookup<P extends object, Row extends Versioned, T extends Versioned>(
    of: LookupOf<P, Row, T>,
  ): Lookup<P, T> {
    return new PostgresLookup(this.#versions[of.table], of);
  }
}

class PostgresLookup<P extends object, Row extends Versioned, T extends Versioned> implements Lookup<P, T> {
  readonly #versions: Versions;
  readonly #of: LookupOf<P, Row, T>;
  readonly #values = new Memory<T>();

  constructor(versions: Versions, of: LookupOf<P, Row, T>) {
    this.#versions = versions;
    this.#of = of;
  }

  async find(params: P): Promise<T | undefined> {
    const key = this.#of.keyOf(params);
    const known = this.#values.get(key);
    if (known && (await this.#versions.of(known.id)) === known.version) return known;
    const row = await this.#of.statement.first(params);
    if (row === undefined) return undefined;
    const made = await this.#of.make(row);
    this.#values.set(key, made);
    return made;
  }
}

/** The versions of one table's rows, as they are when they are asked for. */
class Versions {
  readonly #table: RememberedTable;
  readonly #ask: Ask;
  /** Those that this turn has asked for so far. */
  #wanted = new Set<number>();
  #answer: Promise<ReadonlyMap<number, number>> | undefined;

  constructor(table: RememberedTable, ask: Ask) {
    this.#table = table;
    this.#ask = ask;
  }

  async of(id: number): Promise<number | undefined> {
    this.#wanted.add(id);
    this.#answer ??= new Promise((resolve, reject) => {
      setImmediate(() => this.#askAll().then(resolve, reject));
    });
    return (await this.#answer).get(id);
  }

  async #askAll(): Promise<ReadonlyMap<number, number>> {
    const ids = [...this.#wanted];
    this.#wanted = new Set();
    this.#answer = undefined;
    const { rows } = await this.#ask({
      name: `versions of ${this.#table}`,
      text: `select id, version from "${this.#table}" where id = any($1::bigint[])`,
      values: [ids],
    });
    return new Map(rows.map((row: Versioned) => [row.id, row.version]));
  }
}
