/** SIP messages as datagrams carry them (RFC 3261, sections 7 and 18.3): strict in form, and bounded. */

/** Headers in their order, by their long names in small letters. */
export class Headers {
  readonly #all: readonly (readonly [name: string, value: string])[];

  constructor(all: readonly (readonly [name: string, value: string])[]) {
    this.#all = all;
  }

  /** The first of a name. */
  get(name: string): string | undefined {
    return this.#all.find(([own]) => own === name)?.[1];
  }

  all(name: string): string[] {
    return this.#all.filter(([own]) => own === name).map(([, value]) => value);
  }
}

interface Content {
  readonly headers: Headers;
  readonly body: string;
}

export interface SipRequest extends Content {
  readonly method: string;
  readonly uri: string;
  readonly cseq: number;
}

export interface SipResponse extends Content {
  readonly status: number;
  /** Of the request that it answers. */
  readonly method: string;
}

export type SipMessage =
  | { readonly kind: 'request'; readonly request: SipRequest }
  | { readonly kind: 'response'; readonly response: SipResponse }
  /** A request that can be answered, and is not well-formed. */
  | {
      readonly kind: 'bad request';
      readonly request: SipRequest;
      readonly status: number;
      readonly why: string;
    };

const LONGEST_HEAD = 16_384;
const LONGEST_BODY = 16_384;
const MOST_HEADERS = 128;

/** RFC 3261, section 7.3.3, and those that others have added. */
const COMPACT: Readonly<Record<string, string>> = {
  c: 'content-type',
  e: 'content-encoding',
  f: 'from',
  i: 'call-id',
  k: 'supported',
  l: 'content-length',
  m: 'contact',
  o: 'event',
  r: 'refer-to',
  s: 'subject',
  t: 'to',
  u: 'allow-events',
  v: 'via',
  x: 'session-expires',
};

const TOKEN = "[A-Za-z0-9.!%*_+`'~-]+";
const HEADER = new RegExp(`^(${TOKEN})[ \\t]*:[ \\t]*(.*)$`, 's');
const REQUEST = new RegExp(`^(${TOKEN}) (\\S+) SIP/(\\d+\\.\\d+)$`, 'i');
const RESPONSE = /^SIP\/2\.0 ([1-6]\d\d)(?: .*)?$/i;
const CSEQ = new RegExp(`^(\\d{1,10})[ \\t]+(${TOKEN})$`);

/** Headers that a message has once. */
const SINGLE = ['from', 'to', 'call-id', 'cseq', 'content-length', 'content-type', 'max-forwards'];

/** Nothing for what is no message, or one that cannot be answered: it is passed over in silence. */
export function sipMessage(datagram: Buffer): SipMessage | undefined {
  let start = 0;
  while (datagram[start] === 13 && datagram[start + 1] === 10) start += 2;
  const end = datagram.indexOf('\r\n\r\n', start);
  if (end < 0 || end - start > LONGEST_HEAD) return undefined;
  const head = datagram.toString('utf8', start, end);
  if (head.includes('\0')) return undefined;
  // A line that begins with white space goes on with the one before it.
  const [first = '', ...lines] = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const fields = fieldsOf(lines);
  if (!fields) return undefined;
  const headers = new Headers(fields);
  const content = datagram.subarray(end + 4);
  const answered = RESPONSE.exec(first);
  const cseq = CSEQ.exec(headers.get('cseq') ?? '');
  if (answered) {
    const method = cseq?.[2];
    if (method === undefined) return undefined;
    return {
      kind: 'response',
      response: { status: Number(answered[1]), method, headers, body: content.toString('utf8') },
    };
  }
  const [, method = '', uri = '', version] = REQUEST.exec(first) ?? [];
  if (version === undefined) return undefined;
  // Whoever cannot be answered is not.
  if (['via', 'from', 'to', 'call-id', 'cseq'].some((name) => !headers.get(name))) return undefined;
  const length = lengthOf(headers, content.length);
  const request: SipRequest = {
    method,
    uri,
    cseq: Number(cseq?.[1] ?? 0),
    headers,
    body: content.toString('utf8', 0, length ?? 0),
  };
  const bad = (status: number, why: string): SipMessage => ({ kind: 'bad request', request, status, why });
  if (version !== '2.0') return bad(505, 'Version Not Supported');
  const twice = SINGLE.find((name) => headers.all(name).length > 1);
  if (twice) return bad(400, `Two ${twice} Headers`);
  if (!cseq || cseq[2] !== method || Number(cseq[1]) >= 2 ** 31) return bad(400, 'Invalid CSeq');
  if (length === undefined) return bad(400, 'Invalid Content-Length');
  if (length > LONGEST_BODY) return bad(513, 'Message Too Large');
  return { kind: 'request', request };
}

function fieldsOf(lines: readonly string[]): (readonly [string, string])[] | undefined {
  if (lines.length > MOST_HEADERS) return undefined;
  const fields: (readonly [string, string])[] = [];
  for (const line of lines) {
    const [, name, value = ''] = HEADER.exec(line) ?? [];
    if (name === undefined) return undefined;
    const own = name.toLowerCase();
    fields.push([COMPACT[own] ?? own, value.trim()]);
  }
  return fields;
}

/** What is behind the content is not part of the message; content that is not there makes it invalid. */
function lengthOf(headers: Headers, there: number): number | undefined {
  const length = headers.get('content-length');
  if (length === undefined) return there;
  if (!/^\d{1,9}$/.test(length) || Number(length) > there) return undefined;
  return Number(length);
}

/** A message to be sent: its first line, its headers in their order, and its content. */
export function datagramOf(
  first: string,
  headers: readonly (readonly [name: string, value: string])[],
  content?: { readonly type: string; readonly text: string },
): Buffer {
  const body = Buffer.from(content?.text ?? '');
  const lines = [
    first,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(content ? [`Content-Type: ${content.type}`] : []),
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), body]);
}
