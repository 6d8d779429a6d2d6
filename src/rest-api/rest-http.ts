/**
 * The REST interface over HTTP. It stands beside the web framework on the raw request and response, as the XML API does
 * and for the same reason, and is loaded with the first call.
 *
 * A call's walk: the route, the token, its scopes, the throttle, the parameters, the body; then the endpoint's `run`;
 * then its answer by the declared type. A failure becomes a status and a text in `rest-problems.ts`.
 */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { type Actor, actingAs } from '../acting.ts';
import type { Context } from '../context.ts';
import { Departures } from '../http/departures.ts';
import { Pace } from '../http/pace.ts';
import type { RawHandler } from '../http/raw-handler.ts';
import { readBody } from '../http/read-body.ts';
import type { ApiToken } from '../sign-in/api-tokens/api-token.ts';
import { bearerOf } from './bearer.ts';
import { type CompiledEndpoint, compiled } from './compiled-endpoint.ts';
import { ENDPOINTS } from './endpoints.ts';
import { idsOf } from './ids.ts';
import { bodyOf, plainBody } from './json-body.ts';
import { originOf } from './origin.ts';
import { providerToken } from './provider-token.ts';
import { hostOf, judgeScopes, type RestCall, type RestOpenCall } from './rest-caller.ts';
import type { RestEndpoint } from './rest-endpoint.ts';
import { noted } from './rest-entry.ts';
import { ANSWER_HEADERS, hintsHeader, PREFLIGHT_HEADERS } from './rest-headers.ts';
import { partsOf } from './rest-path.ts';
import { problemBody, problemOf } from './rest-problems.ts';
import { MethodRefused, RequestUnreadable, ResourceUnknown, TokenMissing } from './rest-refusals.ts';
import { RestReply } from './rest-reply.ts';
import { type Route, Router } from './rest-router.ts';
import { newTrace, type RestTrace } from './rest-trace.ts';
import { isWritable } from './strict-json.ts';
import { trackingIdOf } from './tracking-id.ts';
import { UTC, zoneNamed } from './zone-header.ts';

const JSON_TYPE = 'application/json;charset=UTF-8';

/** Bytes of a body that is not asked for: read, and thrown away. */
const UNASKED = 64 * 1024;

/** @param measure is told of every call: its endpoint, its status and its milliseconds */
export function restService(
  context: Context,
  measure?: (route: string, status: number, milliseconds: number) => void,
  endpoints: readonly RestEndpoint[] = ENDPOINTS,
): RawHandler {
  const router = new Router(endpoints.map(compiled));
  const departures = new Departures();
  const pace = new Pace();
  return (request, response) => {
    const call = new Exchange(context, request, response, departures, measure);
    const found = call.routed(router);
    if (!found) return;
    const { method } = request;
    if (method === 'GET' || method === 'HEAD') {
      request.resume();
      call.answer(found, undefined);
      return;
    }
    const most = found.endpoint.body ? found.endpoint.bodyLimit : UNASKED;
    readBody(request, pace, most, (bytes) => {
      if (bytes) pace.run(bytes.length, () => call.answer(found, bytes));
      else call.tooLarge(most);
    });
  };
}

type Found = Route<CompiledEndpoint>;

/** One request and its answer. */
class Exchange {
  readonly #context: Context;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #departures: Departures;
  readonly #measure: ((route: string, status: number, milliseconds: number) => void) | undefined;
  readonly #arrived = performance.now();
  readonly #id: string;
  readonly #trackingId: string;
  readonly #trace: RestTrace = newTrace();
  #received: Buffer | undefined;

  constructor(
    context: Context,
    request: IncomingMessage,
    response: ServerResponse,
    departures: Departures,
    measure: ((route: string, status: number, milliseconds: number) => void) | undefined,
  ) {
    this.#context = context;
    this.#request = request;
    this.#response = response;
    this.#departures = departures;
    this.#measure = measure;
    this.#id = context.log.nextRequestId();
    this.#trackingId = trackingIdOf(request.headers.trackingid, this.#id);
  }

  /** Nothing where the call has been answered: there is no such address, or it is only asked what there is. */
  routed(router: Router<CompiledEndpoint>): Found | undefined {
    const { method = '', url = '' } = this.#request;
    const mark = url.indexOf('?');
    const parts = partsOf(mark === -1 ? url : url.slice(0, mark));
    const route = parts?.every(isWritable)
      ? router.find(method === 'HEAD' ? 'GET' : method, parts)
      : undefined;
    if (route && 'endpoint' in route) {
      this.#trace.operation = route.endpoint.name;
      return route;
    }
    this.#request.resume();
    if (route && method === 'OPTIONS')
      this.#send(new RestReply({ status: 204, headers: PREFLIGHT_HEADERS }), undefined);
    else this.#refuse(route ? new MethodRefused(route) : new ResourceUnknown());
    return undefined;
  }

  tooLarge(most: number): void {
    this.#response.shouldKeepAlive = false;
    this.#refuse(new RequestUnreadable(`the body is larger than ${most} bytes`, true));
  }

  answer(route: Found, received: Buffer | undefined): void {
    this.#received = received;
    this.#run(route).then(
      (result) => this.#answered(route, result),
      (error: unknown) => this.#refuse(error),
    );
  }

  async #run({ endpoint, params }: Found): Promise<unknown> {
    const open = this.#openCall();
    const { url = '', headers } = this.#request;
    let call: RestOpenCall = open;
    if (endpoint.scopes !== 'none') {
      const token = await this.#token();
      const onlyReads = endpoint.method === 'GET' || endpoint.onlyReads;
      const { isAdmin } =
        endpoint.scopes === 'any' ? { isAdmin: false } : judgeScopes(token, endpoint.scopes, onlyReads);
      if (endpoint.throttled) await this.#context.throttle.count(token.site, endpoint.throttled);
      const { timezone } = headers;
      const { site, account } = token;
      const whose = { app: open.app, site, account, isAdmin };
      const zone = typeof timezone === 'string' && timezone !== '' ? zoneNamed(timezone) : UTC;
      const restCall: RestCall = { ...open, ...whose, token, zone, host: (email) => hostOf(whose, email) };
      call = restCall;
    }
    const mark = url.indexOf('?');
    const texts = new URLSearchParams(mark === -1 ? '' : url.slice(mark + 1));
    const takesBodyFromQuery = endpoint.readBodyInQuery && (this.#received?.length ?? 0) === 0;
    const query = endpoint.readQuery(texts, takesBodyFromQuery ? () => {} : open.hint);
    const ownHeaders = endpoint.readHeaders?.(textsOf(headers, endpoint.headerNames), open.hint) ?? {};
    // The log tells what was meant, not how it was packed.
    if (this.#received && endpoint.body) {
      this.#received = plainBody(this.#received, headers, endpoint.bodyLimit);
    }
    const body = bodyOf(endpoint, this.#received ?? NOTHING, headers, texts, open.hint);
    return actingAs(
      () => this.#actor(),
      () => endpoint.run(call, { params, query, headers: ownHeaders, body }),
    );
  }

  #openCall(): RestOpenCall {
    const { headers, url = '' } = this.#request;
    const context = this.#context;
    return {
      app: context,
      ids: idsOf(context),
      origin: originOf(headers, context.links.publicUrl()),
      target: url,
      requestHeaders: headers,
      trackingId: this.#trackingId,
      requestId: this.#id,
      address: context.callerAddress(this.#request),
      hint: (note) => {
        this.#trace.hints.push(note);
      },
    };
  }

  async #token(): Promise<ApiToken> {
    const bearer = bearerOf(this.#request.headers.authorization);
    if (bearer === undefined) throw new TokenMissing('there is no bearer token');
    this.#trace.secrets.push(bearer);
    const token =
      (await this.#context.apiTokens.find(bearer)) ?? (await providerToken(this.#context, bearer));
    if (!token) throw new TokenMissing('the token is unknown, has expired or was revoked');
    this.#trace.token = token;
    return token;
  }

  #actor(): Actor {
    const { token } = this.#trace;
    const from = {
      face: 'rest',
      site: token?.site.siteName,
      address: this.#context.callerAddress(this.#request),
      requestId: this.#id,
    } as const;
    if (!token) return { ...from, kind: 'visitor', name: '' };
    return { ...from, kind: 'account', accountId: token.account.id, name: token.account.webExId };
  }

  #answered({ endpoint }: Found, result: unknown): void {
    try {
      const { write } = endpoint;
      const reply = result instanceof RestReply ? result : new RestReply({ body: write && result });
      const body = reply.raw?.content ?? (reply.body === undefined ? undefined : write?.(reply.body));
      this.#send(reply, body);
    } catch (error) {
      this.#refuse(error);
    }
  }

  #refuse(error: unknown): void {
    const problem = problemOf(error, this.#context.clock.now());
    this.#trace.problem = problem;
    this.#trace.error = error;
    if (problem.isFault) this.#context.log.fault(this.#id, error);
    // What was sent beside a body that cannot be read would be taken for the next request.
    if (error instanceof RequestUnreadable) this.#response.shouldKeepAlive = false;
    const { status, headers = {} } = problem;
    this.#send(new RestReply({ status, headers }), problemBody(problem, this.#trackingId));
  }

  #send({ status, headers, raw }: RestReply, body: string | Buffer | undefined): void {
    const type = raw?.contentType ?? JSON_TYPE;
    const sent = [...ANSWER_HEADERS, 'TrackingID', this.#trackingId, 'X-Request-ID', this.#id];
    const length = body === undefined ? 0 : typeof body === 'string' ? Buffer.byteLength(body) : body.length;
    if (body !== undefined) sent.push('Content-Type', type);
    if (status !== 204) sent.push('Content-Length', String(length));
    for (const [name, value] of Object.entries(headers)) sent.push(name, value);
    const { hints } = this.#trace;
    if (hints.length > 0) sent.push('X-Parlance-Hints', hintsHeader(hints));
    const isHead = this.#request.method === 'HEAD';
    this.#departures.send(this.#response, status, sent, isHead ? undefined : body);
    this.#told(status, body, length, type);
  }

  #told(status: number, answer: string | Buffer | undefined, bytesOut: number, answerType: string): void {
    const context = this.#context;
    const trace = this.#trace;
    const id = this.#id;
    const ms = performance.now() - this.#arrived;
    const { operation, token, hints, problem } = trace;
    try {
      context.log.restCall(id, {
        site: token?.site.siteName,
        caller: token?.account.webExId,
        operation,
        status,
        refused: problem?.descriptions[0],
        hints,
        ms,
      });
      this.#measure?.(`rest ${operation ?? 'none'}`, status, ms);
      const exchange = {
        at: context.clock.now() - ms,
        id,
        ms,
        address: context.callerAddress(this.#request),
        request: this.#request,
        received: this.#received,
        bytesOut,
        status,
        answer,
        answerType,
      };
      context.requestLog.note(noted(exchange, trace, context.requestLog.takesBodies));
    } catch (error) {
      // What is wrong with its entry is nobody's but ours.
      context.log.fault(id, error);
    }
  }
}

const NOTHING = Buffer.alloc(0);

/** The headers of those names that were sent. */
function textsOf(headers: IncomingHttpHeaders, names: readonly string[]): [name: string, text: string][] {
  return names.flatMap((name): [string, string][] => {
    const text = headers[name];
    return typeof text === 'string' ? [[name, text]] : [];
  });
}
