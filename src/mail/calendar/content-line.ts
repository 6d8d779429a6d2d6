/** Lines of an iCalendar file (RFC 5545): nothing from outside can end a line, a value or a parameter. */
import { oneLine, withoutControls } from '../plain.ts';

const LONGEST_LINE = 75;

export type Parameters = Readonly<Record<string, string | undefined>>;

/** A property whose value is text for people. */
export function textLine(name: string, value: string, parameters: Parameters = {}): string {
  const escaped = withoutControls(value)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
  return line(name, escaped, parameters);
}

/** A property whose value is an e-mail address. */
export function mailtoLine(name: string, address: string, parameters: Parameters): string {
  return line(
    name,
    `mailto:${address.replace(/[^\w.!#$&'*+/=?^`{|}~@\u0080-\u{10ffff}-]/gu, percent)}`,
    parameters,
  );
}

/** A property whose value is ours: a date, a number, a word, an address of the site. */
export function line(name: string, value: string | number, parameters: Parameters = {}): string {
  let text = name;
  for (const [key, given] of Object.entries(parameters)) {
    if (given !== undefined) text += `;${key}=${parameter(given)}`;
  }
  return folded(`${text}:${value}`);
}

/**
 * Folds after at most 75 octets, never inside a character.
 * @param text without line breaks
 */
export function folded(text: string): string {
  const size = Buffer.byteLength(text);
  if (size <= LONGEST_LINE) return text;
  // Nearly all that is long is plain: a slice is a line then.
  const lines = size === text.length ? slices(text) : lengths(text);
  return lines.join('\r\n ');
}

function slices(text: string): string[] {
  const lines = [text.slice(0, LONGEST_LINE)];
  for (let at = LONGEST_LINE; at < text.length; at += LONGEST_LINE - 1) {
    lines.push(text.slice(at, at + LONGEST_LINE - 1));
  }
  return lines;
}

function lengths(text: string): string[] {
  const lines: string[] = [];
  let start = 0;
  let octets = 0;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const size = octetsOf(codePoint);
    if (octets + size > LONGEST_LINE) {
      lines.push(text.slice(start, at));
      start = at;
      octets = 1;
    }
    octets += size;
    at += codePoint > 0xffff ? 2 : 1;
  }
  lines.push(text.slice(start));
  return lines;
}

/** Quotes stand for themselves nowhere in a parameter, and few readers know `^'` (RFC 6868): they become `'`. */
function parameter(value: string): string {
  const text = oneLine(value).replaceAll('"', "'").replaceAll('^', '^^');
  return /[:;,]/.test(text) ? `"${text}"` : text;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
