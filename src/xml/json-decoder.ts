/** From JSON to typed values by the same declarations as from XML: compiled once per type to closures. */
import { readForeign } from './foreign.ts';
import { type Hint, InvalidElement } from './invalid-element.ts';
import { NotReadable, readXml } from './reader.ts';
import {
  type ComplexType,
  type Field,
  membersOf,
  type SimpleType,
  type Type,
  type ValueOf,
} from './schema.ts';
import { textReader } from './text-reader.ts';

/** @param value what `JSON.parse` makes of a text */
export type JsonDecoder<T> = (value: unknown, hint: Hint) => T;

/**
 * Compiles a decoder. Values must be of their type, and words of a list letter for letter: whoever writes JSON has
 * types. Bad values throw `InvalidElement` with the way to the member, such as `attendees[2].email`.
 */
export function jsonDecoder<T extends ComplexType>(type: T): JsonDecoder<ValueOf<T>> {
  const decode = object(type);
  return (value, hint) => decode(value, '', hint) as ValueOf<T>;
}

/** @param name of the member that holds the value; the empty string for the whole */
type Reader = (value: unknown, name: string, hint: Hint) => unknown;

function reader(type: Type): Reader {
  switch (type.form) {
    case 'simple':
      return simple(type);
    case 'foreign':
      return foreign;
    default:
      return object(type);
  }
}

function simple(type: SimpleType): Reader {
  switch (type.base) {
    case 'boolean':
      return (value, name) => {
        if (typeof value !== 'boolean')
          throw new InvalidElement(name, 'not-a-boolean', 'must be true or false');
        return value;
      };
    case 'json':
      return (value) => value;
    case 'string':
    case 'base64Binary':
      return text(type);
    default:
      return number(type);
  }
}

function text(type: SimpleType): Reader {
  const read = textReader(type);
  const words = type.values && new Set(type.values);
  return (value, name, hint) => {
    if (typeof value !== 'string') throw new InvalidElement(name, 'not-a-text', 'must be a text');
    if (!words || words.has(value)) return read(value, name, hint);
    throw new InvalidElement(
      name,
      'not-in-list',
      `must be one of ${[...words].join(', ')}, letter for letter`,
    );
  };
}

function number(type: SimpleType): Reader {
  const minimum = type.minimum ?? Number.MIN_SAFE_INTEGER;
  const maximum = type.maximum ?? Number.MAX_SAFE_INTEGER;
  const isWhole = type.base !== 'float';
  return (value, name) => {
    if (typeof value !== 'number' || (isWhole && !Number.isInteger(value))) {
      throw new InvalidElement(name, 'not-a-number', `must be a ${isWhole ? 'whole ' : ''}number`);
    }
    if (value < minimum || value > maximum) {
      throw new InvalidElement(name, 'out-of-range', `must be from ${minimum} to ${maximum}`);
    }
    return value === 0 ? 0 : value;
  };
}

/** Foreign XML is a text in JSON: one element of the member's name. */
function foreign(value: unknown, name: string, hint: Hint): unknown {
  if (typeof value !== 'string') throw new InvalidElement(name, 'not-a-text', 'must be XML, as a text');
  try {
    const { root } = readXml(Buffer.from(value), { keepWhole: onlyTheRoot() });
    return readForeign(root, hint);
  } catch (error) {
    if (error instanceof InvalidElement) throw new InvalidElement(name, error.rule, error.explanation);
    if (error instanceof NotReadable)
      throw new InvalidElement(name, 'not-xml', `must be XML: ${error.message}`);
    throw error;
  }
}

/** Whatever it is called: the reader asks for it first. */
function onlyTheRoot(): Pick<ReadonlySet<string>, 'has'> {
  let asked = false;
  return {
    has: () => {
      const isRoot = !asked;
      asked = true;
      return isRoot;
    },
  };
}

interface Member {
  readonly name: string;
  readonly field: Field;
  readonly read: Reader;
}

function object(type: ComplexType): Reader {
  const members: Member[] = membersOf(type).map(({ name, field }) => ({
    name,
    field,
    read: reader(field.type),
  }));
  const names = new Set(members.map(({ name }) => name));
  return (value, name, hint) => {
    if (!isObject(value)) throw new InvalidElement(name || 'the body', 'not-an-object', 'must be an object');
    for (const written of Object.keys(value)) {
      if (!names.has(written)) hint(`${JSON.stringify(way(name, written))} is not a member: ignored`);
    }
    const decoded: Record<string, unknown> = {};
    for (const member of members) {
      const given = Object.hasOwn(value, member.name) ? value[member.name] : undefined;
      const own = memberValue(member, given, way(name, member.name), hint);
      if (own !== undefined) decoded[member.name] = own;
    }
    return decoded;
  };
}

/** Null is absent, as in most of what writes JSON, and that is a hint; except where it takes something away. */
function memberValue({ field, read }: Member, written: unknown, name: string, hint: Hint): unknown {
  if (field.occurs === 'clearable' && written === null) return null;
  if (field.occurs === 'list') {
    return written === undefined ? undefined : list(field, read, written ?? [], name, hint);
  }
  const value = written ?? undefined;
  if (written === null && field.min === 0 && !field.isGiven) {
    hint(`${JSON.stringify(name)} is null: as good as left out`);
  }
  if (field.isGiven && value === undefined) throw new InvalidElement(name, 'missing', 'is required');
  if (field.occurs === 'many') return list(field, read, value ?? [], name, hint);
  if (value !== undefined) return read(value, name, hint);
  if (field.min > 0) throw new InvalidElement(name, 'missing', 'is required');
  return undefined;
}

function list({ min, max }: Field, read: Reader, value: unknown, name: string, hint: Hint): unknown[] {
  if (!Array.isArray(value)) throw new InvalidElement(name, 'not-a-list', 'must be a list');
  if (value.length > max) throw new InvalidElement(name, 'too-many', `may have at most ${max} entries`);
  if (value.length < min) throw new InvalidElement(name, 'missing', `must have at least ${min} entries`);
  return value.map((entry, at) => read(entry, `${name}[${at}]`, hint));
}

function way(around: string, name: string): string {
  return around === '' ? name : `${around}.${name}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
