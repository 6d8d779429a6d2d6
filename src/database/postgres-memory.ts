/**
 * What is remembered of a PostgreSQL database, which other processes write too: the version of a row is asked every
 * time, in one question for all who ask in the same turn of the event loop.
 */
import type pg from 'pg';
import {
  type Lookup,
  type LookupOf,
  Memory,
  REMEMBERED_TABLES,
  type RememberedTable,
  type Versioned,
} from './remembered.ts';

type Ask = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

export class PostgresMemory {
  readonly #versions: Versions;

  /** @param ask runs a statement outside a transaction */
  constructor(ask: Ask) {
    this.#versions = new Versions(ask);
  }

  lookup<P extends object, Row extends Versioned, T extends Versioned>(
    of: LookupOf<P, Row, T>,
  ): Lookup<P, T> {
    return new PostgresLookup(this.#versions, of);
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
    if (known && (await this.#versions.of(this.#of.table, known.id)) === known.version) return known;
    const row = await this.#of.statement.first(params);
    if (row === undefined) return undefined;
    const made = await this.#of.make(row);
    this.#values.set(key, made);
    return made;
  }
}

interface VersionRow extends Versioned {
  readonly source: RememberedTable;
}

/** The rows that a question is about. */
type Wanted = Readonly<Record<RememberedTable, Set<number>>>;

const nothing = (): Wanted => ({
  site: new Set(),
  account: new Set(),
  api_token: new Set(),
  integration: new Set(),
});

function questionAbout(tables: readonly RememberedTable[]): string {
  return tables
    .map(
      (table, at) =>
        `select '${table}' as source, id, version from ${table} where id = any($${at + 1}::bigint[])`,
    )
    .join(' union all ');
}

/** Most turns of the event loop ask about sites and accounts alone. */
const MOSTLY: readonly RememberedTable[] = ['site', 'account'];

const QUESTIONS = {
  versions: { tables: MOSTLY, text: questionAbout(MOSTLY) },
  allVersions: { tables: REMEMBERED_TABLES, text: questionAbout(REMEMBERED_TABLES) },
};

/** By table and row. */
type Answer = ReadonlyMap<string, number>;

/** The versions of rows, as they are when they are asked for. */
class Versions {
  readonly #ask: Ask;
  /** Those that this turn has asked for so far. */
  #wanted = nothing();
  #answer: Promise<Answer> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  async of(table: RememberedTable, id: number): Promise<number | undefined> {
    this.#wanted[table].add(id);
    this.#answer ??= new Promise((resolve, reject) => {
      setImmediate(() => this.#askAll().then(resolve, reject));
    });
    return (await this.#answer).get(`${table} ${id}`);
  }

  async #askAll(): Promise<Answer> {
    const wanted = this.#wanted;
    this.#wanted = nothing();
    this.#answer = undefined;
    const name = wanted.api_token.size + wanted.integration.size > 0 ? 'allVersions' : 'versions';
    const { tables, text } = QUESTIONS[name];
    const { rows } = await this.#ask({ name, text, values: tables.map((table) => [...wanted[table]]) });
    return new Map(rows.map(({ source, id, version }: VersionRow) => [`${source} ${id}`, version]));
  }
}
