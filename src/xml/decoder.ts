/** From the light tree to typed values, leniently: compiled once per type to closures. */
import type { XmlElement } from './element.ts';
import { readForeign } from './foreign.ts';
import { type Hint, InvalidElement } from './invalid-element.ts';
import {
  attributesOf,
  type ComplexType,
  type Field,
  type Namespace,
  type Particle,
  particles,
  type SimpleType,
  type Type,
  type ValueOf,
} from './schema.ts';
import { textReader } from './text-reader.ts';
import { knownElements, tellUnknown } from './unknown-element.ts';

export { type Hint, InvalidElement, type Rule } from './invalid-element.ts';

export type Decoder<T> = (element: XmlElement, hint: Hint) => T;

/** Compiles a decoder. Bad values throw `InvalidElement`; what was tolerated goes to `hint`. */
export function decoder<T extends Type>(type: T, around: Namespace): Decoder<ValueOf<T>> {
  return compiled(type, around) as Decoder<ValueOf<T>>;
}

function compiled(type: Type, around: Namespace): Decoder<unknown> {
  switch (type.form) {
    case 'simple':
      return simple(type);
    case 'foreign':
      return readForeign;
    default:
      return complex(type, around);
  }
}

function simple(type: SimpleType): Decoder<unknown> {
  const read = textReader(type);
  return (element, hint) => {
    if (element.children.length > 0) {
      hint(`<${element.name}> holds text only: the elements in it are ignored`);
    }
    return read(type.keepSpace ? element.text : element.text.trim(), element.name, hint);
  };
}

/** One element as the complex decoder knows it: where its value goes and how it is read. */
interface Slot {
  readonly key: string;
  readonly field: Field;
  readonly decode: Decoder<unknown>;
  /** Whether an element says something though it is empty: by an attribute that its type declares. */
  readonly isSaidByAttribute: (element: XmlElement) => boolean;
}

function complex(type: ComplexType, around: Namespace): Decoder<unknown> {
  const declared = particles(type, around);
  const slots = declared.map((particle) => slot(particle));
  const exact = new Map<string, Slot>();
  const folded = new Map<string, Slot>();
  for (const entry of slots) {
    for (const name of [entry.key, ...entry.field.alias]) {
      exact.set(name, entry);
      folded.set(name.toLowerCase(), entry);
    }
  }
  const known = knownElements(declared);
  const mandatory = slots.filter((entry) => entry.field.min > 0);
  const repeated = slots.filter((entry) => entry.field.occurs === 'many');
  const readAttributes = attributeReader(type);

  return (element, hint) => {
    const value: Record<string, unknown> = {};
    for (const entry of repeated) value[entry.key] = [];
    if (readAttributes) readAttributes(element, value, hint);
    for (const child of element.children) {
      const found = exact.get(child.name) ?? folded.get(child.name.toLowerCase());
      if (found === undefined) {
        tellUnknown({ name: child.name, parent: element.name, known }, hint);
        continue;
      }
      const { children } = child;
      if (
        (children.length === 0 || found.field.type.form === 'simple') &&
        isBlank(child.text) &&
        !found.isSaidByAttribute(child) &&
        !(children.length === 0 && keepsEmpty(found.field))
      ) {
        if (children.length === 0) hint(`<${child.name}/> is empty: read as absent`);
        else hint(`<${child.name}> has no text of its own: read as absent, and so are the elements in it`);
        continue;
      }
      place(value, found, decodeChild(found, child, hint), child.name, hint);
    }
    if (element.children.length === 0 && element.text.trim() !== '') {
      hint(`<${element.name}> holds elements only: its text is ignored`);
    }
    for (const entry of mandatory) {
      const given = value[entry.key];
      if (given === undefined || (Array.isArray(given) && given.length < entry.field.min)) {
        throw new InvalidElement(entry.key, 'missing', 'is required');
      }
    }
    return value;
  };
}

/** The decoder of a recursive or shared type is compiled when it is first needed, once. */
function slot({ name, namespace, field }: Particle): Slot {
  const { type } = field;
  const attributes = type.form === 'complex' ? attributeNames(type) : undefined;
  return {
    key: name,
    field,
    decode: decoder(type, namespace),
    isSaidByAttribute: (element) =>
      attributes !== undefined && Object.keys(element.attributes).some((written) => attributes(written)),
  };
}

/** Finds the declared attribute under whatever prefix; nothing when the type has no attributes. */
function attributeNames(type: ComplexType) {
  const declared = attributesOf(type);
  if (declared.length === 0) return undefined;
  const byName = new Map(declared.map((attribute) => [attribute.name.toLowerCase(), attribute]));
  return (written: string) => {
    if (/^(?:xmlns|xsi:|xml:)/.test(written)) return undefined;
    return byName.get(written.slice(written.indexOf(':') + 1).toLowerCase());
  };
}

type AttributeReader = (element: XmlElement, value: Record<string, unknown>, hint: Hint) => void;

function attributeReader(type: ComplexType): AttributeReader | undefined {
  const find = attributeNames(type);
  if (!find) return undefined;
  const readers = new Map(attributesOf(type).map(({ name, type }) => [name, textReader(type)]));
  const mandatory = attributesOf(type).filter(({ isRequired }) => isRequired);
  return (element, value, hint) => {
    for (const [written, text] of Object.entries(element.attributes)) {
      const name = find(written)?.name;
      const read = name === undefined ? undefined : readers.get(name);
      if (name === undefined || !read) continue;
      const trimmed = text.trim();
      if (trimmed === '') hint(`the attribute ${name} of <${element.name}> is empty: read as absent`);
      else if (value[name] !== undefined)
        throw new InvalidElement(`@${name}`, 'too-many', 'may be given once');
      else value[name] = read(trimmed, `@${name}`, hint);
    }
    for (const { name } of mandatory) {
      if (value[name] === undefined) throw new InvalidElement(`@${name}`, 'missing', 'is required');
    }
  };
}

/** What is wrong inside a child is told with the way to it. */
function decodeChild({ field, decode }: Slot, child: XmlElement, hint: Hint): unknown {
  if (field.type.form !== 'complex') return decode(child, hint);
  try {
    return decode(child, hint);
  } catch (error) {
    if (error instanceof InvalidElement) error.path = `${child.name}/${error.path}`;
    throw error;
  }
}

function place(value: Record<string, unknown>, entry: Slot, read: unknown, name: string, hint: Hint): void {
  const before = value[entry.key];
  if (entry.field.occurs === 'many' && Array.isArray(before)) {
    if (before.length >= entry.field.max) {
      throw new InvalidElement(name, 'too-many', `may be given at most ${entry.field.max} times`);
    }
    before.push(read);
    return;
  }
  // Under its other name it may stand once more, saying the same.
  if (before !== undefined && (before !== read || entry.field.alias.length === 0)) {
    throw new InvalidElement(name, 'too-many', 'may be given once');
  }
  if (name !== entry.key) hint(`<${name}> is read as <${entry.key}>`);
  value[entry.key] = read;
}

/** Whether an empty element says something: that there is no text. */
function keepsEmpty({ type }: Field): boolean {
  return type.form === 'simple' && type.keepEmpty === true;
}

function isBlank(text: string): boolean {
  return text === '' || text.trim() === '';
}
