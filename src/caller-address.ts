/** Where a request comes from: the address of the connection, or what a trusted proxy says in its place. */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** What is read of a request of node:http; Fastify has it as `request.raw`. */
export interface Arrived {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

/** The caller's IPv4 or IPv6 address; none when the connection has gone. */
export type CallerAddress = (request: Arrived) => string | undefined;

/**
 * @param trustedProxies addresses and networks (`10.0.0.0/8`), with commas: what they write into X-Forwarded-For
 * counts. Anybody else could write anything there.
 */
export function callerAddresses(trustedProxies: string): CallerAddress {
  const trusted = proxiesOf(trustedProxies);
  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? '');
    if (!trusted) return address || undefined;
    const before = String(headers['x-forwarded-for'] ?? '').split(',');
    // Each proxy adds at the end whom it was called by: as far back as those are trusted who say so.
    while (isTrusted(trusted, address)) {
      const earlier = plain((before.pop() ?? '').trim());
      if (isIP(earlier) === 0) break;
      address = earlier;
    }
    return address || undefined;
  };
}

/** Whether an address is among addresses and networks (`10.0.0.0/8`), with commas; none are in an empty list. */
export function networksOf(list: string): (address: string) => boolean {
  const networks = proxiesOf(list);
  return (address) => networks !== undefined && isTrusted(networks, plain(address));
}

function proxiesOf(list: string): BlockList | undefined {
  const entries = list.split(/[\s,]+/).filter(Boolean);
  if (entries.length === 0) return undefined;
  const proxies = new BlockList();
  for (const entry of entries) {
    const [address = '', bits] = entry.split('/');
    if (bits === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(bits), familyOf(address));
  }
  return proxies;
}

function isTrusted(proxies: BlockList, address: string): boolean {
  return isIP(address) !== 0 && proxies.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** Without what a socket for both families adds to an IPv4 address, and without the zone of a link. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, '')
    .replace(/%.*$/, '');
}
