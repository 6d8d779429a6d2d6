/** One POST to a receiver: at an address that may be asked, bounded in time, never sent on to another address. */
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { type AddressRule, isPublicAddress, literalAddress, lookUpBy } from '../http/public-addresses.ts';

/** Milliseconds from the first try to connect to the end of the answer. */
export const PATIENCE = 10_000;

/** Bytes of the answer that are read, and letters that are kept. */
const READ = 16 * 1024;
const KEPT = 1_000;

/** What came of it. A status of 2xx is success, whatever is answered with it. */
export interface Posted {
  readonly status?: number;
  /** The beginning of the answer. */
  readonly answer: string;
  /** Why it has failed. */
  readonly problem?: string;
}

/** An address inside of the installation's network, which its settings do not list (`webhookNetworks`). */
class NotAsked extends Error {
  constructor(name: string) {
    super(`${name} is not at an address that may be asked`);
  }
}

/** A connection that was let through is not used again: its name may lead elsewhere by then. */
const agents = {
  'http:': new HttpAgent({ keepAlive: false }),
  'https:': new HttpsAgent({ keepAlive: false }),
};

export function openPost(mayConnect: AddressRule) {
  // Without TLS messages cross the Internet for everybody to read: it is for addresses that are listed.
  const withoutTls: AddressRule = (address) => mayConnect(address) && !isPublicAddress(address);

  return async function post(
    target: string,
    body: string,
    headers: Readonly<Record<string, string>>,
    patience: AbortSignal = AbortSignal.timeout(PATIENCE),
  ): Promise<Posted> {
    const url = new URL(target);
    const rule = url.protocol === 'https:' ? mayConnect : withoutTls;
    const literal = literalAddress(url);
    if (literal !== undefined && !rule(literal)) return failed(new NotAsked(literal));
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
    const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
    const bytes = Buffer.from(body);
    return new Promise((done) => {
      const asked = ask(url, {
        method: 'POST',
        agent,
        signal: patience,
        lookup: lookUpBy(rule, (name) => new NotAsked(name)),
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': String(bytes.length),
          'User-Agent': 'Parlance-Webhooks/1',
          ...headers,
        },
      });
      asked.on('error', (error) => done(failed(error)));
      // Whoever answers with another protocol (101) has answered nothing: no error comes, and no response.
      asked.on('close', () => done(failed(new Error('it closed the connection without an answer'))));
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const answered = () => {
          const status = response.statusCode ?? 0;
          const answer = readable(Buffer.concat(chunks));
          const isTaken = status >= 200 && status < 300;
          done(isTaken ? { status, answer } : { status, answer, problem: `it answered HTTP ${status}` });
        };
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= READ) chunks.push(chunk);
          else {
            // What it says further is nobody's business.
            response.destroy();
            answered();
          }
        });
        response.on('end', answered);
        response.on('error', (error) => done(failed(error)));
      });
      asked.end(bytes);
    });
  };
}

export type Post = ReturnType<typeof openPost>;

function failed(error: Error): Posted {
  const isLate = error.name === 'TimeoutError' || error.name === 'AbortError';
  const code = 'code' in error ? String(error.code) : '';
  const words = isLate
    ? `it did not answer within ${PATIENCE / 1000} s`
    : error.message || code || 'it failed';
  return { answer: '', problem: words.slice(0, 300) };
}

function readable(bytes: Buffer): string {
  // PostgreSQL takes no NUL in a text.
  return bytes.toString('utf8').replaceAll('\0', '').slice(0, KEPT);
}
