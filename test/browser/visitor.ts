import { request } from 'node:http';

/** A browser that follows nothing: one call of the URL API at a time, and its answer taken apart. */

export interface Visit {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  /** Where a browser is sent: by the Location, or by the script of the page. */
  readonly location: string | undefined;
  /** The same, held against the address that was called. */
  readonly target: URL | undefined;
  /** The results in the target's query, in their order: `AT=LO&ST=SUCCESS`. */
  readonly results: string;
  /** The address in the body's script, as an old client undoes its escapes. */
  readonly scripted: string | undefined;
  /** The whole Set-Cookie header. */
  readonly setCookie: string | undefined;
}

export type Fields = Readonly<Record<string, string>>;

export class Visitor {
  readonly #url: URL;
  /** Of the session cookie; it is sent with every call. */
  cookie: string | undefined;
  /** The other cookies of the site, by their names; sent with every call too. */
  readonly cookies = new Map<string, string>();
  /** The Host header, when it is not the address's own. */
  host: string | undefined;
  /** The Accept header; a program has another one, or none. */
  accept: string | undefined = 'text/html';
  /** What a browser says of where it has been sent from. */
  from: Readonly<Record<string, string>> = {};
  /** The X-Forwarded-For header, of those who come through a proxy. */
  forwardedFor: string | undefined;

  constructor(url: string) {
    this.#url = new URL(url);
  }

  /** @param path with its leading slash; sent as it stands */
  get(path: string, fields: Fields = {}): Promise<Visit> {
    return this.#send('GET', withQuery(path, fields));
  }

  head(path: string, fields: Fields = {}): Promise<Visit> {
    return this.#send('HEAD', withQuery(path, fields));
  }

  post(path: string, form: Fields | string): Promise<Visit> {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    return this.#send('POST', path, body);
  }

  async #send(method: string, path: string, body?: string): Promise<Visit> {
    const { promise, resolve, reject } = Promise.withResolvers<Visit>();
    const kept = [...(this.cookie === undefined ? [] : [['ticket', this.cookie]]), ...this.cookies];
    const headers = {
      ...this.from,
      ...(this.host !== undefined && { Host: this.host }),
      ...(this.accept !== undefined && { Accept: this.accept }),
      ...(this.forwardedFor !== undefined && { 'X-Forwarded-For': this.forwardedFor }),
      ...(kept.length > 0 && { Cookie: kept.map(([name, value]) => `${name}=${value}`).join('; ') }),
      ...(body !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
    };
    const { hostname, port } = this.#url;
    const options = { hostname, port, method, path, headers, agent: false, maxHeaderSize: 1024 * 1024 };
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('latin1');
        resolve(this.#visit(path, answer.statusCode ?? 0, answer.headers, text));
      });
    });
    sent.on('error', reject);
    sent.end(body);
    return promise;
  }

  #visit(path: string, status: number, headers: Visit['headers'], text: string): Visit {
    const script = /location\.href="(.*?)";/.exec(text)?.[1];
    const scripted = script?.replace(/\\x(..)/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    const location = one(headers.location) ?? scripted;
    const setCookie = one(headers['set-cookie']);
    for (const [, name = '', value = ''] of (setCookie ?? '').matchAll(/^([^=]+)=([^;]*)/gm)) {
      if (name === 'ticket') this.cookie = value === '' ? undefined : value;
      else if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const called = `http://${this.host ?? this.#url.host}`;
    const base = new URL(path, URL.canParse(called) ? called : this.#url);
    const target = location === undefined ? undefined : new URL(location, base);
    return {
      status,
      headers,
      text: Buffer.from(text, 'latin1').toString(),
      location,
      target,
      results: target?.search.slice(1) ?? '',
      scripted,
      setCookie,
    };
  }
}

function withQuery(path: string, fields: Fields): string {
  const query = new URLSearchParams(fields).toString();
  return query === '' ? path : `${path}?${query}`;
}

function one(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join('\n');
}
