/** The elements of a type, and the named types that are linked to, as tables. */
import {
  attributesOf,
  type ComplexType,
  type Field,
  type Namespace,
  type Particle,
  particles,
  type SimpleBase,
  type SimpleType,
} from '../../src/xml/schema.ts';
import { meaningOf } from '../../src/xml-api/meanings/meaning.ts';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { code, table } from './markdown.ts';
import { compare } from './services.ts';

/** The elements of a type as a table; those of a named base are told where the base is. */
export function content(
  type: ComplexType,
  around: Namespace,
  types: NamedTypes,
  meanings: AnyOperation['meanings'] = {},
): string[] {
  const base = type.base && particles(type.base, around).length > 0 ? type.base : undefined;
  const parts = base ? [`The elements of ${types.link(base)}, then:`] : [];
  const { base: _left, ...own } = type;
  const place = { type: `${around.prefix}:${type.name}`, way: '', around, meanings };
  const rows = elementRows(base ? own : type, place, types);
  if (rows.length > 0) return [...parts, table(['Element', 'Times', 'Value', 'Meaning'], rows)];
  return [base ? `The elements of ${types.link(base)}.` : 'No elements.'];
}

/** Where in a named type an element stands. */
interface Place {
  /** Such as `use:userType`. */
  readonly type: string;
  /** Through its groups, with a slash at the end. */
  readonly way: string;
  readonly around: Namespace;
  /** What the operation itself says of its elements. */
  readonly meanings: Readonly<Record<string, string>>;
}

/** Anonymous groups are told in place, by the path of their elements. */
function elementRows(type: ComplexType, place: Place, types: NamedTypes): string[][] {
  const { way, around } = place;
  const attributes = attributesOf(type).map(({ name, type, isRequired }) => [
    code(`${way}@${name}`),
    isRequired ? 'once' : 'optional',
    simpleValue(type),
    meaning(place, name),
  ]);
  const elements = particles(type, around).flatMap((particle) => {
    const { name, namespace, field } = particle;
    const row = [code(way + name), times(field), value(particle, types), meaning(place, name)];
    if (field.type.form !== 'complex' || field.type.name !== undefined) return [row];
    const inside = { ...place, way: `${way}${name}/`, around: namespace };
    return [row, ...elementRows(field.type, inside, types)];
  });
  return [...attributes, ...elements];
}

/** @throws Error when nobody has said what the element means. */
function meaning({ type, way, meanings }: Place, name: string): string {
  const words = meanings[way + name] ?? meaningOf(type, way + name);
  if (words === undefined)
    throw new Error(
      `${type}/${way}${name} has no meaning: give it one in \`meanings\` of its operation, or in src/xml-api/meanings/`,
    );
  return words;
}

function times({ min, max }: Field): string {
  if (max === 1) return min === 1 ? 'once' : 'optional';
  const most = max === Number.POSITIVE_INFINITY ? 'any number' : `at most ${max}`;
  if (min === 0) return most;
  if (min === max) return `exactly ${min}`;
  return max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
}

function value({ field }: Particle, types: NamedTypes): string {
  const { type, alias } = field;
  const also = alias.length > 0 ? `; also read as ${alias.map(code).join(', ')}` : '';
  if (type.form === 'complex') return (type.name ? types.link(type) : 'elements') + also;
  if (type.form === 'foreign') return `any XML, kept as it is${also}`;
  return simpleValue(type) + also;
}

const KINDS: Readonly<Record<SimpleBase, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'whole number',
  int: 'whole number of 32 bits',
  long: 'whole number',
  float: 'number',
  base64Binary: 'base64',
  json: 'any value',
};

function simpleValue(type: SimpleType): string {
  if (type.values) return `one of ${type.values.map(code).join(', ')}`;
  const parts = [KINDS[type.base]];
  if (type.maxLength !== undefined) {
    parts.push(`at most ${type.maxLength} ${type.base === 'base64Binary' ? 'bytes' : 'characters'}`);
  }
  if (type.minimum !== undefined && type.minimum !== -(2 ** 31)) parts.push(`from ${type.minimum}`);
  if (type.maximum !== undefined && type.maximum !== 2 ** 31 - 1) parts.push(`to ${type.maximum}`);
  if (type.secret) parts.push('never logged');
  return parts.join(', ');
}

/** The named complex types that were linked to; telling one may link to more. */
export class NamedTypes {
  private readonly met = new Map<string, ComplexType>();
  private page = '';

  /** From here on links lead to that page; the empty string is the page that they stand on. */
  from(page: string): this {
    this.page = page;
    return this;
  }

  link(type: ComplexType): string {
    const name = `${type.namespace?.prefix}:${type.name}`;
    this.met.set(name, type);
    return `[${name}](${this.page}#${anchor(name)})`;
  }

  sections(): string[] {
    const told = new Map<string, string[]>();
    for (let before = -1; before !== told.size; ) {
      before = told.size;
      for (const [name, type] of this.met) {
        if (told.has(name) || !type.namespace) continue;
        told.set(name, [`### <a id="${anchor(name)}"></a>${name}`, ...content(type, type.namespace, this)]);
      }
    }
    return [...told].sort(([a], [b]) => compare(a, b)).flatMap(([, section]) => section);
  }
}

function anchor(name: string): string {
  return name.replace(':', '-');
}
