/** From typed values to XML text, exactly: compiled once per type to closures. */
import { escapeAttribute, escapeText } from './escape.ts';
import { foreignWriter } from './foreign.ts';
import {
  attributesOf,
  type ComplexType,
  type Namespace,
  type Particle,
  particles,
  type SimpleType,
  type Type,
  type ValueOf,
} from './schema.ts';

export { escapeAttribute, escapeText } from './escape.ts';

/** Appends nothing but its own elements; what a type declares and a value lacks is an error. */
export type Encoder<T> = (value: T) => string;

/** Compiles the encoder of a complex type's content: the elements, without a tag around them. */
export function contentEncoder<T extends ComplexType>(type: T, around: Namespace): Encoder<ValueOf<T>> {
  const [attribute] = attributesOf(type);
  if (attribute) throw new Error(`${type.name}: content has no tag for the attribute ${attribute.name}`);
  return content(type, around) as Encoder<ValueOf<T>>;
}

function content(type: ComplexType, around: Namespace): Encoder<unknown> {
  const writers = particles(type, around).map(fieldWriter);
  return (value) => {
    const record = value as Record<string, unknown>;
    let out = '';
    for (let i = 0; i < writers.length; i++) out += (writers[i] as Encoder<unknown>)(record);
    return out;
  };
}

/** Takes the whole record, so that the field's name is looked up in one place. */
function fieldWriter({ name, namespace, field }: Particle): Encoder<unknown> {
  const write = elementWriter(name, namespace, field.type);
  if (field.occurs === 'many') {
    return (record) => {
      const values = (record as Record<string, readonly unknown[] | undefined>)[name];
      if (values === undefined) return '';
      let out = '';
      for (const value of values) out += write(value);
      return out;
    };
  }
  const mandatory = field.occurs === 'one';
  return (record) => {
    const value = (record as Record<string, unknown>)[name];
    if (value === undefined) {
      if (mandatory) throw new Error(`the answer lacks <${namespace.prefix}:${name}>`);
      return '';
    }
    return write(value);
  };
}

/**
 * An element without text is written as a pair of tags, one without children as a single tag
 * (recorded 2016-07: `<meet:invitation></meet:invitation>` beside `<meet:attendees/>`).
 */
function elementWriter(name: string, namespace: Namespace, type: Type): Encoder<unknown> {
  if (type.form === 'foreign') return foreignWriter(name, namespace) as Encoder<unknown>;
  const open = `<${namespace.prefix}:${name}>`;
  const close = `</${namespace.prefix}:${name}>`;
  if (type.form === 'simple') {
    const text = textWriter(type);
    return (value) => open + text(value) + close;
  }
  const inner = content(type, namespace);
  const attributes = attributesWriter(type);
  if (attributes) {
    const start = `<${namespace.prefix}:${name}`;
    return (value) => {
      const written = inner(value);
      return start + attributes(value) + (written === '' ? '/>' : `>${written}${close}`);
    };
  }
  const empty = `<${namespace.prefix}:${name}/>`;
  return (value) => {
    const written = inner(value);
    return written === '' ? empty : open + written + close;
  };
}

/** Nothing when the type has no attributes. */
function attributesWriter(type: ComplexType): Encoder<unknown> | undefined {
  const writers = attributesOf(type).map(({ name, type, isRequired }) => {
    const text = rawText(type);
    return (record: Record<string, unknown>) => {
      const value = record[name];
      if (value !== undefined) return ` ${name}="${escapeAttribute(text(value))}"`;
      if (isRequired) throw new Error(`the answer lacks the attribute ${name}`);
      return '';
    };
  });
  if (writers.length === 0) return undefined;
  return (value) => writers.map((write) => write(value as Record<string, unknown>)).join('');
}

function textWriter(type: SimpleType): Encoder<unknown> {
  return type.base === 'string' ? (value) => escapeText(value as string) : rawText(type);
}

function rawText(type: SimpleType): Encoder<unknown> {
  return type.base === 'base64Binary' ? (value) => (value as Buffer).toString('base64') : String;
}
