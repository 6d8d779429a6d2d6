/** Looks members up in the OpenAPI document by the ways that facts write. */
import type { OpenApi, OpenApiOperation } from '../../../src/rest-api/openapi/document.ts';
import type { JsonSchema } from '../../../src/xml/json-schema.ts';
import type { FactMember, FactType } from './fact.ts';

/** `GET meetings/{}` of every operation, with its declaration. */
export function callsOf({ paths }: OpenApi): ReadonlyMap<string, OpenApiOperation> {
  return new Map(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, operation]) => [callOf(`${method.toUpperCase()} ${path.slice(1)}`), operation] as const,
      ),
    ),
  );
}

/** Names of parts of a path do not matter. */
export function callOf(call: string): string {
  return call.replaceAll(/\{[^}]*\}/g, '{}');
}

/** What is wrong with a member, in words; nothing where it is as the fact has it. */
export function offence(
  document: OpenApi,
  schema: JsonSchema | undefined,
  { name, isRequired, type }: FactMember,
): string | undefined {
  const found = memberAt(document, schema, name);
  if (!found) return `${name} is missing`;
  if (isRequired && !found.isRequired) return `${name} is not required`;
  const types = typesOf(document, found.schema);
  if (types.length > 0 && !types.includes(type)) return `${name} is a ${types.join(' or ')}, not a ${type}`;
  return undefined;
}

interface Found {
  readonly schema: JsonSchema;
  readonly isRequired: boolean;
}

/** @param way such as `items[].telephony.callInNumbers[].label` */
export function memberAt(document: OpenApi, schema: JsonSchema | undefined, way: string): Found | undefined {
  let found: Found | undefined = schema && { schema, isRequired: true };
  for (const part of way.split('.')) {
    const whole = found && resolved(document, found.schema);
    // Whatever JSON: it may have the member.
    if (whole && isAnything(whole)) return { schema: {}, isRequired: false };
    const name = part.replace(/\[\]$/, '');
    const properties = whole?.properties as Readonly<Record<string, JsonSchema>> | undefined;
    const own = properties?.[name];
    if (!own) return undefined;
    const isRequired = (whole?.required as readonly string[] | undefined)?.includes(name) ?? false;
    const items = resolved(document, own)?.items as JsonSchema | undefined;
    if (part.endsWith('[]') && !items) return undefined;
    found = { schema: part.endsWith('[]') && items ? items : own, isRequired };
  }
  return found;
}

function isAnything(schema: JsonSchema): boolean {
  return Object.keys(schema).length === 0;
}

function resolved({ components }: OpenApi, schema: JsonSchema): JsonSchema | undefined {
  const { $ref, anyOf } = schema;
  if (typeof $ref === 'string') return components.schemas[$ref.slice($ref.lastIndexOf('/') + 1)];
  const [first] = (anyOf as readonly JsonSchema[] | undefined) ?? [];
  return first ? resolved({ components } as OpenApi, first) : schema;
}

const TYPES: Readonly<Record<string, FactType>> = {
  string: 'text',
  boolean: 'boolean',
  integer: 'number',
  number: 'number',
  array: 'list',
  object: 'object',
};

function typesOf(document: OpenApi, schema: JsonSchema): FactType[] {
  const { type } = resolved(document, schema) ?? {};
  const all = typeof type === 'string' ? [type] : ((type as readonly string[] | undefined) ?? []);
  return all.flatMap((one) => TYPES[one] ?? []);
}
