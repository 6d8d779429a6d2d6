/** From typed values to JSON text by the same declarations as to XML, exactly: compiled once per type to closures. */
import { tag } from './foreign.ts';
import {
  type ComplexType,
  type Field,
  type ForeignXml,
  membersOf,
  type Type,
  type ValueOf,
} from './schema.ts';

/** Writes what the type declares, in its order, and nothing else; what a value lacks is an error. */
export type JsonEncoder<T> = (value: T) => string;

export function jsonEncoder<T extends ComplexType>(type: T): JsonEncoder<ValueOf<T>> {
  return object(type) as JsonEncoder<ValueOf<T>>;
}

function writer(name: string, type: Type): JsonEncoder<unknown> {
  switch (type.form) {
    case 'foreign':
      return (value) => foreign(name, value as ForeignXml);
    case 'complex':
      return object(type);
    default:
      break;
  }
  switch (type.base) {
    case 'json':
      return (value) => JSON.stringify(value);
    case 'string':
      return (value) => JSON.stringify(value as string);
    case 'boolean':
      return String;
    case 'base64Binary':
      return (value) => `"${(value as Buffer).toString('base64')}"`;
    default:
      return (value) => number(name, value as number);
  }
}

function number(name: string, value: number): string {
  if (!Number.isFinite(value))
    throw new Error(`${JSON.stringify(name)} is ${value}: JSON has no such number`);
  return JSON.stringify(value);
}

/** A text with one element of the member's name. */
function foreign(name: string, { attributes, content }: ForeignXml): string {
  return JSON.stringify(tag(name, attributes, content));
}

type MemberWriter = (record: Readonly<Record<string, unknown>>) => string;

function object(type: ComplexType): JsonEncoder<unknown> {
  const members = membersOf(type).map(({ name, field }) => memberWriter(name, field));
  return (value) => {
    const record = value as Readonly<Record<string, unknown>>;
    let out = '';
    for (const member of members) {
      const written = member(record);
      if (written !== '') out += out === '' ? written : `,${written}`;
    }
    return `{${out}}`;
  };
}

function memberWriter(name: string, field: Field): MemberWriter {
  const write = writer(name, field.type);
  const start = `${JSON.stringify(name)}:`;
  if (field.occurs === 'many' || field.occurs === 'list') {
    return (record) => {
      const values = record[name] as readonly unknown[] | undefined;
      return values === undefined ? '' : `${start}[${values.map(write).join(',')}]`;
    };
  }
  const mandatory = field.occurs === 'one';
  const isClearable = field.occurs === 'clearable';
  return (record) => {
    const value = record[name];
    if (value !== undefined) return start + (value === null && isClearable ? 'null' : write(value));
    if (mandatory) throw new Error(`the answer lacks ${JSON.stringify(name)}`);
    return '';
  };
}
