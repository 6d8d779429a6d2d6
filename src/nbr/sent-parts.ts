/** Bytes that come with a call: in a part of their own behind the envelope, or inside of it as base64. */

import type { Argument } from './nbr-parameters.ts';
import { NoCall } from './soap-call.ts';

export interface SentParts {
  /**
   * What an argument stands for; to be read to its end, or not at all.
   * @throws NoCall when there are none, or when they are not what they say
   */
  bytesOf(argument: Argument): AsyncIterable<Uint8Array>;
}

/** Bytes of an element's text from which on it is no longer read as XML. */
const LONG_TEXT = 64 * 1024;

const CUT = 'parlance:inline:';

const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;

/**
 * Takes long texts out of a document, whose place they leave a mark in: base64 of many megabytes would be decoded,
 * parsed and joined again for nothing.
 */
export function withoutLongTexts(document: Buffer): {
  readonly rest: Buffer;
  readonly cuts: readonly Buffer[];
} {
  const cuts: Buffer[] = [];
  const rest: Buffer[] = [];
  let from = 0;
  for (let at = 0; at < document.length; ) {
    const open = document.indexOf(LESS_THAN, at);
    const end = open === -1 ? document.length : open;
    if (end - at > LONG_TEXT) {
      rest.push(document.subarray(from, at), Buffer.from(`${CUT}${cuts.length}`));
      cuts.push(document.subarray(at, end));
      from = end;
    }
    if (open === -1) break;
    const close = document.indexOf(GREATER_THAN, open);
    at = close === -1 ? document.length : close + 1;
  }
  rest.push(document.subarray(from));
  return { rest: Buffer.concat(rest), cuts };
}

/** Of a call that is an envelope alone. */
export function inlineParts(cuts: readonly Buffer[]): SentParts {
  return {
    bytesOf({ name, text, part }) {
      if (part !== undefined)
        throw new NoCall(`${name} refers to a part, and the call is no multipart/related`);
      const cut = text?.startsWith(CUT) ? cuts[Number(text.slice(CUT.length))] : undefined;
      return decodedBase64(piecesOf(cut ?? Buffer.from(text ?? '')));
    },
  };
}

const PIECE = 256 * 1024;

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

const NO_BASE64 = /[^A-Za-z0-9+/=]/;

/** White space between is passed over. @throws NoCall for anything else that is not base64 */
export async function* decodedBase64(from: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let left = '';
  for await (const bytes of from) {
    const letters = left + Buffer.from(bytes).toString('latin1').replaceAll(/\s+/g, '');
    const whole = letters.length - (letters.length % 4);
    if (NO_BASE64.test(letters) || /=/.test(letters.slice(0, whole - 4)) || /^=/.test(left))
      throw notBase64();
    left = letters.slice(whole);
    if (whole > 0) yield Buffer.from(letters.slice(0, whole), 'base64');
  }
  if (left.length === 1) throw notBase64();
  if (left !== '') yield Buffer.from(left, 'base64');
}

function notBase64(): NoCall {
  return new NoCall('the bytes of the file are not the base64 that they are to be');
}
