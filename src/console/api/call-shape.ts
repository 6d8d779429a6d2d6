/**
 * What a call of the console may bring: declared once, and from it come the check, the static type and the manual. A
 * value that was meant is taken (the text "12" for a number), and a name that nobody knows is refused: a misspelt filter
 * would show everything, and a misspelt setting change nothing.
 */
import { RuleBroken } from '../../refusal.ts';
import { isAddress } from '../../text-rules.ts';
import { nearest } from '../../xml/nearest.ts';

export interface CallShape<T = unknown> {
  /** For the manual, such as `text of up to 64 characters`. */
  readonly form: string;
  /** May be left out. */
  readonly isOptional?: boolean;
  /** Of an object. */
  readonly members?: Members;
  /**
   * @param name the way to the value, such as `people[2].email`
   * @throws RuleBroken
   */
  read(value: unknown, name: string): T;
}

export type Members = Readonly<Record<string, CallShape>>;

type OptionalNames<M extends Members> = {
  [N in keyof M]: M[N] extends { readonly isOptional: true } ? N : never;
}[keyof M];

export type ShapeValue<S> = S extends CallShape<infer T> ? T : never;

export type MemberValues<M extends Members> = {
  readonly [N in Exclude<keyof M, OptionalNames<M>>]: ShapeValue<M[N]>;
} & { readonly [N in OptionalNames<M>]?: ShapeValue<M[N]> };

interface TextLimits {
  /** Characters; 256 without a word. */
  readonly max?: number;
  /** Without its blanks at both ends. */
  readonly min?: number;
  /** Line breaks may stand in it. */
  readonly lines?: boolean;
  /** Kept as it was typed. */
  readonly secret?: boolean;
  readonly pattern?: RegExp;
  /** What the pattern asks for: `must be …`. */
  readonly rule?: string;
}

export function text(limits: TextLimits = {}): CallShape<string> {
  const {
    max = 256,
    min = 0,
    lines = false,
    secret = false,
    pattern,
    rule = 'is not of the right form',
  } = limits;
  const forbidden = lines ? /[^\P{Cc}\n\t]/u : /\p{Cc}/u;
  return {
    form: `text of ${min > 0 ? `${min} to ${max}` : `up to ${max}`} characters${lines ? ', with line breaks' : ''}`,
    read(value, name) {
      if (typeof value !== 'string') throw new RuleBroken(name, 'must be a text');
      const read = secret ? value : (lines ? value.replace(/\r\n?/g, '\n') : value).trim();
      if (read.length < min)
        throw new RuleBroken(name, min === 1 ? 'is required' : `must have at least ${min} characters`);
      if (read.length > max) throw new RuleBroken(name, `may have at most ${max} characters`);
      if (!secret && forbidden.test(read)) throw new RuleBroken(name, 'may not have control characters');
      if (pattern && !pattern.test(read)) throw new RuleBroken(name, rule);
      return read;
    },
  };
}

/** Of an e-mail address. */
export function email(): CallShape<string> {
  const { read } = text();
  return {
    form: 'e-mail address',
    read(value, name) {
      const address = read(value, name);
      if (!isAddress(address)) throw new RuleBroken(name, 'must be an e-mail address');
      return address;
    },
  };
}

const WORDS = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  ['1', true],
  ['0', false],
]);

export function flag(): CallShape<boolean> {
  return {
    form: 'true or false',
    read(value, name) {
      const read = WORDS.get(value);
      if (read === undefined) throw new RuleBroken(name, 'must be true or false');
      return read;
    },
  };
}

interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
}

/** The number of a row as it stands in an address; what is no number is no row's. */
export function rowNumber(value: string | undefined, name = 'id'): number {
  return whole().read(value, name);
}

export function whole({ min = 0, max = Number.MAX_SAFE_INTEGER }: NumberLimits = {}): CallShape<number> {
  const upTo = max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `from ${min} to ${max}`;
  return {
    form: `whole number ${upTo}`,
    read(value, name) {
      const read = typeof value === 'string' && /^\s*[+-]?\d{1,16}\s*$/.test(value) ? Number(value) : value;
      if (typeof read !== 'number' || !Number.isSafeInteger(read)) {
        throw new RuleBroken(name, 'must be a whole number');
      }
      if (read < min || read > max) throw new RuleBroken(name, `must be ${upTo}`);
      return read === 0 ? 0 : read;
    },
  };
}

export function oneOf<const W extends readonly string[]>(words: W): CallShape<W[number]> {
  return {
    form: `one of ${words.map((word) => `\`${word}\``).join(', ')}`,
    read(value, name) {
      const asked = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
      const word = words.find((one) => one === value) ?? words.find((one) => one.toLowerCase() === asked);
      if (word === undefined) {
        const meant = typeof value === 'string' ? nearest(value, words) : undefined;
        throw new RuleBroken(
          name,
          meant === undefined
            ? `must be one of ${words.join(', ')}`
            : `must be one of ${words.join(', ')}; did you mean ${meant}?`,
        );
      }
      return word;
    },
  };
}

/** In a query its name stands once for each entry; a single value is a list of one. */
export function list<T>(
  of: CallShape<T>,
  { min = 0, max = 1000 }: NumberLimits = {},
): CallShape<readonly T[]> {
  return {
    form: `list of up to ${max}: ${of.form}`,
    ...(of.members && { members: of.members }),
    read(value, name) {
      const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (entries.length < min) throw new RuleBroken(name, `must have at least ${min} entries`);
      if (entries.length > max) throw new RuleBroken(name, `may have at most ${max} entries`);
      return entries.map((entry, at) => of.read(entry, `${name}[${at}]`));
    },
  };
}

/** Under names that the caller chooses. */
export function record<T>(
  of: CallShape<T>,
  { max = 1000 }: NumberLimits = {},
): CallShape<Readonly<Record<string, T>>> {
  return {
    form: `object of up to ${max} members: ${of.form}`,
    read(value, name) {
      const entries = Object.entries(objectIn(value, name));
      if (entries.length > max) throw new RuleBroken(name, `may have at most ${max} members`);
      return Object.fromEntries(entries.map(([key, one]) => [key, of.read(one, way(name, key))]));
    },
  };
}

export function object<M extends Members>(members: M): CallShape<MemberValues<M>> {
  return {
    form: 'object',
    members,
    read: (value, name) => readMembers(members, objectIn(value, name || 'body'), name),
  };
}

/** Of which one has to be sent; null, as most of what writes JSON has it, is nothing. */
export function optional<T>({
  read,
  ...of
}: CallShape<T>): CallShape<T | undefined> & { readonly isOptional: true } {
  return {
    ...of,
    isOptional: true,
    read: (value, name) => (value === undefined || value === null ? undefined : read(value, name)),
  };
}

/** Null takes away what is there; left out, it stays. */
export function removable<T>({
  read,
  ...of
}: CallShape<T>): CallShape<T | null | undefined> & { readonly isOptional: true } {
  return {
    ...of,
    form: `${of.form}; null takes it away`,
    isOptional: true,
    read: (value, name) => (value === undefined || value === null ? value : read(value, name)),
  };
}

/** Any JSON, for what another room checks. */
export function anything(): CallShape<unknown> {
  return { form: 'JSON', read: (value) => value };
}

/** @param around the way to the object, or nothing */
export function readMembers<M extends Members>(
  members: M,
  sent: Readonly<Record<string, unknown>>,
  around = '',
): MemberValues<M> {
  for (const name of Object.keys(sent)) {
    if (Object.hasOwn(members, name)) continue;
    const meant = nearest(name, Object.keys(members));
    const advice = meant === undefined ? '' : `; did you mean ${meant}?`;
    throw new RuleBroken(way(around, name).slice(0, 100), `is not known here${advice}`);
  }
  const read = Object.entries(members).flatMap(([name, shape]) => {
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
    if (value === undefined && !shape.isOptional) throw new RuleBroken(way(around, name), 'is required');
    const own = shape.read(value, way(around, name));
    return own === undefined ? [] : [[name, own] as const];
  });
  return Object.fromEntries(read) as MemberValues<M>;
}

function way(around: string, name: string): string {
  return around === '' ? name : `${around}.${name}`;
}

function objectIn(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuleBroken(name, 'must be an object');
  }
  return value as Readonly<Record<string, unknown>>;
}
