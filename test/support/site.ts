import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before } from 'node:test';
import { hash } from '@node-rs/argon2';
import { exceptionsOf } from '../../scripts/docs/exceptions-of.ts';
import type { Privileges, Profile } from '../../src/accounts/account-profile.ts';
import type { NewAccount } from '../../src/accounts/accounts.ts';
import type { Context } from '../../src/context.ts';
import type { Database } from '../../src/database/database.ts';
import { DEMO_PASSWORD, foundDemo } from '../../src/demo.ts';
import { openLog } from '../../src/log.ts';
import type { Partially } from '../../src/merge.ts';
import { type Beside, startServer } from '../../src/server.ts';
import { defaultSettings, type Settings } from '../../src/settings.ts';
import { TestClock } from '../../src/testing/test-clock.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { readXml } from '../../src/xml/reader.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import type { TestDatabases } from './databases.ts';
import { schemaValidator, type Validate } from './schemas.ts';

/** A whole server inside the test, with the demo founded. Every XML answer is held against the served XSDs. */

/** Whom a request comes from: the elements of its security context. */
export type Caller = Readonly<Record<string, string | number | undefined>>;

export const PASSWORD = DEMO_PASSWORD;
export const ADMIN = { siteName: 'acme', webExID: 'admin', password: PASSWORD };
export const HOST = { siteName: 'acme', webExID: 'hostid', password: PASSWORD };
export const GUEST = { siteName: 'acme', webExID: 'guest', password: PASSWORD };
export const CI_ADMIN = { siteName: 'acme-ci', webExID: 'admin@acme.com', password: PASSWORD };

export { TestClock };

export interface LogEntry {
  readonly id?: string;
  readonly msg: string;
  readonly site?: string;
  readonly caller?: string;
  readonly operations?: readonly string[];
  readonly hints?: readonly string[];
  readonly failures?: readonly {
    readonly exceptionID: string;
    readonly reason: string;
    readonly detail?: string;
  }[];
}

/** An answer of the XML API, taken apart. */
export class Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly root: XmlElement;
  /** A `response` for each bodyContent of the request. */
  readonly responses: readonly XmlElement[];
  readonly bodyContents: readonly XmlElement[];
  /** What the log tells of the request. */
  readonly logged: LogEntry | undefined;

  constructor(status: number, headers: Headers, text: string, logged: LogEntry | undefined) {
    this.status = status;
    this.headers = headers;
    this.text = text;
    this.logged = logged;
    this.root = readXml(Buffer.from(text)).root;
    this.responses = elements(this.root, 'header/response');
    this.bodyContents = elements(this.root, 'body/bodyContent');
  }

  /** Of the first response. */
  get result(): string | undefined {
    return textOf(this.responses[0], 'result');
  }

  get exceptionID(): string | undefined {
    return textOf(this.responses[0], 'exceptionID');
  }

  get reason(): string | undefined {
    return textOf(this.responses[0], 'reason');
  }

  get hints(): readonly string[] {
    return this.logged?.hints ?? [];
  }

  /** Of the first bodyContent: the elements at a path of local names such as `user/webExId`. */
  all(path: string): XmlElement[] {
    return elements(this.bodyContents[0], path);
  }

  /** The text of each of them. */
  texts(path: string): string[] {
    return this.all(path).map((element) => element.text);
  }

  /** The text of the first of them. */
  value(path: string): string | undefined {
    return textOf(this.bodyContents[0], path);
  }
}

/** The elements at a path of local names below an element. */
export function elements(from: XmlElement | undefined, path: string): XmlElement[] {
  let found = from ? [from] : [];
  for (const name of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return found;
}

export function textOf(from: XmlElement | undefined, path: string): string | undefined {
  return elements(from, path)[0]?.text;
}

/** Escapes what a test puts between tags. */
export function xml(text: string | number): string {
  return String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `user.GetUser` becomes a bodyContent of that operation. Other forms of the type are kept. */
export function bodyContent(type: string, content = ''): string {
  const full = /^[a-z]+\.[A-Z]/.test(type) ? `java:com.webex.service.binding.${type}` : type;
  return `<bodyContent xsi:type="${full}">${content}</bodyContent>`;
}

/** A whole request in the form of the seeds. */
export function message(bodyContents: string, context: Caller = ADMIN): string {
  const credentials = Object.entries(context).map(([name, value]) =>
    value === undefined ? '' : `<${name}>${xml(value)}</${name}>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<serv:message xmlns:serv="http://www.webex.com/schemas/2002/06/service"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<header><securityContext>${credentials.join('')}</securityContext></header>` +
    `<body>${bodyContents}</body></serv:message>`
  );
}

/** An account to be made without a request. Names that are not given are made up. */
export interface Person extends Partial<Omit<NewAccount, 'profile'>> {
  readonly siteName?: string;
  readonly privileges?: Partial<Privileges>;
  readonly profile?: Partially<Profile>;
}

export interface PostOptions {
  /** With its leading slash. */
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestSite extends AsyncDisposable {
  readonly url: string;
  readonly clock: TestClock;
  readonly context: Context;
  /** Every line of the log, as it was written. */
  readonly log: readonly string[];
  /** Sends bytes to the XML API. The answer is valid, or this throws. */
  post(body: string | Uint8Array, options?: PostOptions): Promise<Answer>;
  /** Calls one operation, as the administrator of acme when nobody else is named. */
  call(type: string, content?: string, context?: Caller): Promise<Answer>;
  /** The same, and it must succeed. */
  ok(type: string, content?: string, context?: Caller): Promise<Answer>;
  /** The same, and it must fail with that number. */
  refused(exceptionID: string, type: string, content?: string, context?: Caller): Promise<Answer>;
  /** Makes an account with the demo's password, and gives what it signs in with. */
  person(person?: Person): Promise<{ siteName: string; webExID: string; password: string }>;
  /** Sends bytes through a socket of their own; everything that comes back. */
  raw(bytes: string | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

export interface SiteOptions {
  readonly settings?: Partial<Settings>;
  /** One that stands still in March 2026, without it. `now` is the machine's time at the start, as browsers see it. */
  readonly clock?: TestClock | 'now';
  /** What answers beside the pages. */
  readonly beside?: Beside;
}

export const INSTALLATION_KEY = Buffer.from('the key of an installation in a test');

/**
 * A hash says itself how dear it is to compare with. Comparing takes its time by design, and in the tests it would take
 * a tenth of theirs: the demo's password is hashed as cheaply as argon2id (the library's number 2) can be.
 */
const demoHash = hash(DEMO_PASSWORD, { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 });

export async function startSite(database: Database, options: SiteOptions = {}): Promise<TestSite> {
  const clock = options.clock === 'now' ? new TestClock(Date.now()) : (options.clock ?? new TestClock());
  const lines: string[] = [];
  const server = await startServer({
    settings: defaultSettings({ port: 0, host: '127.0.0.1', logLevel: 'debug', ...options.settings }),
    database,
    secret: INSTALLATION_KEY,
    ...(options.beside && { beside: options.beside }),
    clock,
    log: openLog(options.settings?.logLevel ?? 'debug', { write: (line) => void lines.push(line) }),
  });
  const { url, context } = server;
  const passwordHash = await demoHash;
  const founded = async () => {
    await foundDemo({ ...context, passwords: { ...context.passwords, hash: async () => passwordHash } });
    return schemaValidator(url);
  };
  const validate = await founded().catch(async (error: unknown) => {
    // A server that goes on listening would keep the process of the tests alive for ever.
    await server.close();
    throw error;
  });
  let people = 0;

  const site: TestSite = {
    url,
    clock,
    context,
    log: lines,
    post: (body, post) => exchange(url, body, post, lines, validate),
    call: (type, content, caller) => site.post(message(bodyContent(type, content), caller)),
    async ok(type, content, caller) {
      const answer = await site.call(type, content, caller);
      assert.equal(answer.result, 'SUCCESS', `${type}: ${answer.exceptionID} ${answer.reason}`);
      return answer;
    },
    async refused(exceptionID, type, content, caller) {
      const answer = await site.call(type, content, caller);
      assert.equal(answer.exceptionID, exceptionID, `${type}: ${answer.result} ${answer.reason}`);
      return answer;
    },
    async person(person = {}) {
      const { siteName = 'acme', privileges, profile, ...given } = person;
      people += 1;
      const email = given.email ?? `person${people}@acme.com`;
      const webExId = given.webExId ?? (siteName === 'acme-ci' ? email : `person${people}`);
      await context.accounts.create(await context.sites.required(siteName), {
        firstName: 'Percy',
        lastName: 'Person',
        passwordHash,
        ...given,
        email,
        webExId,
        profile: { ...profile, ...(privileges && { privileges }) },
      });
      return { siteName, webExID: webExId, password: DEMO_PASSWORD };
    },
    raw: (bytes) => throughSocket(new URL(url), bytes),
    close: () => server.close(),
    [Symbol.asyncDispose]: () => server.close(),
  };
  return site;
}

/** One server for all tests of a suite, which must not disturb each other. */
export function sharedSite(open: TestDatabases['open'], options?: SiteOptions): () => TestSite {
  let site: TestSite | undefined;
  before(async () => {
    site = await startSite(await open(), options);
  });
  after(() => site?.close());
  return () => {
    assert.ok(site, 'the site is there while tests run');
    return site;
  };
}

async function exchange(
  url: string,
  body: string | Uint8Array,
  { path = '/WBXService/XMLService', method = 'POST', headers = {} }: PostOptions = {},
  lines: readonly string[],
  validate: Validate,
): Promise<Answer> {
  const bytes = typeof body === 'string' ? body : new Uint8Array(body);
  const answer = await fetch(url + path, method === 'GET' ? { headers } : { method, headers, body: bytes });
  const text = await answer.text();
  const id = answer.headers.get('x-request-id');
  const line = lines.findLast((written) => id !== null && written.includes(`"${id}"`));
  try {
    validate(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`${answer.status}, not valid: ${why}\nsent: ${shown(body)}\nanswered: ${text}`);
  }
  const entry = line ? (JSON.parse(line) as LogEntry) : undefined;
  if (entry) assertTold(entry);
  return new Answer(answer.status, answer.headers, text, entry);
}

const TOLD = new Map(
  OPERATIONS.map((operation) => [operation.name, new Set(exceptionsOf(operation).map(({ id }) => id))]),
);

/** An operation is refused with nothing that its page in the manual does not tell. */
function assertTold({ operations = [], failures = [] }: LogEntry): void {
  const [operation, ...others] = operations;
  const [failure, ...more] = failures;
  if (operation === undefined || !failure || others.length > 0 || more.length > 0) return;
  assert.ok(
    TOLD.get(operation)?.has(failure.exceptionID),
    `${operation} is refused with ${failure.exceptionID} (${failure.reason}), which it does not declare: see \`refuses\``,
  );
}

function shown(body: string | Uint8Array): string {
  const text = typeof body === 'string' ? body : Buffer.from(body).toString('latin1');
  return text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text;
}

async function throughSocket({ hostname, port }: URL, bytes: string | Uint8Array): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  socket.on('error', reject);
  return promise;
}
