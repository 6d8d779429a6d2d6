/** The body of a call as a value: read from its JSON, and written back by each field of the form. */
import type { OpenApiDocument, Schema } from './openapi-data.ts';
import { resolved } from './openapi-data.ts';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/** What a field stands for: text, a choice, members of its own, or entries. */
export type Shape =
  | { readonly is: 'simple'; readonly schema: Schema }
  | { readonly is: 'object'; readonly schema: Schema }
  | { readonly is: 'list'; readonly of: Schema }
  /** Anything: it is written as JSON alone. */
  | { readonly is: 'any' };

export function shapeOf(document: OpenApiDocument, declared: Schema): Shape {
  const plain = declared.anyOf?.find((one) => one.type !== 'null') ?? declared;
  const schema = resolved(document, plain) ?? plain;
  if (schema.items) return { is: 'list', of: schema.items };
  if (schema.properties) return { is: 'object', schema };
  return schema.type === undefined && schema.enum === undefined ? { is: 'any' } : { is: 'simple', schema };
}

/** The kind of a simple schema, whether null is taken or not. */
export function kindOf({ type }: Schema): string {
  return (typeof type === 'string' ? [type] : (type ?? [])).find((kind) => kind !== 'null') ?? 'string';
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param value nothing takes the member away */
export function withMember(object: Json | undefined, name: string, value: Json | undefined): JsonObject {
  const before = isObject(object) ? object : {};
  if (value !== undefined) return { ...before, [name]: value };
  return Object.fromEntries(Object.entries(before).filter(([own]) => own !== name));
}

/** As a field shows it: nothing of a value that the field is not for. */
export function shownValue(value: Json | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}

/** What somebody has written into a field; nothing where it is empty. */
export function writtenValue(schema: Schema, text: string): Json | undefined {
  if (text === '') return undefined;
  const kind = kindOf(schema);
  if (kind === 'boolean') return text === 'true';
  if (kind !== 'integer' && kind !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}

/** The value of a body; nothing of an empty one, and of what is no JSON. */
export function readBody(body: string): Json | undefined {
  try {
    return body.trim() === '' ? undefined : (JSON.parse(body) as Json);
  } catch {
    return undefined;
  }
}

export function writeBody(value: Json | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, undefined, 2);
}

/** A new entry of a list: what it must have is there, and empty. */
export function emptyEntry(document: OpenApiDocument, of: Schema): Json {
  const shape = shapeOf(document, of);
  if (shape.is === 'object') return {};
  if (shape.is === 'list') return [];
  if (shape.is === 'any') return null;
  const kind = kindOf(shape.schema);
  if (kind === 'boolean') return false;
  if (kind === 'integer' || kind === 'number') return shape.schema.minimum ?? 0;
  return shape.schema.enum?.find((word) => word !== null) ?? '';
}
