/**
 * Questions at public addresses alone. A site's administrators name their provider, and are trusted with their site, not
 * with what this server reaches inside of its network: a name is looked up, and what it led to is what is connected to,
 * so that it cannot be another address a moment later.
 */
import { lookup as resolve } from 'node:dns';
import { Agent, request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { IdentityProviderWrong } from '../failures.ts';

/** The registries of special addresses (RFC 6890 and its successors). */
const SPECIAL: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Of IPv6 only what is handed out for the Internet is public, and of that not what carries IPv4 or is for examples. */
const INTERNET_6 = new BlockList();
INTERNET_6.addSubnet('2000::', 3, 'ipv6');
const SPECIAL_6: readonly (readonly [network: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [network, bits] of SPECIAL) special.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of SPECIAL_6) special.addSubnet(network, bits, 'ipv6');

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return INTERNET_6.check(address, 'ipv6') && !special.check(address, 'ipv6');
    default:
      return false;
  }
}

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
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) !== 0 && !isPublicAddress(literal)) throw notPublic(literal);
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

/** One address of a name that is not public is enough to refuse all of them: it chooses who connects. */
export const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error, '', 0);
    const inside = addresses.find(({ address }) => !isPublicAddress(address));
    const [first] = addresses;
    if (inside || !first) return callback(notPublic(hostname), '', 0);
    if (options.all === true) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};

function notPublic(name: string): IdentityProviderWrong {
  return new IdentityProviderWrong(`${name} is not at a public address`);
}
