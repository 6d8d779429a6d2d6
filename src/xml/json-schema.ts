/** Declared types as JSON Schema (draft 2020-12, which OpenAPI 3.1 speaks). */
import { type ComplexType, type Field, membersOf, type SimpleType, type Type } from './schema.ts';

export type JsonSchema = { readonly [name: string]: unknown };

/** What is sent, or what comes back: a list that an answer always has may be left out of a request. */
export type SchemaUse = 'request' | 'answer';

/** Bounds that a kind of number has by itself. */
const OF_ITSELF: ReadonlySet<number> = new Set([Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);

/** Collects the types that have a name, so that each is told once. */
export class JsonSchemas {
  /** By their names, in the order in which they were met. */
  readonly named: Record<string, JsonSchema> = {};
  readonly #names = new Map<ComplexType, Map<SchemaUse, string>>();
  readonly #nameOf: (type: ComplexType) => string | undefined;
  readonly #refer: (name: string) => string;

  /**
   * @param nameOf of a type that is told apart; nothing for one that stands where it is used
   * @param refer where a name leads, such as `#/components/schemas/Meeting`
   */
  constructor(
    nameOf: (type: ComplexType) => string | undefined = ({ name }) => name,
    refer = (name: string) => `#/components/schemas/${name}`,
  ) {
    this.#nameOf = nameOf;
    this.#refer = refer;
  }

  of(type: Type, use: SchemaUse): JsonSchema {
    if (type.form === 'simple') return simple(type);
    if (type.form === 'foreign') return { type: 'string' };
    const name = this.#nameOf(type);
    return name === undefined ? this.#object(type, use) : { $ref: this.#refer(this.#named(type, name, use)) };
  }

  field({ type, occurs, min, max }: Field, use: SchemaUse): JsonSchema {
    const one = this.of(type, use);
    if (occurs === 'clearable') return orNull(one);
    if (occurs !== 'many' && occurs !== 'list') return one;
    return {
      type: 'array',
      items: one,
      ...(min > 0 && { minItems: min }),
      ...(max !== Number.POSITIVE_INFINITY && { maxItems: max }),
    };
  }

  #named(type: ComplexType, name: string, use: SchemaUse): string {
    const known = this.#names.get(type) ?? new Map<SchemaUse, string>();
    this.#names.set(type, known);
    const before = known.get(use);
    if (before !== undefined) return before;
    const other = known.get(use === 'request' ? 'answer' : 'request');
    // Where both uses are the same they share the name.
    const own = this.#free(name);
    known.set(use, own);
    this.named[own] = {};
    const schema = this.#object(type, use);
    if (other !== undefined && JSON.stringify(this.named[other]) === JSON.stringify(schema)) {
      delete this.named[own];
      known.set(use, other);
      return other;
    }
    this.named[own] = schema;
    return own;
  }

  /** Two types of one name are told apart by a number. */
  #free(name: string): string {
    let free = name;
    for (let number = 2; free in this.named; number += 1) free = `${name}${number}`;
    return free;
  }

  #object(type: ComplexType, use: SchemaUse): JsonSchema {
    const members = membersOf(type);
    const required = members.filter(({ field }) => isRequired(field, use)).map(({ name }) => name);
    return {
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(members.map(({ name, field }) => [name, this.field(field, use)])),
    };
  }
}

/** Null is taken for absent in requests, but a member that is required has to be there. */
function isRequired({ occurs, min, isGiven }: Field, use: SchemaUse): boolean {
  if (occurs === 'many') return use === 'answer' || min > 0 || isGiven === true;
  return occurs === 'one';
}

function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  const values = schema.enum as readonly unknown[] | undefined;
  return { ...schema, type: [type, 'null'], ...(values && { enum: [...values, null] }) };
}

export function simple(type: SimpleType): JsonSchema {
  const { base, values, maxLength, minimum, maximum, format, sample } = type;
  const bounds = {
    ...(minimum !== undefined && !OF_ITSELF.has(minimum) && { minimum }),
    ...(maximum !== undefined && !OF_ITSELF.has(maximum) && { maximum }),
  };
  switch (base) {
    case 'json':
      return {};
    case 'boolean':
      return { type: 'boolean' };
    case 'base64Binary':
      return { type: 'string', contentEncoding: 'base64' };
    case 'string':
      return {
        type: 'string',
        ...(values && { enum: values }),
        ...(maxLength !== undefined && { maxLength }),
        ...(format !== undefined && { format }),
        ...(sample !== undefined && { examples: [sample] }),
      };
    default:
      return {
        type: base === 'float' ? 'number' : 'integer',
        ...bounds,
        ...(sample !== undefined && { examples: [Number(sample)] }),
      };
  }
}
