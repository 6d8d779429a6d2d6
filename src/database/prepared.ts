import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Executor } from './database.ts';
import { UnstorableValue } from './errors.ts';
import { checkRaisesVersion } from './remembered.ts';
import type { Tables } from './tables.ts';

/** A statement that is compiled once and run many times. `on` is the transaction of a write. */
export interface Prepared<P extends object, R> {
  first(params: P, on?: Executor): R | undefined | Promise<R | undefined>;
  all(params: P, on?: Executor): R[] | Promise<R[]>;
  /** The number of rows that were changed. */
  run(params: P, on?: Executor): number | Promise<number>;
}

/** Names the place of a value in a prepared statement. */
export type Params<P extends object> = <K extends keyof P & string>(name: K) => P[K];

/** A statement's text and where its values come from: a name for a parameter, a constant otherwise. */
export interface Template {
  readonly sql: string;
  readonly names: readonly (string | undefined)[];
  readonly constants: readonly Storable[];
}

export type Storable = string | number | bigint | Uint8Array | null;

class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Builds and compiles a statement, keeping the places of its parameters. */
export function templateOf<P extends object, R>(
  builder: Kysely<Tables>,
  build: (db: Kysely<Tables>, param: Params<P>) => Compilable<R>,
): Template {
  // The builder only carries values, so a placeholder may pass for one.
  const { sql, parameters } = build(builder, (name) => new Placeholder(name) as never).compile();
  checkRaisesVersion(sql);
  return {
    sql,
    names: parameters.map((value) => (value instanceof Placeholder ? value.name : undefined)),
    constants: parameters.map((value) => (value instanceof Placeholder ? null : storable(value))),
  };
}

/** The values of one run, in the statement's order. */
export function valuesFor(template: Template, params: object): Storable[] {
  const { names, constants } = template;
  const given = params as Readonly<Record<string, unknown>>;
  const values: Storable[] = [];
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    values.push(name === undefined ? (constants[i] ?? null) : storable(given[name], name));
  }
  return values;
}

/** The values of a query that was compiled for one run. */
export function valuesOf(query: CompiledQuery<unknown>): Storable[] {
  return query.parameters.map((value) => storable(value));
}

/** What both databases store alike. PostgreSQL has no text with a NUL, and SQLite no booleans. */
function storable(value: unknown, name?: string): Storable {
  switch (typeof value) {
    case 'string':
      if (value.includes('\0')) throw unstorable('a text with a NUL', name);
      return value;
    case 'number':
      if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
        throw unstorable(String(value), name);
      }
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'bigint':
      return value;
    default:
      if (value === null || value instanceof Uint8Array) return value;
      throw unstorable(value === undefined ? 'no value' : 'an object', name);
  }
}

function unstorable(what: string, name: string | undefined): UnstorableValue {
  return new UnstorableValue(name === undefined ? `${what} was given` : `${what} was given for ${name}`);
}
