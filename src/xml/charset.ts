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

export type CharsetHint = (note: string) => void;

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
const CHARSET_IN_CONTENT_TYPE = /[; \t]charset\s*=\s*["']?([^\s;,"']+)/i;

/**
 * The text of a document, without its byte order mark, with line ends as they were sent.
 * A byte order mark outranks the charset of Content-Type, and that outranks the XML declaration (RFC 7303, section 3);
 * whatever they say, bytes that are UTF-8 or UTF-16 are read as that.
 * Where the declaration's encoding name holds blanks (`ISO - 8859 - 1`), the text returned has the legal name,
 * padded behind its closing quote so that every position stays what it was.
 * @param contentType the header as it was sent
 * @throws NotReadable with rule `encoding`
 */
export function decodeText(bytes: Uint8Array, hint: CharsetHint, contentType?: string): string {
  const buffer = Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = buffer[0];
  const second = buffer[1];
  // A document begins with `<` or white space, so a zero among its first two bytes means two bytes a character.
  if (first === 0 || second === 0 || first === 0xfe || first === 0xff) {
    return decodeUtf16(buffer, hint, contentType);
  }
  return isAscii(buffer)
    ? decodeAscii(buffer, hint, contentType)
    : decodeBeyondAscii(buffer, hint, contentType);
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

function decodeAscii(buffer: Buffer, hint: CharsetHint, contentType: string | undefined): string {
  const text = buffer.toString('latin1');
  const label = declaredLabel(text);
  if (label === undefined || label.value === 'UTF-8' || label.value === 'utf-8') return text;
  charsetOf(label, hint, charsetSent(contentType));
  return putLabelRight(text, label);
}

function decodeBeyondAscii(buffer: Buffer, hint: CharsetHint, contentType: string | undefined): string {
  const marked = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  const content = marked ? buffer.subarray(3) : buffer;
  const label = declaredLabel(content.toString('latin1'));
  const sent = marked ? 'utf-8' : charsetSent(contentType);
  const declared = label && charsetOf(label, hint, sent);
  const text = isUtf8(content)
    ? decodeUtf8(content, sent, declared, hint)
    : decodeSingleBytes(content, marked ? undefined : sent, marked ? undefined : declared, hint);
  return putLabelRight(text, label);
}

function decodeUtf8(
  content: Buffer,
  sent: Charset | undefined,
  declared: Charset | undefined,
  hint: CharsetHint,
): string {
  const said = declared ?? sent;
  if (said === 'iso-8859-1' || said === 'windows-1252' || said === 'us-ascii') {
    const who = declared ? 'the declaration' : 'Content-Type';
    hint(`${who} says ${said.toUpperCase()} but the text is UTF-8; it is read as UTF-8`);
  }
  return content.toString('utf8');
}

function decodeSingleBytes(
  content: Buffer,
  sent: Charset | undefined,
  declared: Charset | undefined,
  hint: CharsetHint,
): string {
  if (sent === 'iso-8859-1' || sent === 'windows-1252') {
    const name = sent.toUpperCase();
    if (declared !== undefined && declared !== sent) {
      hint(
        `the declaration says ${declared.toUpperCase()} but Content-Type says ${name}; it is read as ${name}`,
      );
    }
    return decodeWindows1252(content, sent, hint);
  }
  if (declared === 'iso-8859-1' || declared === 'windows-1252') {
    if (sent !== undefined) {
      const name = declared.toUpperCase();
      hint(
        `Content-Type says ${sent.toUpperCase()} but the text is not; it is read as ${name}, as the declaration says`,
      );
    }
    return decodeWindows1252(content, declared, hint);
  }
  if (declared === 'us-ascii') {
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
    `the text is not UTF-8 (line ${line}); if it is ISO-8859-1, Content-Type or the XML declaration has to say so`,
  );
}

/** Where ISO-8859-1 has control characters, windows-1252 has the characters that were meant, as browsers know. */
function decodeWindows1252(content: Buffer, label: Charset, hint: CharsetHint): string {
  if (label === 'iso-8859-1' && content.some((byte) => byte >= 0x80 && byte <= 0x9f)) {
    hint('ISO-8859-1 has no printable character at some of the bytes; the text is read as windows-1252');
  }
  return new TextDecoder('windows-1252').decode(content);
}

function decodeUtf16(buffer: Buffer, hint: CharsetHint, contentType: string | undefined): string {
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
  charsetOf(label, hint, charsetSent(contentType), charset);
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

/** What Content-Type says, where it is a charset that is known. */
function charsetSent(contentType: string | undefined): Charset | undefined {
  const name = contentType && CHARSET_IN_CONTENT_TYPE.exec(contentType)?.[1];
  return name ? CHARSETS.get(name.toLowerCase()) : undefined;
}

/**
 * @param sent what outranks a declaration that cannot be true
 * @param wide what the text is when it has two bytes a character
 */
function charsetOf(label: Label, hint: CharsetHint, sent: Charset | undefined, wide?: Charset): Charset {
  const name = label.value.replace(BLANKS, '');
  const charset = CHARSETS.get(name.toLowerCase());
  if (charset !== undefined && isPossible(charset, wide)) {
    if (name !== label.value)
      hint(`the encoding name ${shown(label.value)} holds blanks; it is read as ${name}`);
    return charset;
  }
  if (sent !== undefined && isPossible(sent, wide)) {
    hint(`the declaration says ${shown(label.value)} but the text is sent as ${sent.toUpperCase()}`);
    return sent;
  }
  throw new NotReadable(
    'encoding',
    charset === undefined
      ? `the encoding ${shown(label.value)} in the XML declaration is not known`
      : `the declaration says ${shown(label.value)} but the text is ${wide?.toUpperCase() ?? 'not UTF-16'}`,
  );
}

/** Whether text with one byte a character (`wide` absent) or two can be in that charset. */
function isPossible(charset: Charset, wide: Charset | undefined): boolean {
  if (wide === undefined) return !charset.startsWith('utf-16');
  return charset === 'utf-16' || charset === wide;
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
