/** `/healthz` and `/readyz`: alive is the process; ready is the database behind it, whose disk takes what is written. */
import type { ServerResponse } from 'node:http';
import type { Context } from './context.ts';
import type { RawHandler } from './http/raw-handler.ts';
import { Readiness } from './readiness.ts';

const CHECK = /^\/(healthz|readyz)(?:\?|$)/i;

export function isHealthCheck(url: string): boolean {
  return CHECK.test(url);
}

export function healthChecks({ database, clock, log }: Context): RawHandler {
  const readiness = new Readiness(database, clock);

  async function answer(url: string): Promise<readonly [status: number, text: string]> {
    if (/^\/healthz/i.test(url)) return [200, 'alive\n'];
    if (await readiness.isReady()) return [200, 'ready\n'];
    return [503, 'not ready: the database does not answer, or its disk takes no more\n'];
  }

  return ({ url = '', method }, response) => {
    const id = log.nextRequestId();
    answer(url).then(
      ([status, text]) => end(response, id, status, method === 'HEAD' ? '' : text),
      (error: unknown) => {
        log.fault(id, error);
        end(response, id, 503, 'not ready\n');
      },
    );
  };
}

function end(response: ServerResponse, id: string, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(text),
    'X-Request-ID': id,
  });
  response.end(text);
}
