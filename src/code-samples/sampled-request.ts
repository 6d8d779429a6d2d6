/** An HTTP request that a code sample makes: text with places where a variable is put in. */

import { isBytes, utf8Of } from './bytes.ts';

/** What differs from one who runs the sample to the next, declared on its top. */
export interface SampleVariable {
  /** Its words in small letters, such as `webex id`; each language writes them in its own way. */
  readonly words: string;
  readonly value: string;
  /** What it is put into decides how the sample escapes it. */
  readonly inside: 'xml' | 'form' | 'text';
}

export type SamplePart = string | SampleVariable;
export type SampleText = readonly SamplePart[];

export interface SampledRequest {
  /** A token of HTTP, such as `POST`. */
  readonly method: string;
  /** The whole address. */
  readonly url: SampleText;
  readonly headers: readonly { readonly name: string; readonly value: SampleText }[];
  /** Text, or bytes that are no text. */
  readonly body?: SampleText | Uint8Array;
}

/** The variables of a request in the order in which they are met, each once. */
export function variablesOf({ url, headers, body }: SampledRequest): SampleVariable[] {
  const parts = [...url, ...headers.flatMap(({ value }) => value), ...(isBytes(body) ? [] : (body ?? []))];
  const met = new Map<string, SampleVariable>();
  for (const part of parts) {
    if (typeof part !== 'string' && !met.has(part.words)) met.set(part.words, part);
  }
  return [...met.values()];
}

/** Which ways of escaping the variables of a request need. */
export function escapesOf(request: SampledRequest): ReadonlySet<SampleVariable['inside']> {
  const { url, headers, body } = request;
  const parts = [...url, ...headers.flatMap(({ value }) => value), ...(isBytes(body) ? [] : (body ?? []))];
  return new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : [part.inside])));
}

/** `webexId`, as Java, PHP and JavaScript write it. */
export function camelCase(words: string): string {
  return words.replaceAll(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
}

export function snakeCase(words: string): string {
  return words.replaceAll(' ', '_');
}

const FORBIDDEN_BY_LIBRARIES =
  /^(?:host|content-length|connection|transfer-encoding|expect|upgrade|keep-alive|te|trailer|accept-encoding|proxy-connection|:.*)$/i;
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * What a language makes a sample of: without the headers that its library sets by itself, without a body where the
 * method has none, and with bytes where a text holds what no source file can.
 */
export function plainRequest(request: SampledRequest): SampledRequest {
  const { method, url, headers, body } = request;
  const hasBody = body !== undefined && !/^(?:GET|HEAD)$/i.test(method);
  return {
    method: TOKEN.test(method) ? method : 'POST',
    url: merged(url.map(inOneLine).map(inAddress)),
    headers: headers
      .filter(({ name }) => TOKEN.test(name) && !FORBIDDEN_BY_LIBRARIES.test(name))
      .map(({ name, value }) => ({ name, value: merged(value.map(inOneLine)) })),
    ...(hasBody && { body: bytesOrText(body) }),
  };
}

/** An address and a header are one line: what would begin another one is left out. */
function inOneLine(part: SamplePart): SamplePart {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  const line = (text: string) => text.replaceAll(/[\0-\x1f\x7f]/g, '');
  return typeof part === 'string' ? line(part) : { ...part, value: line(part.value) };
}

const ORIGIN = /^[a-z]+:\/\/[^/?#]*/i;
const NOT_IN_ADDRESS = /%(?![0-9A-Fa-f]{2})|[^!#-;=?-Z_a-z~]/gu;

/** Some libraries refuse what RFC 3986 has no place for; brackets belong to a host alone. */
function inAddress(part: SamplePart): SamplePart {
  if (typeof part !== 'string') return part;
  const [origin = ''] = ORIGIN.exec(part) ?? [];
  return origin + part.slice(origin.length).replaceAll(NOT_IN_ADDRESS, escaped);
}

function escaped(character: string): string {
  return [...utf8Of(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
}

function bytesOrText(body: SampleText | Uint8Array): SampleText | Uint8Array {
  if (isBytes(body)) return body;
  const text = body.map((part) => (typeof part === 'string' ? part : part.value)).join('');
  return text.includes('\0') || !text.isWellFormed() ? utf8Of(text) : merged(body);
}

/** Text that stands beside text is one, so that no sign of a language comes about between them. */
function merged(text: SampleText): SampleText {
  const parts: SamplePart[] = [];
  for (const part of text) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}
