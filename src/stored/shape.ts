/**
 * What a stored document is like. A shape is declared once: the static type follows from it, and so does the check of
 * what is read and written. It is compiled to closures, because a list checks hundreds of documents.
 */

export interface Shape<T> {
  /** What is wrong with a value: where, and what should be there. Nothing when it is as it should be. */
  readonly problem: (value: unknown) => string | undefined;
  readonly isOptional?: boolean;
  /** Never there: it carries the static type. */
  readonly type?: T;
}

export interface OptionalShape<T> extends Shape<T | undefined> {
  readonly isOptional: true;
}

export type TypeOf<S> = S extends Shape<infer T> ? T : never;

export type ShapeFields = Readonly<Record<string, Shape<unknown>>>;

type OptionalKeys<F> = { [K in keyof F]: F[K] extends OptionalShape<unknown> ? K : never }[keyof F];
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** The type of a record with those fields. */
export type RecordOf<F> = Flat<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: TypeOf<F[K]> } & {
    readonly [K in OptionalKeys<F>]?: TypeOf<F[K]> | undefined;
  }
>;

export const text: Shape<string> = { problem: (value) => wrongType(value, 'string', 'a text') };

export const flag: Shape<boolean> = { problem: (value) => wrongType(value, 'boolean', 'true or false') };

export const integer: Shape<number> = {
  problem: (value) => (Number.isSafeInteger(value) ? undefined : ` is ${kindOf(value)}, not a whole number`),
};

export const number: Shape<number> = {
  problem: (value) => (Number.isFinite(value) ? undefined : ` is ${kindOf(value)}, not a number`),
};

function wrongType(value: unknown, type: 'string' | 'boolean', name: string): string | undefined {
  return typeof value === type ? undefined : ` is ${kindOf(value)}, not ${name}`;
}

export function oneOf<const V extends readonly string[]>(values: V): Shape<V[number]> {
  const known = new Set<unknown>(values);
  return { problem: (value) => (known.has(value) ? undefined : ` is none of ${values.join(', ')}`) };
}

export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    problem(value) {
      if (!Array.isArray(value)) return ` is ${kindOf(value)}, not a list`;
      for (let at = 0; at < value.length; at++) {
        const problem = item.problem(value[at]);
        if (problem !== undefined) return `[${at}]${problem}`;
      }
      return undefined;
    },
  };
}

/** Members that are not in the fields are let be: a later version may have written them. */
export function record<const F extends ShapeFields>(fields: F): Shape<RecordOf<F>> {
  const members = Object.entries(fields);
  return {
    problem(value) {
      if (!isObject(value)) return ` is ${kindOf(value)}, not an object`;
      for (const [name, { problem, isOptional }] of members) {
        const member = value[name];
        if (member === undefined) {
          if (isOptional) continue;
          return `.${name} is missing`;
        }
        const found = problem(member);
        if (found !== undefined) return `.${name}${found}`;
      }
      return undefined;
    },
  };
}

export function optional<T>({ problem }: Shape<T>): OptionalShape<T> {
  return { problem, isOptional: true };
}

/** Texts by names that nobody knows beforehand. */
export const texts: Shape<Readonly<Record<string, string>>> = {
  problem(value) {
    if (!isObject(value)) return ` is ${kindOf(value)}, not an object`;
    for (const name of Object.keys(value)) {
      const found = text.problem(value[name]);
      if (found !== undefined) return `.${name}${found}`;
    }
    return undefined;
  },
};

/** An object of any members: whoever reads one of them checks it. */
export const members: Shape<Readonly<Record<string, unknown>>> = {
  problem: (value) => (isObject(value) ? undefined : ` is ${kindOf(value)}, not an object`),
};

/** The same shape under each of the names. */
export function each<const N extends string, S extends Shape<unknown>>(
  names: readonly N[],
  shape: S,
): Readonly<Record<N, S>> {
  return Object.fromEntries(names.map((name) => [name, shape])) as Record<N, S>;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
