/** Bytes to text: which encoding a document is in, whatever its label says. */

import { isAscii, isUtf8 } from 'node:buffer';

export type NotReadableRule =
  | 'malformed'
  | 'doctype'
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-attributes'
  | 'encoding'
  | 'empty';

/** The one way in which a document is refused. The message is for a person and quotes at most a few words of it. */
export class NotReadable extends Error {
  override readonly name = 'NotReadable';
  readonly rule: NotReadableRule;

  constructor(rule: NotReadableRule, message: string) {
    super(message);
    this.rule = rule;
  }
}

export type Hint = (note: string) => void;

type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-16' | 'iso-8859-1' | 'windows-1252' | 'us-ascii';

/** By label, in lower case. */
const CHARSETS: ReadonlyMap<string, Charset> = new Map<string, Charset>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['iso-8859-1', 'iso-8859-1'],
  ['iso8859-1', 'iso-8859-1'],
  ['iso_8859-1', 'iso-8859-1'],
  ['iso88591', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
  ['latin-1', 'iso-8859-1'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['us-ascii', 'us-ascii'],
  ['ascii', 'us-ascii'],
  ['utf-16', 'utf-16'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-10646-ucs-2', 'utf-16'],
]);

const BLANKS = /[ \t\r\n]+/g;
const ENCODING_IN_DECLARATION = /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/;

/**
 * The text of a document, without its byte order mark, with line ends as they were sent.
 * Where the declaration's encoding name holds blanks (`ISO - 8859 - 1`), the text returned has the legal name,
 * padded behind its closing quote so that every position stays what it was.
 * @throws NotReadable with rule `encoding`
 */
export function decodeText(bytes: Uint8Array, hint: Hint): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = buffer[0];
  const second = buffer[1];
  // A document begins with `<` or white space, so a zero among its first two bytes means two bytes a character.
  if (first === 0 || second === 0 || first === 0xfe || first === 0xff) {
    return decodeUtf16(buffer, hint);
  }
  return isAscii(buffer) ? decodeAscii(buffer, hint) : decodeBeyondAscii(buffer, hint);
}

/** Where a document's first visible character is; `text.length` when there is none. */
export function firstVisible(text: string): number {
  let i = 0;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09 && code !== 0xfeff) break;
  }
  return i;
}

function decodeAscii(buffer: Buffer, hint: Hint): string {
  const text = buffer.toString('latin1');
  const label = declaredLabel(text);
  if (label === undefined || label.value === 'UTF-8') return text;
  charsetOf(label, hint);
  return putLabelRight(text, label);
}

function decodeBeyondAscii(buffer: Buffer, hint: Hint): string {
  const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const content = marked ? buffer.subarray(3) : buffer;
  const label = declaredLabel(content.toString('latin1'));
  const charset = label === undefined ? 'utf-8' : charsetOf(label, hint);
  return putLabelRight(decodeAs(charset, content, marked, hint), label);
}

function decodeAs(charset: Charset, content: Buffer, marked: boolean, hint: Hint): string {
  if (isUtf8(content)) {
    if (charset === 'iso-8859-1' || charset === 'windows-1252' || charset === 'us-ascii') {
      hint(`the declaration says ${charset.toUpperCase()} but the text is UTF-8; it is read as UTF-8`);
    }
    return content.toString('utf8');
  }
  if (!marked && charset === 'iso-8859-1') return content.toString('latin1');
  if (!marked && charset === 'windows-1252') return new TextDecoder('windows-1252').decode(content);
  if (!marked && charset === 'us-ascii') {
    throw new NotReadable(
      'encoding',
      'the declaration says US-ASCII but there are other characters in the text',
    );
  }
  const broken = content.toString('utf8');
  const before = broken.slice(0, broken.indexOf('\ufffd'));
  const line = before.split(/\r\n|[\r\n]/).length;
  throw new NotReadable(
    'encoding',
    `the text is not UTF-8 (line ${line}); if it is ISO-8859-1, the XML declaration has to say so`,
  );
}

function decodeUtf16(buffer: Buffer, hint: Hint): string {
  const first = buffer[0];
  const second = buffer[1];
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const charset = first === 0xff || (!marked && second === 0) ? 'utf-16le' : 'utf-16be';
  let text: string;
  try {
    text = new TextDecoder(charset, { fatal: true }).decode(buffer);
  } catch {
    throw new NotReadable('encoding', 'the text is neither UTF-8 nor well-formed UTF-16');
  }
  const label = declaredLabel(text);
  if (label === undefined) return text;
  const declared = charsetOf(label, hint, true);
  if (declared !== 'utf-16' && declared !== charset) {
    throw new NotReadable(
      'encoding',
      `the declaration says ${shown(label.value)} but the text is ${charset.toUpperCase()}`,
    );
  }
  return putLabelRight(text, label);
}

interface Label {
  value: string;
  /** Where the value begins in the text. */
  at: number;
}

/** What the XML declaration says of the encoding; undefined when it says nothing or there is none. */
function declaredLabel(text: string): Label | undefined {
  const start = firstVisible(text);
  if (!text.startsWith('<?xml', start)) return undefined;
  const end = text.indexOf('?>', start);
  if (end === -1) return undefined;
  const found = ENCODING_IN_DECLARATION.exec(text.slice(start, end));
  const value = found?.[1] ?? found?.[2];
  if (found === null || value === undefined) return undefined;
  return { value, at: start + found.index + found[0].length - 1 - value.length };
}

function charsetOf(label: Label, hint: Hint, wide = false): Charset {
  const name = label.value.replace(BLANKS, '');
  const charset = CHARSETS.get(name.toLowerCase());
  if (charset === undefined) {
    throw new NotReadable(
      'encoding',
      `the encoding ${shown(label.value)} in the XML declaration is not known`,
    );
  }
  if (!wide && charset.startsWith('utf-16')) {
    throw new NotReadable(
      'encoding',
      `the declaration says ${shown(label.value)} but the text is not UTF-16`,
    );
  }
  if (name !== label.value)
    hint(`the encoding name ${shown(label.value)} holds blanks; it is read as ${name}`);
  return charset;
}

function putLabelRight(text: string, label: Label | undefined): string {
  if (label === undefined) return text;
  const name = label.value.replace(BLANKS, '');
  if (name === label.value) return text;
  const end = label.at + label.value.length;
  const quote = text.charAt(end);
  return (
    text.slice(0, label.at) +
    name +
    quote +
    ' '.repeat(label.value.length - name.length) +
    text.slice(end + 1)
  );
}

/** A name from the document, quoted, short enough for a sentence. */
export function shown(name: string): string {
  return `"${name.length > 40 ? `${name.slice(0, 40)}…` : name}"`;
}
