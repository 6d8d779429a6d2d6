/** The pages of the REST interface: one for each resource, from the declarations of its endpoints. */
import { codeSample } from '../../src/code-samples/code-sample.ts';
import { restRequest } from '../../src/code-samples/rest-request.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { sampleBody } from '../../src/rest-api/openapi/sample-body.ts';
import { nameOf, type RestEndpoint, type Scopes, TAGS, type Tag } from '../../src/rest-api/rest-endpoint.ts';
import { type JsonSchema, JsonSchemas } from '../../src/xml/json-schema.ts';
import { asField, type ComplexType, type Fields } from '../../src/xml/schema.ts';
import { block, code, page, table } from './markdown.ts';

const BASE = 'http://127.0.0.1:8080/v1';

/** Every page by its path below `docs/rest/`. */
export function restPages(): Map<string, string> {
  const tags = TAGS.filter((tag) => ENDPOINTS.some((one) => one.tag === tag));
  return new Map([
    ['README.md', indexPage(tags)],
    ...tags.map((tag) => [pathOf(tag), tagPage(tag)] as const),
  ]);
}

function pathOf(tag: Tag): string {
  return `${tag.toLowerCase().replaceAll(' ', '-')}.md`;
}

function endpointsOf(tag: Tag): RestEndpoint[] {
  return ENDPOINTS.filter((one) => one.tag === tag);
}

function indexPage(tags: readonly Tag[]): string {
  return page(
    'The REST interface',
    'Every endpoint, by resource. The same is served as an OpenAPI 3.1 document at `/v1/openapi.json`, and can be tried on the page `reference.php` of each site. [From the XML API to REST](../migration.md) says how to begin, and what ids, times, pages and errors are like.',
    ...tags.flatMap((tag) => [
      `## [${tag}](${pathOf(tag)})`,
      table(
        ['Endpoint', 'What it does'],
        endpointsOf(tag).map((one) => [`[${shown(one)}](${pathOf(tag)}#${anchor(one)})`, one.summary]),
      ),
    ]),
  );
}

function shown(endpoint: RestEndpoint): string {
  return code(nameOf(endpoint));
}

/** As forges make it of a heading. */
function anchor(endpoint: RestEndpoint): string {
  return nameOf(endpoint)
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function tagPage(tag: Tag): string {
  return page(
    tag,
    `Below \`/v1\`. ${endpointsOf(tag).length === 1 ? 'There is one endpoint' : `There are ${endpointsOf(tag).length} endpoints`}; [all of them](README.md).`,
    ...endpointsOf(tag).flatMap(details),
  );
}

function details(endpoint: RestEndpoint): string[] {
  const { summary, description, scopes, query, headers, body, answer, statuses } = endpoint;
  return [
    `## ${nameOf(endpoint)}`,
    summary,
    ...(description === undefined ? [] : [description]),
    scopeWords(scopes),
    ...parameters(query, headers),
    ...(body ? ['The body:', members(body, 'request')] : []),
    answer ? 'Answered with 200:' : success(statuses),
    ...(answer ? [members(answer, 'answer')] : []),
    ...Object.entries(statuses)
      .filter(([status]) => answer || status !== '200')
      .map(([status, words]) => `It may also be answered with ${status}: ${words}`),
    block('sh', sample(endpoint)),
  ];
}

function success(statuses: RestEndpoint['statuses']): string {
  const words = statuses[200];
  return words === undefined ? 'Answered with 204, without a body.' : `Answered with 200: ${words}`;
}

function scopeWords(scopes: RestEndpoint['scopes']): string {
  if (scopes === 'none') return 'It takes no token.';
  if (scopes === 'any') return 'It takes any token.';
  const { user, admin } = scopes as Scopes;
  const told = (names: string | readonly string[] | undefined) => [names ?? []].flat().map(code).join(' or ');
  return [
    ...(user === undefined ? [] : [`Scope: ${told(user)}.`]),
    ...(admin === undefined ? [] : [`For administrators: ${told(admin)}.`]),
  ].join(' ');
}

function parameters(query: Fields, headers: Fields): string[] {
  const rows = [
    ...Object.entries(query).map(([name, declared]) => ({ name, place: 'query', declared })),
    ...Object.entries(headers).map(([name, declared]) => ({ name, place: 'header', declared })),
  ];
  if (rows.length === 0) return [];
  const schemas = new JsonSchemas(() => undefined);
  return [
    table(
      ['Parameter', 'Where', 'Value'],
      rows.map(({ name, place, declared }) => {
        const field = asField(declared);
        return [code(name), place, typeWords(schemas.field(field, 'request'), field.min > 0)];
      }),
    ),
  ];
}

/** Every member, from the outside in. */
function members(type: ComplexType, use: 'request' | 'answer'): string {
  const rows: string[][] = [];
  const walk = (schema: JsonSchema, way: string): void => {
    const {
      items,
      properties,
      required = [],
    } = schema as {
      items?: JsonSchema;
      properties?: Readonly<Record<string, JsonSchema>>;
      required?: readonly string[];
    };
    if (items) walk(items, `${way}[]`);
    for (const [name, member] of Object.entries(properties ?? {})) {
      const own = way === '' ? name : `${way}.${name}`;
      rows.push([code(own), typeWords(member, required.includes(name))]);
      walk(member, own);
    }
  };
  walk(new JsonSchemas(() => undefined).of(type, use), '');
  return rows.length === 0 ? 'An object without members of its own.' : table(['Member', 'Value'], rows);
}

function typeWords(schema: JsonSchema, isRequired: boolean): string {
  const { type, format, enum: words, items, maxLength, minimum, maximum } = schema;
  const kinds = [type ?? 'any value'].flat().map((kind) => (kind === 'string' ? 'text' : String(kind)));
  const kind = items
    ? `list of ${words ? '' : typeWords(items as JsonSchema, false)}`
    : words
      ? (words as readonly unknown[]).map((word) => code(String(word))).join(', ')
      : kinds.join(' or ');
  const bounds = [
    ...(format === undefined ? [] : [String(format)]),
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
    ...(isRequired ? ['required'] : []),
  ];
  return [kind, ...bounds].join(', ');
}

function sample(endpoint: RestEndpoint): string {
  const { method, path, sample: said, query } = endpoint;
  const filled = path.replaceAll(/:([^/]+)/g, (_, name: string) => said.params?.[name] ?? `{${name}}`);
  const asked = Object.entries(said.query ?? {}).filter(([name]) => name in query);
  const search = asked.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  const body = sampleBody(endpoint);
  return codeSample(
    restRequest({
      method,
      url: `${BASE}/${filled}${search === '' ? '' : `?${search}`}`,
      token: 'YOUR-TOKEN',
      ...(body !== undefined && { body: JSON.stringify(body, undefined, 2) }),
    }),
    'curl',
  );
}
