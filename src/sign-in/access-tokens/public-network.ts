/**
 * Questions at public addresses alone. A site's administrators name their provider, and are trusted with their site, not
 * with what this server reaches inside of its network.
 */
import { Agent, request } from 'node:https';
import { Readable } from 'node:stream';
import { isPublicAddress, literalAddress, lookUpBy } from '../../http/public-addresses.ts';
import { IdentityProviderWrong } from '../failures.ts';

/** A connection that another rule has let through is never used again. */
const agent = new Agent({ keepAlive: false });

/**
 * As `fetch` asks, without redirects.
 * @throws IdentityProviderWrong when the address is not https, or leads to one that is not public
 */
export async function askPublicly(
  url: URL,
  { method = 'GET', headers = {}, body, signal }: PublicQuestion,
): Promise<Response> {
  if (url.protocol !== 'https:') throw new IdentityProviderWrong(`${url.href} is not https`);
  const literal = literalAddress(url);
  if (literal !== undefined && !isPublicAddress(literal)) throw notPublic(literal);
  const sent = body === undefined ? undefined : Buffer.from(await new Response(body).arrayBuffer());
  const isForm =
    body instanceof URLSearchParams && !Object.keys(headers).some((name) => /^content-type$/i.test(name));
  return new Promise((done, failed) => {
    const asked = request(url, {
      method,
      agent,
      signal,
      lookup: lookUpPublic,
      headers: {
        ...headers,
        ...(isForm && { 'Content-Type': 'application/x-www-form-urlencoded;charset=UTF-8' }),
        ...(sent && { 'Content-Length': sent.length }),
      },
    });
    asked.on('error', failed);
    asked.on('response', (answer) => {
      const status = answer.statusCode ?? 500;
      const told = new Headers();
      for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2) {
        told.append(answer.rawHeaders[at] ?? '', answer.rawHeaders[at + 1] ?? '');
      }
      const isEmpty = status === 204 || status === 205 || status === 304;
      if (isEmpty) answer.resume();
      done(
        new Response(isEmpty ? null : (Readable.toWeb(answer) as ReadableStream), { status, headers: told }),
      );
    });
    asked.end(sent);
  });
}

export interface PublicQuestion {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: ConstructorParameters<typeof Response>[0];
  readonly signal: AbortSignal;
}

export const lookUpPublic = lookUpBy(isPublicAddress, notPublic);

function notPublic(name: string): IdentityProviderWrong {
  return new IdentityProviderWrong(`${name} is not at a public address`);
}
