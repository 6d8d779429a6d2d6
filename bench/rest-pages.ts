/** Pages of lists by REST, asked for by a client in the same process. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../src/context.ts';
import { restService } from '../src/rest-api/rest-http.ts';

/** @returns the text of a page, and the query and path of the next one; the empty text behind the last */
export type AskForPage = (
  target: string,
  token: string,
) => Promise<{ readonly text: string; readonly next: string }>;

/** Serves REST until `started` is disposed of. Targets stand below `/v1/`. */
export async function restPages(started: AsyncDisposableStack, context: Context): Promise<AskForPage> {
  const server = createServer(restService(context)).listen(0, '127.0.0.1');
  started.defer(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return async (target, token) => {
    const answer = await fetch(`${url}/${target}`, { headers: { Authorization: `Bearer ${token}` } });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 1000)}`);
    const next = /\/v1\/([^>]*)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? '';
    return { text, next };
  };
}
