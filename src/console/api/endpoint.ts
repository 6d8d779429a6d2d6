/**
 * An endpoint of the console: one file declares who may call it, what it takes and what it does. The router
 * (`router.ts`) holds the rest: site, session, CSRF, bounds, errors; the manual (docs/console-api.md) comes from it too.
 */
import type { Readable } from 'node:stream';
import type { Account } from '../../accounts/account.ts';
import type { EventStream } from '../../browser/event-stream.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';
import type { Site } from '../../sites/site.ts';
import type { CallShape, Members, MemberValues } from './call-shape.ts';
import type { Asking, ConsoleAccess } from './console-access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * `site` is the one that is worked on; `folder` and the cookies are those of `home`, where the caller is signed in. They
 * differ for an owner who works on another site: `account` then stands on `site` as its administrator.
 */
export interface ApiCall extends PageCall, Asking {
  readonly home: Site;
  readonly account: Account;
  readonly browserSession: BrowserSession;
}

/** The names after colons in a path. */
export type ParamsOf<P extends string> = P extends `${string}:${infer N}/${infer R}`
  ? { readonly [K in N]: string } & ParamsOf<R>
  : P extends `${string}:${infer N}`
    ? { readonly [K in N]: string }
    : object;

export interface Given<P extends string, Q extends Members, B> {
  readonly params: ParamsOf<P>;
  readonly query: MemberValues<Q>;
  readonly body: B;
}

/** A file that was sent: as the field of a form, or as the whole body, named by the header X-File-Name. */
export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  /** Fails with TooLarge behind the endpoint's bound. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What is saved under a name. */
export interface Download {
  readonly fileName: string;
  /** With its charset. */
  readonly mediaType: string;
  readonly content: string | Buffer | Readable | AsyncIterable<string | Uint8Array>;
}

interface Declared<P extends string, Q extends Members, B> {
  readonly method: Method;
  /** Below `/<siteName>/console/api/`. */
  readonly path: P;
  readonly summary: string;
  readonly may: ConsoleAccess;
  readonly query?: Q;
  readonly body?: CallShape<B>;
  /** Bytes of a body at most; 256 KiB without a word, 16 MiB of a file. */
  readonly bodyLimit?: number;
}

interface Answering<P extends string, Q extends Members, B> extends Declared<P, Q, B> {
  readonly stream?: never;
  readonly download?: never;
  readonly framed?: never;
  readonly upload?: never;
  /** @returns what is sent as JSON */
  run(call: ApiCall, input: Given<P, Q, B>): object | Promise<object>;
}

interface Streaming<P extends string, Q extends Members, B> extends Declared<P, Q, B> {
  readonly method: 'GET';
  readonly stream: true;
  /** What it throws before the first event is an error's answer; the stream is opened by `open`. */
  run(call: ApiCall, input: Given<P, Q, B>, open: () => EventStream): void | Promise<void>;
}

interface Downloading<P extends string, Q extends Members, B> extends Declared<P, Q, B> {
  readonly download: true;
  run(call: ApiCall, input: Given<P, Q, B>): Download | Promise<Download>;
}

/** A document of somebody else's making, shown in a frame of our own pages in which nothing of it runs. */
interface Framed<P extends string, Q extends Members, B> extends Declared<P, Q, B> {
  readonly method: 'GET';
  readonly framed: true;
  /** @returns HTML */
  run(call: ApiCall, input: Given<P, Q, B>): string | Promise<string>;
}

interface Uploading<P extends string, Q extends Members, B> extends Declared<P, Q, B> {
  readonly body?: never;
  readonly upload: true;
  run(call: ApiCall, input: Given<P, Q, B> & { readonly file: UploadedFile }): object | Promise<object>;
}

export type EndpointKind = 'answer' | 'stream' | 'download' | 'framed' | 'upload';

/** One of any kind, as the router and the manual see it. */
export interface ConsoleEndpoint {
  readonly kind: EndpointKind;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly may: ConsoleAccess;
  readonly query: Members;
  readonly body: CallShape | undefined;
  readonly bodyLimit: number;
  run(call: ApiCall, input: AnyGiven, open: () => EventStream): unknown;
}

interface AnyGiven {
  readonly params: object;
  readonly query: object;
  readonly body: unknown;
  readonly file: UploadedFile | undefined;
}

const JSON_LIMIT = 256 * 1024;
const FILE_LIMIT = 16 * 1024 * 1024;

export function endpoint<const P extends string, Q extends Members = Record<never, never>, B = undefined>(
  declared: Answering<P, Q, B>,
): ConsoleEndpoint;
export function endpoint<const P extends string, Q extends Members = Record<never, never>, B = undefined>(
  declared: Streaming<P, Q, B>,
): ConsoleEndpoint;
export function endpoint<const P extends string, Q extends Members = Record<never, never>, B = undefined>(
  declared: Downloading<P, Q, B>,
): ConsoleEndpoint;
export function endpoint<const P extends string, Q extends Members = Record<never, never>, B = undefined>(
  declared: Uploading<P, Q, B>,
): ConsoleEndpoint;
export function endpoint<const P extends string, Q extends Members = Record<never, never>, B = undefined>(
  declared: Framed<P, Q, B>,
): ConsoleEndpoint;
export function endpoint(
  declared: Declared<string, Members, unknown> & {
    readonly stream?: boolean;
    readonly download?: boolean;
    readonly framed?: boolean;
    readonly upload?: boolean;
    run(...given: never[]): unknown;
  },
): ConsoleEndpoint {
  const { method, path, summary, may, query = {}, body } = declared;
  const { stream, download, framed, upload } = declared;
  return {
    kind: stream ? 'stream' : download ? 'download' : framed ? 'framed' : upload ? 'upload' : 'answer',
    method,
    path,
    summary,
    may,
    query,
    body,
    bodyLimit: declared.bodyLimit ?? (upload ? FILE_LIMIT : JSON_LIMIT),
    // The router gives it what its own declaration has read.
    run: declared.run as ConsoleEndpoint['run'],
  };
}

/** Whether it changes something: its caller proves that a page of ours has asked. */
export function isWrite({ method }: Pick<ConsoleEndpoint, 'method'>): boolean {
  return method !== 'GET';
}
