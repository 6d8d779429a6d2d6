/**
 * Which addresses are public, and connections to such alone. Whoever names an address that this server is to ask must
 * not reach with it what stands inside of its network: a name is looked up, and what it led to is what is connected to, so
 * that it cannot be another address a moment later.
 */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

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

/** Whether an address may be connected to. */
export type AddressRule = (address: string) => boolean;

/** Public addresses, and those of a list beside them. @param networks such as `10.1.0.0/16, ::1`, or nothing */
export function publicOr(networks: string): AddressRule {
  const listed = new BlockList();
  for (const network of networks.split(/[\s,]+/).filter((each) => each !== '')) {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    listed.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) =>
    isPublicAddress(address) || listed.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The literal address that a URL names, without brackets; nothing where it names a host. */
export function literalAddress({ hostname }: URL): string | undefined {
  const literal = hostname.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 ? undefined : literal;
}

/**
 * Looks a name up for a connection. One address that may not be connected to is enough to refuse all of them: whoever
 * answers for the name chooses which is connected to.
 * @param refused what the connection fails with
 */
export function lookUpBy(mayConnect: AddressRule, refused: (name: string) => Error): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 0);
      const isRefused = addresses.some(({ address }) => !mayConnect(address));
      const [first] = addresses;
      if (isRefused || !first) return callback(refused(hostname), '', 0);
      if (options.all === true) return callback(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}
