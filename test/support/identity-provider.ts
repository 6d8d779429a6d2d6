import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth, logout, type SamlpRequest, type SamlpResponse, type SessionParticipant } from 'samlp';
import SessionParticipants from 'samlp/lib/sessionParticipants/index.js';
import { selfSignedCertificate } from '../../src/sign-in/saml/certificate.ts';
import type { XmlElement } from '../../src/xml/element.ts';
import { readXml } from '../../src/xml/reader.ts';

/**
 * The identity provider of the tests: samlp 8 by Auth0, which is middleware for Express, on a server with a sign-in
 * form and sessions. It takes requests by HTTP-Redirect, posts its assertions, and speaks single logout by
 * HTTP-Redirect. It cannot encrypt, and signs the assertion alone.
 */

/** Somebody who can sign in at the provider. */
export interface Member {
  readonly user: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface IdentityProvider extends AsyncDisposable {
  /** At `localhost`, which is another site than 127.0.0.1 for a browser. Without a slash at the end. */
  readonly url: string;
  /** Its part of the site's settings, `samlSSO`. */
  readonly settings: {
    readonly idpIssuer: string;
    readonly idpLoginUrl: string;
    readonly idpLogoutUrl: string;
    readonly idpCertificates: readonly string[];
  };
  /** Reads the metadata of a site. After that people can be sent there. */
  learn(metadataUrl: string): Promise<void>;
  /** Who is signed in here, in some browser. */
  signedIn(): string[];
}

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';
const NAME_ID_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';

/** Somebody's session here, and the sessions that they have at service providers because of it. */
interface Session {
  readonly member: Member;
  readonly participants: SessionParticipant[];
  readonly memory: Record<string, unknown>;
}

/** What the provider has learned of a service provider. */
interface Partner {
  readonly entityID: string;
  readonly assertionConsumer: string;
  readonly logout: string;
  /** PEM. */
  readonly certificate: string;
}

/** @param members who can sign in, without a password */
export async function startIdentityProvider(members: readonly Member[]): Promise<IdentityProvider> {
  const { key, certificate } = ownKey();
  const sessions = new Map<string, Session>();
  const partners = new Map<string, Partner>();
  const server = createServer((request, response) => {
    expressed(request, response).then(
      ([req, res]) => answer(req, res),
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const credentials = { issuer: `${url}/metadata`, cert: certificate, key };

  function answer(request: SamlpRequest, response: SamlpResponse): void {
    const { pathname } = new URL(request.originalUrl, url);
    const id = /(?:^|; )idp=([^;]*)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const session = sessions.get(id);
    const next = (error?: unknown) => {
      response.statusCode = 500;
      response.send(`the provider fails: ${error instanceof Error ? error.stack : error}`);
    };
    if (pathname === '/sign-in') signIn(request, response);
    else if (pathname === '/sso' && session) assert(session, request, response, next);
    else if (pathname === '/sso') ask(request, response);
    else if (pathname === '/logout' && session) leave(id, session, request, response, next);
    else {
      const who = session ? `You are ${session.member.user} here` : 'You are nobody here';
      response.send(`<!DOCTYPE html><title>Provider</title><h1>${who}</h1>`);
    }
  }

  /** The sign-in form; where to go on lies in it. */
  function ask({ originalUrl }: SamlpRequest, response: SamlpResponse): void {
    response.set('Content-Type', 'text/html');
    response.send(`<!DOCTYPE html><title>Provider</title><h1>Your organisation</h1>
<form method="post" action="/sign-in"><input type="hidden" name="next" value="${originalUrl.replaceAll('&', '&amp;')}">
<label>Name<input name="user"></label><button>Go in</button></form>`);
  }

  function signIn({ body }: SamlpRequest, response: SamlpResponse): void {
    const member = members.find(({ user }) => user === body.user);
    if (!member) {
      response.send(401);
      return;
    }
    const id = randomUUID();
    sessions.set(id, { member, participants: [], memory: {} });
    response.setHeader('Set-Cookie', `idp=${id}; Path=/; HttpOnly; SameSite=Lax`);
    response.redirect(new URL(body.next ?? '/', url).href);
  }

  /** Posts an assertion: for the AuthnRequest that came, or for the service provider that `sp` names. */
  function assert(
    { member, participants }: Session,
    request: SamlpRequest,
    response: SamlpResponse,
    next: (error?: unknown) => void,
  ): void {
    const { sp, RelayState } = request.query;
    const [only] = partners.values();
    const partner = sp === undefined ? only : partners.get(sp);
    if (!partner) {
      next('no such service provider');
      return;
    }
    const sessionIndex = `_${randomUUID()}`;
    participants.push({
      serviceProviderId: partner.entityID,
      nameId: member.attributes.email ?? '',
      nameIdFormat: NAME_ID_FORMAT,
      sessionIndex,
      serviceProviderLogoutURL: partner.logout,
      cert: partner.certificate,
      binding: REDIRECT,
    });
    auth({
      ...credentials,
      getUserFromRequest: () => member,
      getPostURL: (_audience, _request, _from, done) => done(null, partner.assertionConsumer),
      profileMapper: ({ attributes }: Member) => ({
        getClaims: () => attributes,
        getNameIdentifier: () => ({
          nameIdentifier: attributes.email ?? '',
          nameIdentifierFormat: NAME_ID_FORMAT,
        }),
      }),
      audience: partner.entityID,
      destination: partner.assertionConsumer,
      recipient: partner.assertionConsumer,
      sessionIndex,
      lifetimeInSeconds: 300,
      ...(RelayState !== undefined && { RelayState }),
    })(request, response, next);
  }

  /** Signs them out here, and at every service provider in turn. */
  function leave(
    id: string,
    session: Session,
    request: SamlpRequest,
    response: SamlpResponse,
    next: (error?: unknown) => void,
  ): void {
    request.session = session.memory;
    logout({
      ...credentials,
      deflate: true,
      protocolBinding: REDIRECT,
      sessionParticipants: new SessionParticipants(session.participants),
      clearIdPSession(done) {
        sessions.delete(id);
        done();
      },
    })(request, response, next);
  }

  return {
    url,
    settings: {
      idpIssuer: credentials.issuer,
      idpLoginUrl: `${url}/sso`,
      idpLogoutUrl: `${url}/logout`,
      idpCertificates: [certificate],
    },
    async learn(metadataUrl) {
      const partner = partnerOf(await (await fetch(metadataUrl)).text());
      partners.set(partner.entityID, partner);
    },
    signedIn: () => [...sessions.values()].map(({ member }) => member.user),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A new key, and the certificate that goes with it. */
function ownKey(): { readonly key: string; readonly certificate: string } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const der = selfSignedCertificate({
    privateKey,
    commonName: 'The identity provider of a test',
    serialNumber: Buffer.from([1]),
    notBefore: Date.now() - 86_400_000,
    notAfter: Date.now() + 86_400_000,
  });
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: pem(der.toString('base64')),
  };
}

function pem(base64: string): string {
  const lines = base64.replace(/\s/g, '').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function partnerOf(metadata: string): Partner {
  const { root } = readXml(Buffer.from(metadata));
  const location = (name: string) => below(root, name)?.attributes.Location ?? '';
  return {
    entityID: root.attributes.entityID ?? '',
    assertionConsumer: location('AssertionConsumerService'),
    logout: location('SingleLogoutService'),
    certificate: pem(below(root, 'X509Certificate')?.text ?? ''),
  };
}

/** The first element of that local name. */
function below(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : below(child, name);
    if (found) return found;
  }
  return undefined;
}

/** The request and the response as Express hands them on. */
async function expressed(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<[SamlpRequest, SamlpResponse]> {
  const originalUrl = request.url ?? '/';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { searchParams } = new URL(originalUrl, 'http://localhost');
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const req: SamlpRequest = Object.assign(request, {
    query: Object.fromEntries(searchParams),
    body: Object.fromEntries(form),
    session: {},
    originalUrl,
    protocol: 'http',
  });
  const res: SamlpResponse = Object.assign(response, {
    set: (name: string, value: string) => void response.setHeader(name, value),
    send(body: number | string) {
      if (typeof body === 'number') response.statusCode = body;
      if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'text/html');
      response.end(String(body));
    },
    redirect: (address: string) => void response.writeHead(302, { Location: address }).end(),
  });
  return [req, res];
}
