/** A client of the REST interface, as somebody. Every answer is held against the declaration of its endpoint. */
import assert from 'node:assert/strict';
import { compiled } from '../../src/rest-api/compiled-endpoint.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { nameOf, type RestEndpoint } from '../../src/rest-api/rest-endpoint.ts';
import { partsOf } from '../../src/rest-api/rest-path.ts';
import { Router } from '../../src/rest-api/rest-router.ts';
import { SCOPE_NAMES, type Scope } from '../../src/sign-in/api-tokens/scopes.ts';
import { jsonDecoder } from '../../src/xml/json-decoder.ts';
import type { TestSite } from '../support/site.ts';
import { ourBodies } from './openapi/schema-check.ts';

const ROUTER = new Router(ENDPOINTS.map(compiled));

export interface RestRequest {
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect
  readonly json: any;
  /** The address in the header Link; nothing on the last page. */
  readonly next: string | undefined;
}

export class RestClient {
  readonly #site: TestSite;
  /** Nothing for nobody. */
  readonly token: string | undefined;

  constructor(site: TestSite, token?: string) {
    this.#site = site;
    this.token = token;
  }

  /** By a personal token of an account, with every scope when none are named. */
  static async as(
    site: TestSite,
    webExID: string,
    { siteName = 'acme', scopes = SCOPE_NAMES }: { siteName?: string; scopes?: readonly Scope[] } = {},
  ): Promise<RestClient> {
    const { sites, accounts, apiTokens } = site.context;
    const account = await accounts.required(await sites.required(siteName), webExID);
    const { token } = await apiTokens.createPersonal(account, { name: 'test', scopes, days: 1 });
    return new RestClient(site, token);
  }

  /** @param path below `/v1/`, or a whole address such as that of the next page */
  async call(
    method: string,
    path: string,
    { query, body, headers = {} }: RestRequest = {},
  ): Promise<RestAnswer> {
    const url = new URL(path.includes('://') ? path : `${this.#site.url}/v1/${path}`);
    for (const [name, value] of Object.entries(query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    const isJson = body !== undefined && typeof body !== 'string' && !(body instanceof Uint8Array);
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token !== undefined && { Authorization: `Bearer ${this.token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && {
        body: isJson ? JSON.stringify(body) : (body as string | Uint8Array<ArrayBuffer>),
      }),
    });
    const text = await answer.text();
    const isOfJson = answer.headers.get('content-type')?.includes('application/json') === true;
    const json = isOfJson && text !== '' ? JSON.parse(text) : undefined;
    const next = /^<([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
    hold(method, url, answer, text, json);
    return { status: answer.status, headers: answer.headers, text, json, next };
  }

  /** The same, and it must succeed. */
  async ok(method: string, path: string, request?: RestRequest): Promise<RestAnswer> {
    const answer = await this.call(method, path, request);
    assert.ok(answer.status < 300, `${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }

  get = (path: string, request?: RestRequest) => this.ok('GET', path, request);

  /** It must fail so; the text of the description, where one is named, is in it. */
  async refused(
    status: number,
    method: string,
    path: string,
    request?: RestRequest,
    words?: string,
  ): Promise<RestAnswer> {
    const answer = await this.call(method, path, request);
    assert.equal(answer.status, status, `${method} ${path}: ${answer.status} ${answer.text}`);
    if (words !== undefined) assert.ok(answer.text.includes(words), `${answer.text} says ${words}`);
    return answer;
  }
}

/** The frame's promises, whatever was called; and the declaration, where the endpoint answers. */
function hold(method: string, url: URL, answer: Response, text: string, json: unknown): void {
  const about = `${method} ${url.pathname}: ${answer.status} ${text.slice(0, 500)}`;
  assert.deepEqual(againstDocument(method, url, answer, json), [], about);
  assert.ok(answer.headers.get('TrackingID'), about);
  assert.equal(answer.headers.get('X-Content-Type-Options'), 'nosniff', about);
  if (answer.status >= 400) {
    if (url.pathname.endsWith('/access_token')) return;
    const { message, trackingId, errors } = json as Record<string, unknown>;
    assert.equal(typeof message, 'string', about);
    assert.equal(trackingId, answer.headers.get('TrackingID'), about);
    for (const error of errors as { description: unknown }[])
      assert.equal(typeof error.description, 'string', about);
    return;
  }
  const found = ROUTER.find(method, partsOf(url.pathname) ?? []);
  if (!found || !('endpoint' in found)) return;
  const { endpoint } = found;
  if (answer.status === 204) assert.equal(text, '', about);
  else if (endpoint.answer && answer.status === 200) assertOfType(endpoint, json, about);
}

/** What an answer has that the OpenAPI document does not say. An unknown address has nothing to be held against. */
function againstDocument(method: string, url: URL, { status, type }: Response, json: unknown): string[] {
  const found = ROUTER.find(method, partsOf(url.pathname) ?? []);
  if (!found || !('endpoint' in found) || type === 'opaqueredirect') return [];
  const { endpoint } = found;
  const path = nameOf(endpoint).slice(endpoint.method.length + 1);
  return ourBodies().answer(endpoint.method, path, status, json);
}

/** The declared members and no others. */
function assertOfType({ answer }: RestEndpoint, json: unknown, about: string): void {
  if (!answer) return;
  const hints: string[] = [];
  jsonDecoder(answer)(json, (hint) => hints.push(hint));
  assert.deepEqual(hints, [], about);
}
