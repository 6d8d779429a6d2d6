/** The keys of a telephone, as RTP (RFC 4733) and SIP's INFO tell them. */

const KEYS = '0123456789*#ABCD';

export type Key = string;

/** Tells each key once, however often it is said: packets of one keystroke have one timestamp. */
export class KeyReader {
  #last: number | undefined;

  /** @param payload of a packet of telephone-event */
  read(timestamp: number, payload: Uint8Array): Key | undefined {
    if (payload.length < 4 || timestamp === this.#last) return undefined;
    const key = KEYS[payload[0] ?? 255];
    if (key !== undefined) this.#last = timestamp;
    return key;
  }
}

/** `application/dtmf-relay` has lines, `application/dtmf` the key alone; both were never a standard. */
export function keyOfInfo(type: string, text: string): Key | undefined {
  if (type === 'application/dtmf-relay') return keyOf(/^\s*Signal\s*=\s*(\S+)\s*$/im.exec(text)?.[1] ?? '');
  if (type === 'application/dtmf') return keyOf(text.trim());
  return undefined;
}

/** Some say the number of the event in place of the sign. */
function keyOf(word: string): Key | undefined {
  if (/^1[0-5]$/.test(word)) return KEYS[Number(word)];
  return word.length === 1 && KEYS.includes(word.toUpperCase()) ? word.toUpperCase() : undefined;
}
