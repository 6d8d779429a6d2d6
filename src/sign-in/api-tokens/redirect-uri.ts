/** Where an integration may have people sent back to: `https`, or `http` on the person's own machine (RFC 8252, 7.3). */
import { RuleBroken } from '../../refusal.ts';

const LONGEST = 1_000;

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** @throws RuleBroken when nobody may be sent there */
export function checkRedirectUri(address: string): void {
  const broken = (rule: string) => new RuleBroken('redirectUris', rule);
  if (address.length > LONGEST) throw broken(`an address can have ${LONGEST} letters at most`);
  if (!/^[\x21-\x7e]+$/.test(address) || /[\\*<>"]/.test(address) || !URL.canParse(address))
    throw broken(`${address} is no address`);
  const { protocol, hostname, username, password } = new URL(address);
  const isLoopback = protocol === 'http:' && LOOPBACK.has(hostname);
  if (protocol !== 'https:' && !isLoopback) {
    throw broken('an address begins with https, or with http and localhost, 127.0.0.1 or [::1]');
  }
  if (address.includes('#')) throw broken('an address has no fragment');
  if (username !== '' || password !== '') throw broken('an address has no credentials');
}

/**
 * Whether a code may be sent there: letter by letter, but for the port of the person's own machine, which a program
 * gets from its system when it starts (RFC 8252, 7.3).
 */
export function isRegistered(address: string, registered: readonly string[]): boolean {
  return registered.some((one) => one === address || isOtherPort(address, one));
}

function isOtherPort(sent: string, address: string): boolean {
  if (!address.startsWith('http:') || !/^http:\/\/(?:127\.0\.0\.1|\[::1\])(?=[:/]|$)/.test(sent))
    return false;
  return isPlain(sent) && withoutPort(sent) === withoutPort(address);
}

function isPlain(address: string): boolean {
  return (
    address.length <= LONGEST &&
    /^[\x21-\x7e]+$/.test(address) &&
    !/[\\#@<>"]/.test(address) &&
    URL.canParse(address)
  );
}

function withoutPort(address: string): string {
  return address.replace(/^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::\d{1,5})?(?=\/|\?|$)/, '$1');
}
