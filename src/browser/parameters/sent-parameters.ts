/**
 * The parameters of a call as they were sent: from the query and the form, their names in any case. Pages read them
 * through what they declare (`declared.ts`).
 */
import type { FastifyRequest } from 'fastify';

export class SentParameters {
  private readonly values = new Map<string, string>();
  private readonly queried = new Set<string>();

  /** What the form says counts before what the query says; of a name given twice the first counts. */
  constructor(form: string, query: string) {
    for (const source of [form, query]) {
      for (const [name, value] of pairsOf(source)) {
        const key = name.toUpperCase();
        if (source === query) this.queried.add(key);
        // No database keeps a NUL in a text, so nothing that is looked up may have one.
        if (!this.values.has(key)) this.values.set(key, value.replaceAll('\0', '\ufffd'));
      }
    }
  }

  /** The value, or nothing when it is absent or empty. */
  get(name: string): string | undefined {
    const value = this.values.get(name.toUpperCase());
    return value === '' ? undefined : value;
  }

  /** Whether it stands in the address, where it is written down on the way. */
  isInQuery(name: string): boolean {
    return this.queried.has(name.toUpperCase());
  }

  /** Every name that was given, in upper case, and its value. */
  entries(): [name: string, value: string][] {
    return [...this.values];
  }
}

/** What a decoder puts in the place of bytes that it cannot read. */
const UNREADABLE = '\ufffd';

/**
 * Values are UTF-8, as `isUTF8=1` says. Old clients escape in the encoding of their own pages: what is not UTF-8 is
 * read as Windows-1252, value by value, unless they say that it is.
 */
function pairsOf(source: string): [name: string, value: string][] {
  const pairs = [...new URLSearchParams(source)];
  const saysUTF8 = pairs.some(([name, value]) => /^isutf8$/i.test(name) && value === '1');
  if (saysUTF8 || !pairs.some(([, value]) => value.includes(UNREADABLE))) return pairs;
  const written = source.split('&').filter((pair) => pair !== '');
  return pairs.map(([name, value], at) => {
    const raw = written[at]?.slice((written[at]?.indexOf('=') ?? 0) + 1) ?? '';
    return [name, value.includes(UNREADABLE) && isPlain(raw) ? decoded(raw) : value];
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** Nothing but escapes and ASCII: what has not been decoded by anybody yet. */
function isPlain(raw: string): boolean {
  return /^[\x20-\x7e]*$/.test(raw);
}

function decoded(raw: string): string {
  const text = raw
    .replaceAll('+', ' ')
    .replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  const bytes = Buffer.from(text, 'latin1');
  try {
    return utf8.decode(bytes);
  } catch {
    return windows1252.decode(bytes);
  }
}

const READ = new WeakMap<FastifyRequest, SentParameters>();

/** Those of a request; they are taken apart once. */
export function sentWith(request: FastifyRequest): SentParameters {
  const read = READ.get(request) ?? readFrom(request);
  READ.set(request, read);
  return read;
}

function readFrom(request: FastifyRequest): SentParameters {
  const query = request.url.split('?').slice(1).join('?');
  return new SentParameters(typeof request.body === 'string' ? request.body : '', query);
}
