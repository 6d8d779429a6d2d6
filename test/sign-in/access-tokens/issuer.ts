import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { Context } from '../../../src/context.ts';
import { DEFAULT_SITE_SETTINGS } from '../../../src/sites/site.ts';
import type { TestClock } from '../../support/site.ts';

/** An OpenID provider in the hands of the test: it signs whatever it is told, and answers as badly as it is told. */

/** What it does with a question; without one it answers as it should. */
export type Manner = (request: IncomingMessage, response: ServerResponse) => void;

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

export const AUDIENCE = 'https://meetings.example/';

export class Issuer implements AsyncDisposable {
  readonly #clock: TestClock;
  #server: Server | undefined;
  #port = 0;
  #keys: Keys | undefined;
  #kid = 0;
  /** The paths that it was asked, in their order. */
  readonly asked: string[] = [];
  /** How it answers at a path. */
  readonly manners = new Map<string, Manner>();
  /** What introspection says of each token; of any other that it is not active. */
  readonly opaque = new Map<string, Record<string, unknown>>();
  /** What discovery says beside or in place of what it should. */
  discovery: Record<string, unknown> = {};

  constructor(clock: TestClock) {
    this.#clock = clock;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Its private and its public key of now. */
  get keys(): Keys {
    if (!this.#keys) throw new Error('it has not been started');
    return this.#keys;
  }

  get kid(): string {
    return `key-${this.#kid}`;
  }

  async publicKey(): Promise<JWK> {
    return { ...(await exportJWK(this.keys.publicKey)), kid: this.kid, alg: 'RS256', use: 'sig' };
  }

  /** Signs with a new key from now on, and publishes that one alone. */
  async rotate(): Promise<void> {
    this.#keys = await generateKeyPair('RS256', { extractable: true });
    this.#kid += 1;
  }

  /** Listens, at the port of before when it has been stopped. */
  async start(): Promise<this> {
    if (!this.#keys) await this.rotate();
    const server = createServer((request, response) => void this.#answer(request, response));
    server.listen(this.#port, '127.0.0.1');
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (!server) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  /** Makes acme-ci take its tokens. */
  async trustedBy({ sites }: Context, more: Record<string, unknown> = {}): Promise<void> {
    const commonIdentity = {
      ...DEFAULT_SITE_SETTINGS.commonIdentity,
      issuer: this.url,
      audience: AUDIENCE,
      clientID: 'parlance',
      clientSecret: 'a secret: of two+parts',
      ...more,
    };
    await sites.change('acme-ci', { settings: { commonIdentity } });
  }

  /** Seconds since 1970 by the test's clock. */
  get now(): number {
    return Math.floor(this.#clock.now() / 1000);
  }

  /** A token that is in order, but for the claims that are given; `undefined` leaves one out. */
  async token(claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> {
    return new SignJWT(this.claims(claims))
      .setProtectedHeader({ alg: 'RS256', kid: this.kid, typ: 'at+jwt', ...header })
      .sign(this.keys.privateKey);
  }

  claims(claims: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      iss: this.url,
      aud: AUDIENCE,
      sub: '4711',
      email: 'hostid@acme.com',
      iat: this.now,
      exp: this.now + 3600,
      ...claims,
    };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    this.asked.push(path);
    const manner = this.manners.get(path) ?? this.manners.get('*');
    if (manner) return manner(request, response);
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(await this.#said(path, request)));
  }

  async #said(path: string, request: IncomingMessage): Promise<unknown> {
    if (path === '/keys') return { keys: [await this.publicKey()] };
    if (path !== '/introspect') {
      return {
        issuer: this.url,
        jwks_uri: `${this.url}/keys`,
        introspection_endpoint: `${this.url}/introspect`,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        ...this.discovery,
      };
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const token = new URLSearchParams(Buffer.concat(chunks).toString()).get('token') ?? '';
    const proof = Buffer.from(request.headers.authorization?.slice('Basic '.length) ?? '', 'base64');
    const isClient =
      decodeURIComponent(proof.toString().replaceAll('+', ' ')) === 'parlance:a secret: of two+parts';
    return (isClient && this.opaque.get(token)) || { active: false };
  }
}

export const says =
  (status: number, body: string, headers: Record<string, string> = {}): Manner =>
  (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body);

/** Takes the question, and never answers. */
export const staysSilent: Manner = () => {};
