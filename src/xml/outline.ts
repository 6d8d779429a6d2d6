/** A declared type as plain data: what a form is made from, element by element. */
import type { ElementOutline, OutlineKind } from './element-outline.ts';
import {
  asField,
  type ComplexType,
  type Field,
  type Namespace,
  type SimpleBase,
  type SimpleType,
} from './schema.ts';

/** @param way through the groups of the type, such as `metaData/confName` */
export type MeaningOf = (type: string, way: string) => string | undefined;

const KINDS: Readonly<Record<SimpleBase, OutlineKind>> = {
  string: 'text',
  boolean: 'boolean',
  integer: 'whole',
  int: 'whole',
  long: 'whole',
  float: 'number',
  base64Binary: 'base64',
  json: 'text',
};

/** Bounds that a kind of number has by itself. */
const OF_ITSELF: ReadonlySet<number> = new Set([-(2 ** 31), 2 ** 31 - 1]);

/**
 * The members of a type in their order, those of its bases first; types in it are told in their place.
 * @param around the namespace that an anonymous type takes on
 */
export function outlineOf(type: ComplexType, around: Namespace, meaningOf: MeaningOf): ElementOutline[] {
  return members(type, { around, name: '', way: '', meaningOf });
}

interface Place {
  readonly around: Namespace;
  /** The named type that it stands in. */
  readonly name: string;
  /** From that type on, with a slash at the end. */
  readonly way: string;
  readonly meaningOf: MeaningOf;
}

function members(type: ComplexType, place: Place): ElementOutline[] {
  const inherited = type.base ? members(type.base, place) : [];
  const around = type.namespace ?? place.around;
  const here: Place =
    type.name === undefined
      ? { ...place, around }
      : { ...place, around, name: nameOf(type, around), way: '' };
  const own = Object.entries(type.fields).map(([name, declared]) => member(name, asField(declared), here));
  return [...inherited, ...own];
}

function nameOf({ name = '' }: ComplexType, { prefix }: Namespace): string {
  return `${prefix}:${name}`;
}

function member(name: string, field: Field, place: Place): ElementOutline {
  const { type, min, max, alias, isAttribute } = field;
  const meaning = place.meaningOf(place.name, place.way + name);
  const common = {
    name,
    min,
    ...(max !== Number.POSITIVE_INFINITY && { max }),
    ...(isAttribute && { isAttribute }),
    ...(alias.length > 0 && { alias }),
    ...(meaning !== undefined && { meaning }),
  };
  if (type.form === 'simple') return { ...common, ...simple(type) };
  if (type.form === 'foreign') {
    return { ...common, kind: 'xml', ...(type.sample !== undefined && { sample: type.sample }) };
  }
  const children = members(type, { ...place, way: `${place.way}${name}/` });
  const around = type.namespace ?? place.around;
  return {
    ...common,
    kind: 'group',
    ...(type.name !== undefined && { type: nameOf(type, around) }),
    children,
  };
}

function simple(type: SimpleType): Pick<ElementOutline, 'kind' | 'values' | 'maxLength'> {
  const { base, values, maxLength, minimum, maximum, secret, sample } = type;
  return {
    kind: KINDS[base],
    ...(values && { values }),
    ...(maxLength !== undefined && { maxLength }),
    ...(minimum !== undefined && !OF_ITSELF.has(minimum) && { minimum }),
    ...(maximum !== undefined && !OF_ITSELF.has(maximum) && { maximum }),
    ...(secret && { isSecret: true }),
    ...(sample !== undefined && { sample }),
  };
}
