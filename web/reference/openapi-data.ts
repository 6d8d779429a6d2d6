/** What the reference reads of an OpenAPI 3.1 document: that of this server, which is fetched as it stands. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  readonly example?: unknown;
}

interface Content {
  readonly 'application/json'?: { readonly schema?: Schema; readonly example?: unknown };
}

export interface DeclaredOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Content }>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

export interface OpenApiDocument {
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DeclaredOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface Operation extends DeclaredOperation {
  /** `GET`. */
  readonly method: string;
  /** `/meetings/{meetingId}`. */
  readonly path: string;
}

export interface Group {
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** By resource, in the document's order. */
export function groupsOf({ tags, paths }: OpenApiDocument): Group[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, declared]) => ({
      ...declared,
      method: method.toUpperCase(),
      path,
    })),
  );
  return tags.map(({ name }) => ({ name, operations: all.filter((one) => one.tags.includes(name)) }));
}

/** Those in which every word of the search stands somewhere: in the address, the summary or the resource. */
export function found(groups: readonly Group[], search: string): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map(({ name, operations }) => ({
      name,
      operations: operations.filter((one) => {
        const text = `${one.method} ${one.path} ${one.summary} ${name}`.toLowerCase();
        return words.every((word) => text.includes(word));
      }),
    }))
    .filter(({ operations }) => operations.length > 0);
}

/** The scopes of which one is enough. */
export function scopesOf({ security }: DeclaredOperation): string[] {
  return [...new Set(security.flatMap((way) => Object.values(way).flat()))];
}

export function needsToken({ security }: DeclaredOperation): boolean {
  return security.length > 0;
}

export interface Member {
  /** `telephony.callInNumbers[].label`. */
  readonly way: string;
  readonly isRequired: boolean;
  readonly schema: Schema;
}

const DEEPEST = 6;

/** Every member of a schema, from the outside in. */
export function membersOf(document: OpenApiDocument, schema: Schema | undefined): Member[] {
  const members: Member[] = [];
  const walk = (at: Schema | undefined, way: string, depth: number): void => {
    const whole = resolved(document, at);
    if (!whole || depth > DEEPEST) return;
    if (whole.items) {
      walk(whole.items, `${way}[]`, depth + 1);
      return;
    }
    for (const [name, declared] of Object.entries(whole.properties ?? {})) {
      const own = way === '' ? name : `${way}.${name}`;
      const member = resolved(document, declared) ?? declared;
      members.push({ way: own, isRequired: whole.required?.includes(name) ?? false, schema: member });
      walk(member, own, depth + 1);
    }
  };
  walk(schema, '', 0);
  return members;
}

/** What a reference leads to. */
export function resolved({ components }: OpenApiDocument, schema: Schema | undefined): Schema | undefined {
  if (schema?.$ref === undefined) return schema;
  return components.schemas[schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)];
}

/** `string (date-time)`, `meeting | webinar`, `integer`, at most … */
export function typeWords({ type, format, enum: words, items, maxLength }: Schema): string {
  if (words) return words.filter((word) => word !== null).join(' | ');
  const kinds = (typeof type === 'string' ? [type] : (type ?? [])).filter((kind) => kind !== 'null');
  if (items) return `${items.$ref?.split('/').at(-1) ?? typeWords(items)}[]`;
  const [kind = 'any'] = kinds;
  return `${kind}${format === undefined ? '' : ` (${format})`}${maxLength === undefined ? '' : ` ≤ ${maxLength}`}`;
}
