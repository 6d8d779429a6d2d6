/** `/assets/<name>`: the files that pages fetch. A name changes with what is in the file. */
import { extname } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { noSuchPage } from '../error-pages.ts';
import { bundle } from './bundle.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** What stands before the addresses of pages on their host, without a slash at the end. */
    readonly publicPath: () => string;
  }
}

const TYPES = new Map([
  ['.js', 'text/javascript; charset=UTF-8'],
  ['.css', 'text/css; charset=UTF-8'],
]);

/** @param publicUrl where the installation is reached, without a slash at its end */
export function assets(app: FastifyInstance, publicUrl: () => string): void {
  app.decorate('publicPath', () => new URL(publicUrl()).pathname.replace(/\/$/, ''));
  app.get('/assets/:name', async (request, reply) => {
    const { name = '' } = request.params as { name?: string };
    const file = (await bundle()).assets.get(name);
    const type = TYPES.get(extname(name));
    if (file === undefined || type === undefined) return noSuchPage(reply);
    return reply
      .headers({
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'",
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
      .send(file);
  });
}
