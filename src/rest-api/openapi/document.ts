/**
 * The OpenAPI 3.1 document of the REST interface, made from the declarations of its endpoints. It is made once, and where
 * the caller has found us is put into it each time.
 */
import { SCOPES } from '../../sign-in/api-tokens/scopes.ts';
import { type JsonSchema, JsonSchemas } from '../../xml/json-schema.ts';
import { asField, type Fields } from '../../xml/schema.ts';
import { nameOf, type RestEndpoint, type ScopeRule, TAGS } from '../rest-endpoint.ts';
import { operationId } from './operation-id.ts';
import { sampleBody } from './sample-body.ts';

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly [name: string]: unknown };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly [name: string]: unknown;
  };
}

export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

interface Content {
  readonly [mediaType: string]: { readonly schema?: JsonSchema; readonly example?: unknown };
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly OpenApiParameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly description?: string; readonly content?: Content; readonly $ref?: string }>
  >;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}

/** Stands for where the caller has found us. */
const ORIGIN = 'https://origin.invalid';

/** @returns the document as text, for whoever has called us at an origin such as `https://meet.example.com` */
export function openApiText(endpoints: readonly RestEndpoint[], version: string): (origin: string) => string {
  const text = JSON.stringify(openApi(endpoints, version, ORIGIN));
  return (origin) => text.replaceAll(ORIGIN, () => JSON.stringify(origin).slice(1, -1));
}

export function openApi(endpoints: readonly RestEndpoint[], version: string, origin: string): OpenApi {
  const schemas = new JsonSchemas();
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const endpoint of endpoints) {
    const path = nameOf(endpoint).slice(endpoint.method.length + 1);
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, schemas) };
  }
  const used = new Set(endpoints.map(({ tag }) => tag));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parlance REST interface',
      version,
      description:
        'Meetings, people, recordings and webhooks of this site. Times are ISO 8601; lists lead on by the header Link.',
    },
    servers: [{ url: `${origin}/v1` }],
    tags: TAGS.filter((tag) => used.has(tag)).map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...schemas.named, Error: ERROR, OAuthError: OAUTH_ERROR },
      responses: RESPONSES,
      securitySchemes: securitySchemes(origin),
    },
  };
}

function operationOf(endpoint: RestEndpoint, schemas: JsonSchemas): OpenApiOperation {
  const { tag, summary, description, scopes, body } = endpoint;
  return {
    operationId: operationId(endpoint),
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: parametersOf(endpoint, schemas),
    ...(body && { requestBody: requestBody(endpoint, schemas) }),
    responses: responsesOf(endpoint, schemas),
    security: securityOf(scopes),
  };
}

function parametersOf(endpoint: RestEndpoint, schemas: JsonSchemas): OpenApiParameter[] {
  const { path, query, headers, sample, scopes } = endpoint;
  const inPath = [...path.matchAll(/:([^/]+)/g)].map(([, name = '']) => ({
    name,
    in: 'path' as const,
    required: true,
    schema: { type: 'string' },
    ...exampleOf(sample.params?.[name]),
  }));
  const inQuery = named(query, schemas).map((parameter) => ({
    ...parameter,
    in: 'query' as const,
    ...exampleOf(sample.query?.[parameter.name]),
    ...(parameter.schema.type === 'array' && { style: 'form', explode: false }),
  }));
  const inHeaders = named(headers, schemas).map((parameter) => ({ ...parameter, in: 'header' as const }));
  return [...inPath, ...inQuery, ...inHeaders, ...(scopes === 'none' ? [] : [TIMEZONE])];
}

const TIMEZONE: OpenApiParameter = {
  name: 'timezone',
  in: 'header',
  description: 'The zone of all times in the answer, such as Europe/Berlin; UTC without it.',
  schema: { type: 'string' },
};

function named(fields: Fields, schemas: JsonSchemas) {
  return Object.entries(fields).map(([name, declared]) => {
    const field = asField(declared);
    return {
      name,
      ...(field.min > 0 && { required: true }),
      schema: schemas.field(field, 'request'),
    };
  });
}

function exampleOf(example: unknown) {
  return example === undefined ? {} : { example };
}

function requestBody(endpoint: RestEndpoint, schemas: JsonSchemas) {
  const { body, takesForm, method } = endpoint;
  const schema = body ? schemas.of(body, 'request') : {};
  const content = { schema, example: sampleBody(endpoint) };
  return {
    required: isRequired(schema, schemas),
    content: {
      'application/json': content,
      // A merge of this kind is documented by the name of another one (RFC 6902); it is the same object.
      ...(method === 'PATCH' && { 'application/json-patch+json': { schema } }),
      ...(takesForm && { 'application/x-www-form-urlencoded': { schema } }),
    },
  };
}

/** A body of which nothing is required may be left out. */
function isRequired(schema: JsonSchema, { named: all }: JsonSchemas): boolean {
  const { $ref } = schema;
  const whole = typeof $ref === 'string' ? all[$ref.slice($ref.lastIndexOf('/') + 1)] : schema;
  return Array.isArray(whole?.required);
}

function responsesOf(endpoint: RestEndpoint, schemas: JsonSchemas): OpenApiOperation['responses'] {
  const { answer, statuses, scopes, path, query, body, tag } = endpoint;
  const content = answer && { 'application/json': { schema: schemas.of(answer, 'answer') } };
  const own = Object.fromEntries(
    Object.entries(statuses).map(([status, description]) => [
      status,
      { description, ...(content && /^2/.test(status) && status !== '204' && { content }) },
    ]),
  );
  const usual: Responses = content ? { 200: { description: 'What was asked for.', content } } : {};
  const nothing: Responses = !content && !('200' in own) ? { 204: { description: 'It is done.' } } : {};
  const success: Responses = { ...usual, ...nothing, ...own };
  if (tag === 'Authentication') return { ...success, default: OAUTH_FAILURE };
  const named = [
    ...(body || Object.keys(query).length > 0 ? ([['400', 'BadRequest']] as const) : []),
    ...(scopes === 'none'
      ? []
      : ([
          ['401', 'Unauthorized'],
          ['403', 'Forbidden'],
        ] as const)),
    ...(path.includes('/') ? ([['404', 'NotFound']] as const) : []),
    ['429', 'TooManyRequests'],
    ['default', 'Failure'],
  ] as const;
  const failures: Responses = Object.fromEntries(named.map(([status, name]) => [status, refer(name)]));
  return { ...failures, ...success };
}

type Responses = OpenApiOperation['responses'];

function refer(name: string) {
  return { $ref: `#/components/responses/${name}` };
}

const ERROR: JsonSchema = {
  type: 'object',
  required: ['message', 'trackingId'],
  properties: {
    message: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['description'],
        properties: { description: { type: 'string' }, errorCode: { type: 'integer' } },
      },
    },
    trackingId: { type: 'string', description: 'The request log of the console finds the call by it.' },
  },
};

const OAUTH_ERROR: JsonSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: { type: 'string' },
    error_description: { type: 'string' },
    trackingID: { type: 'string' },
  },
};

function failure(description: string, headers?: JsonSchema) {
  return {
    description,
    ...(headers && { headers }),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
}

const RESPONSES = {
  BadRequest: failure('Something in the request breaks a rule; errors says what.'),
  Unauthorized: failure('There is no token, or none that counts.'),
  Forbidden: failure('The token lacks a scope, or its owner the role.'),
  NotFound: failure('There is no such thing, or it is not yours to see.'),
  TooManyRequests: failure('Too much was asked for.', {
    'Retry-After': { description: 'Seconds to wait, a whole number.', schema: { type: 'integer' } },
  }),
  Failure: failure('Any other failure.'),
};

const OAUTH_FAILURE = {
  description: 'What RFC 6749 calls an error.',
  content: {
    'application/json': {
      schema: {
        anyOf: [{ $ref: '#/components/schemas/OAuthError' }, { $ref: '#/components/schemas/Error' }],
      },
    },
  },
};

/** A user's scope and an administrator's are two ways, and so are both schemes. */
function securityOf(scopes: ScopeRule): OpenApiOperation['security'] {
  if (scopes === 'none') return [];
  if (scopes === 'any') return [{ bearer: [] }, { oauth: [] }];
  const ways = [scopes.user ?? [], scopes.admin ?? []].flat();
  return ways.flatMap((scope): OpenApiOperation['security'] => [{ bearer: [scope] }, { oauth: [scope] }]);
}

function securitySchemes(origin: string) {
  return {
    bearer: {
      type: 'http',
      scheme: 'bearer',
      description: 'A personal token from the page of your account, or one of an integration.',
    },
    oauth: {
      type: 'oauth2',
      description: 'For integrations that an administrator has registered.',
      flows: {
        authorizationCode: {
          authorizationUrl: `${origin}/v1/authorize`,
          tokenUrl: `${origin}/v1/access_token`,
          refreshUrl: `${origin}/v1/access_token`,
          scopes: Object.fromEntries(
            Object.entries(SCOPES).map(([name, kind]) => [
              name,
              kind === 'user' ? 'What is your own.' : 'The whole site, for administrators.',
            ]),
          ),
        },
      },
    },
  };
}
