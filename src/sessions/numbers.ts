/**
 * The numbers and links of a session that follow from its key. The key alone is drawn at random and looked up by
 * an index: every further random index would cost each new session a page of the disk.
 */
import { type Random, tokenHash } from '../random.ts';

/** Keys have nine digits. */
const FIRST_KEY = 100_000_000n;
const KEYS = 900_000_000n;

/** Another number for every key, and back: whoever knows the one is meant to know the other. */
class Numbering {
  readonly #first: bigint;
  readonly #factor: bigint;
  readonly #inverse: bigint;

  /** @param factor has no divisor in common with the number of keys */
  constructor(first: bigint, factor: bigint) {
    this.#first = first;
    this.#factor = factor;
    this.#inverse = inverse(factor, KEYS);
  }

  of(sessionKey: number): number {
    return Number(this.#first + (((BigInt(sessionKey) - FIRST_KEY) * this.#factor) % KEYS));
  }

  /** The key of a number, if it is one of these. */
  keyOf(number: number): number | undefined {
    if (!Number.isSafeInteger(number)) return undefined;
    const place = BigInt(number) - this.#first;
    if (place < 0n || place >= KEYS) return undefined;
    return Number(FIRST_KEY + ((place * this.#inverse) % KEYS));
  }
}

/** Nine digits, different from the key (recorded 2016-07). */
export const EVENT_IDS = new Numbering(100_000_000n, 617_283_953n);

/** Ten digits, in 32 bits with a sign: a portal in ColdFusion reads no more. */
export const CONF_IDS = new Numbering(1_000_000_000n, 531_441_277n);

/** The confID of before, which histories and clients may still hold. */
const FORMER_CONF_IDS = new Numbering(3_000_000_000n, 531_441_277n);

export function keyOfConfID(confID: number): number | undefined {
  return CONF_IDS.keyOf(confID) ?? FORMER_CONF_IDS.keyOf(confID);
}

const KEY_DIGITS = 8;

/** The MTID of a link: the key in 8 hex digits, which finds the session, and 24 that nobody can guess. */
export function newLinkToken(sessionKey: number, random: Random): string {
  return sessionKey.toString(16).padStart(KEY_DIGITS, '0') + random.bytes(12).toString('hex');
}

/** The RGID of the link to register by: who may register is not told the password. */
export function registerTokenOf(attendeeToken: string): string {
  return tokenFrom(attendeeToken, 'register');
}

/** The MTID of the link for those who are not invited: what is behind it tells no password and no agenda. */
export function publicTokenOf(attendeeToken: string): string {
  return tokenFrom(attendeeToken, 'public');
}

/** The MTID of the link for panelists, which nobody else is given. */
export function panelistTokenOf(attendeeToken: string): string {
  return tokenFrom(attendeeToken, 'panelist');
}

/** It follows from the attendees' token, which nobody finds from it. */
function tokenFrom(attendeeToken: string, purpose: string): string {
  const rest = tokenHash(`${purpose}:${attendeeToken}`).toString('hex');
  return attendeeToken.slice(0, KEY_DIGITS) + rest.slice(0, attendeeToken.length - KEY_DIGITS);
}

/** The key that a link's token begins with. */
export function keyOfToken(token: string): number | undefined {
  return /^[0-9a-f]{32}$/.test(token) ? Number.parseInt(token.slice(0, KEY_DIGITS), 16) : undefined;
}

/** Euclid's algorithm, extended. */
function inverse(factor: bigint, modulus: bigint): bigint {
  let [rest, nextRest, found, nextFound] = [modulus, factor % modulus, 0n, 1n];
  while (nextRest !== 0n) {
    const times = rest / nextRest;
    [rest, nextRest] = [nextRest, rest - times * nextRest];
    [found, nextFound] = [nextFound, found - times * nextFound];
  }
  if (rest !== 1n) throw new RangeError(`${factor} and ${modulus} have a divisor in common`);
  return found < 0n ? found + modulus : found;
}
