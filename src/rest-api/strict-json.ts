/**
 * JSON as RFC 8259 and I-JSON (RFC 7493) have it: what two readers could take differently is refused. A name that stands
 * twice in an object, a whole number beyond 2^53, half a surrogate, and control characters that XML has no way to write:
 * one meeting is read by both interfaces.
 */
import { RequestUnreadable } from './rest-refusals.ts';

const DEEPEST = 32;

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** @throws RequestUnreadable */
export function strictJson(bytes: Buffer): unknown {
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    throw new RequestUnreadable('the body is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new RequestUnreadable('the body is not JSON');
  }
  checkText(text);
  return value;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What JSON.parse lets by. The text is well-formed JSON. */
function checkText(text: string): void {
  /** The names of each object around, nothing for an array. */
  const around: (Set<string> | undefined)[] = [];
  let at = 0;
  let isName = false;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    switch (code) {
      case QUOTE: {
        const end = endOfString(text, at);
        const names = around.at(-1);
        if (isName && names) addName(names, text.slice(at, end));
        else checkCharacters(text.slice(at, end));
        isName = false;
        at = end;
        continue;
      }
      case 0x7b: // {
        around.push(new Set());
        isName = true;
        break;
      case 0x5b: // [
        around.push(undefined);
        isName = false;
        break;
      case 0x7d:
      case 0x5d:
        around.pop();
        isName = false;
        break;
      case 0x2c: // ,
        isName = around.at(-1) !== undefined;
        break;
      default:
        if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
          at = checkedNumber(text, at);
          continue;
        }
    }
    if (around.length > DEEPEST) throw new RequestUnreadable(`the body is deeper than ${DEEPEST} levels`);
    at += 1;
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  for (; text.charCodeAt(at) !== QUOTE; at += 1) if (text.charCodeAt(at) === BACKSLASH) at += 1;
  return at + 1;
}

function addName(names: Set<string>, quoted: string): void {
  checkCharacters(quoted);
  const name = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1);
  if (names.has(name)) throw new RequestUnreadable(`${quoted.slice(0, 100)} stands twice in one object`);
  names.add(name);
}

/** What XML 1.0 has no way to write (section 2.2); PostgreSQL keeps no NUL either. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** Whether a text can be kept and told by both interfaces. */
export function isWritable(text: string): boolean {
  return text.isWellFormed() && !UNWRITABLE.test(text);
}

function checkCharacters(quoted: string): void {
  const value = quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted;
  if (!value.isWellFormed()) throw new RequestUnreadable('a text has half of a surrogate pair');
  if (UNWRITABLE.test(value)) throw new RequestUnreadable('a text has a control character');
}

const NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;

function checkedNumber(text: string, start: number): number {
  NUMBER.lastIndex = start;
  const [written = '', fraction, exponent] = NUMBER.exec(text) ?? [];
  const value = Number(written);
  const isWhole = fraction === undefined && exponent === undefined;
  if (!Number.isFinite(value) || (isWhole && !Number.isSafeInteger(value))) {
    throw new RequestUnreadable('a number is beyond 2^53');
  }
  return start + written.length;
}
