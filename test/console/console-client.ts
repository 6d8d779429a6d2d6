/** A browser that works in the console: signed in, with the value that its writes bear. */

import type { TestSite } from '../support/site.ts';
import { visitorAs } from '../url-api/portal.ts';

export interface ConsoleAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the body says; nothing where it is no JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it as a program would.
  readonly json: any;
}

export interface ConsoleCall {
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: unknown;
  /** A file, in the place of a body. */
  readonly file?: { readonly name: string; readonly type?: string; readonly bytes: string | Uint8Array };
  /** Beside those of the browser, or in their place. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Another site, on which an owner works. */
  readonly at?: string | undefined;
  /** The head of the answer is enough, as of a stream. */
  readonly headOnly?: boolean;
}

const FORM = 'a-value-of-at-least-22-characters';

export class ConsoleClient {
  readonly #site: TestSite;
  readonly #home: string;
  readonly cookie: string | undefined;

  constructor(site: TestSite, home: string, cookie: string | undefined) {
    this.#site = site;
    this.#home = home;
    this.cookie = cookie;
  }

  /** Somebody who is signed in to a site, or nobody. */
  static async as(site: TestSite, webExID?: string, siteName = 'acme'): Promise<ConsoleClient> {
    return new ConsoleClient(site, siteName, (await visitorAs(site, webExID, siteName)).cookie);
  }

  get(path: string, call: ConsoleCall = {}): Promise<ConsoleAnswer> {
    return this.call('GET', path, call);
  }

  post(path: string, body: unknown = {}, call: ConsoleCall = {}): Promise<ConsoleAnswer> {
    return this.call('POST', path, { body, ...call });
  }

  /** @param path below `console/api/` */
  async call(method: string, path: string, call: ConsoleCall = {}): Promise<ConsoleAnswer> {
    const { query = {}, body, file, at } = call;
    const parameters = new URLSearchParams(
      Object.entries(query).flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
      ),
    );
    const where = at === undefined ? '' : `at/${at}/`;
    const asked = parameters.size === 0 ? '' : `?${parameters}`;
    const cookies = [`form=${FORM}`, ...(this.cookie === undefined ? [] : [`ticket=${this.cookie}`])];
    const leaving = new AbortController();
    const answer = await fetch(`${this.#site.url}/${this.#home}/console/api/${where}${path}${asked}`, {
      method,
      signal: leaving.signal,
      headers: {
        Cookie: cookies.join('; '),
        'X-Parlance-Form': FORM,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(file && {
          'Content-Type': file.type ?? 'application/octet-stream',
          'X-File-Name': encodeURIComponent(file.name),
        }),
        ...call.headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(file && { body: file.bytes }),
    });
    if (call.headOnly) {
      leaving.abort();
      return { status: answer.status, headers: answer.headers, text: '', json: undefined };
    }
    const text = await answer.text();
    const isJson = answer.headers.get('Content-Type')?.startsWith('application/json');
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  }
}
