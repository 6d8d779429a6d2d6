import { Agent, request } from 'node:http';
import type { Answered } from '../browser/harmless.ts';

/** Calls the URL API many times over few connections. */

/** One call of a command: by GET or POST, signed in or not. */
export interface Try {
  readonly page: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly posts: boolean;
  /** Cookies, as the header has them. */
  readonly cookie: string | undefined;
}

/** Calls that are under way together. */
export const TOGETHER = 8;

export function openSender() {
  const agent = new Agent({ keepAlive: true, maxSockets: TOGETHER });
  return {
    send(url: string, { page, fields, posts, cookie }: Try): Promise<Answered> {
      const { promise, resolve, reject } = Promise.withResolvers<Answered>();
      const query = new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, value]),
      ).toString();
      const { hostname, port } = new URL(url);
      const options = {
        agent,
        hostname,
        port,
        method: posts ? 'POST' : 'GET',
        path: `/acme/${page}${posts ? '' : `?${query}`}`,
        maxHeaderSize: 1024 * 1024,
        headers: {
          ...(cookie !== undefined && { Cookie: cookie }),
          ...(posts && { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
      };
      const sent = request(options, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      });
      sent.on('error', reject);
      sent.end(posts ? query : undefined);
      return promise;
    },
    close: () => agent.destroy(),
  };
}
