/**
 * An endpoint of the REST interface: one file declares who may call it, what it takes, what it answers and what it does.
 * The frame (`rest-http.ts`) holds the rest: token, scopes, bounds, strict JSON, errors, the log. The OpenAPI document,
 * the manual and the code samples come from the declaration too.
 */
import type { MaybePromise } from '../maybe-promise.ts';
import type { RefusalClass } from '../refusal.ts';
import type { Scope } from '../sign-in/api-tokens/scopes.ts';
import type { ThrottleGroup } from '../throttle/throttle.ts';
import type { ComplexType, Fields, ValueOf } from '../xml/schema.ts';
import type { RestCall, RestOpenCall } from './rest-caller.ts';
import type { RestReply } from './rest-reply.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Where the endpoint stands in the reference. */
export const TAGS = [
  'Meetings',
  'Meeting Invitees',
  'Meeting Registrants',
  'Meeting Participants',
  'Meeting Preferences',
  'People',
  'Recordings',
  'Meeting Transcripts',
  'Recording Report',
  'Meetings Summary Report',
  'Webhooks',
  'Events',
  'Site',
  'Authentication',
] as const;
export type Tag = (typeof TAGS)[number];

/**
 * A token has one of the scopes: the user's for what is the caller's own, the administrator's for the whole site, which
 * counts for administrators alone. Of several scopes one is enough.
 */
export interface Scopes {
  readonly user?: Scope | readonly Scope[];
  readonly admin?: Scope | readonly Scope[];
}

/** `any`: a valid token of whatever scope, which `run` judges; `none`: without a token. */
export type ScopeRule = Scopes | 'any' | 'none';

/** The names after colons in a path. */
export type PathParams<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? { readonly [K in N]: string } & PathParams<R>
  : P extends `${string}:${infer N}`
    ? { readonly [K in N]: string }
    : object;

type FieldsValue<F extends Fields> = ValueOf<ComplexType<F, unknown>>;
type BodyValue<B> = B extends ComplexType ? ValueOf<B> : undefined;
/** Without a declared answer only a RestReply counts of what `run` returns. */
type AnswerValue<A> = A extends ComplexType ? ValueOf<A> | RestReply : unknown;

export interface RestInput<P extends string, Q extends Fields, H extends Fields, B> {
  readonly params: PathParams<P>;
  readonly query: FieldsValue<Q>;
  readonly headers: FieldsValue<H>;
  readonly body: BodyValue<B>;
}

/** What is sent as an example; it succeeds on a new demo where `runs` does not say otherwise. */
export interface EndpointSample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
}

/** Mistakes of known clients that are taken for what they mean. */
export interface Tolerance {
  /** It is sent by this method, too. */
  readonly method?: HttpMethod;
  /** What belongs into the body is sent in the query. */
  readonly bodyInQuery?: true;
}

interface Declared<
  P extends string,
  S extends ScopeRule,
  Q extends Fields,
  H extends Fields,
  B extends ComplexType | undefined,
  A extends ComplexType | undefined,
> {
  readonly method: HttpMethod;
  /** Below `/v1/`; a name after a colon is a parameter. */
  readonly path: P;
  readonly tag: Tag;
  readonly summary: string;
  /** More for the reference, where the summary does not say it all. */
  readonly description?: string;
  readonly scopes: S;
  /** Texts of the query by the schema language: single values, and lists with commas (`many`, `list`). */
  readonly query?: Q;
  /** Request headers, named in small letters. */
  readonly headers?: H;
  readonly body?: B;
  /** The body may come as a form (`application/x-www-form-urlencoded`) of single texts. */
  readonly takesForm?: true;
  /** It changes nothing, though it is no GET: administrators who may only read call it too. */
  readonly onlyReads?: true;
  /** Answered with 200; without it the answer is 204. */
  readonly answer?: A;
  /** Other statuses of success that `run` replies with, and what they mean. */
  readonly statuses?: Readonly<Record<number, string>>;
  /** What the domain says no with. */
  readonly refuses?: readonly RefusalClass[];
  /** The limit that a call counts against. */
  readonly throttled?: ThrottleGroup;
  /** Bytes of a body at most; 1 MiB without a word. */
  readonly bodyLimit?: number;
  readonly tolerates?: Tolerance;
  readonly sample?: EndpointSample;
  run(
    call: S extends 'none' ? RestOpenCall : RestCall,
    input: RestInput<P, Q, H, B>,
  ): MaybePromise<AnswerValue<A>>;
}

/** One of any kind, as the frame and the reference see it. */
export interface RestEndpoint {
  readonly method: HttpMethod;
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly description: string | undefined;
  readonly scopes: ScopeRule;
  readonly query: Fields;
  readonly headers: Fields;
  readonly body: ComplexType | undefined;
  readonly takesForm: boolean;
  readonly onlyReads: boolean;
  readonly answer: ComplexType | undefined;
  readonly statuses: Readonly<Record<number, string>>;
  readonly refuses: readonly RefusalClass[];
  readonly throttled: ThrottleGroup | undefined;
  readonly bodyLimit: number;
  readonly tolerates: Tolerance;
  readonly sample: EndpointSample;
  run(call: RestOpenCall, input: AnyRestInput): MaybePromise<unknown>;
}

export interface AnyRestInput {
  readonly params: object;
  readonly query: object;
  readonly headers: object;
  readonly body: unknown;
}

const LARGEST_BODY = 1024 * 1024;

export function endpoint<
  const P extends string,
  const S extends ScopeRule,
  Q extends Fields = Record<never, never>,
  H extends Fields = Record<never, never>,
  B extends ComplexType | undefined = undefined,
  A extends ComplexType | undefined = undefined,
>(declared: Declared<P, S, Q, H, B, A>): RestEndpoint {
  const { method, path, tag, summary, scopes, body, answer, throttled, description } = declared;
  return {
    method,
    path,
    tag,
    summary,
    description,
    scopes,
    query: declared.query ?? {},
    headers: declared.headers ?? {},
    body,
    takesForm: declared.takesForm ?? false,
    onlyReads: declared.onlyReads ?? false,
    answer,
    statuses: declared.statuses ?? {},
    refuses: declared.refuses ?? [],
    throttled,
    bodyLimit: declared.bodyLimit ?? LARGEST_BODY,
    tolerates: declared.tolerates ?? {},
    sample: declared.sample ?? {},
    // The frame gives it what its own declaration has read.
    run: declared.run as unknown as RestEndpoint['run'],
  };
}

/** As the log and the reference name it: `GET /meetings/{meetingId}`. */
export function nameOf({ method, path }: Pick<RestEndpoint, 'method' | 'path'>): string {
  return `${method} /${path.replace(/:([^/]+)/g, '{$1}')}`;
}
