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

/** The files as the build has packed them, the smallest first. */
const PACKINGS = [
  { coding: 'br', ending: 'br' },
  { coding: 'gzip', ending: 'gz' },
] as const;

function packingFor(accepted: string): (typeof PACKINGS)[number] | undefined {
  const codings = accepted
    .split(',')
    .filter((entry) => !/;\s*q=0(\.0*)?\s*$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim().toLowerCase());
  return PACKINGS.find(({ coding }) => codings.includes(coding));
}

/** @param publicUrl where the installation is reached, without a slash at its end */
export function assets(app: FastifyInstance, publicUrl: () => string): void {
  app.decorate('publicPath', () => new URL(publicUrl()).pathname.replace(/\/$/, ''));
  app.get('/assets/:name', async (request, reply) => {
    const { name = '' } = request.params as { name?: string };
    const { assets } = await bundle();
    const packing = packingFor(String(request.headers['accept-encoding'] ?? ''));
    const packed = packing && assets.get(`${name}.${packing.ending}`);
    const file = packed ?? assets.get(name);
    const type = TYPES.get(extname(name));
    if (file === undefined || type === undefined) return noSuchPage(reply);
    if (packing && packed) reply.header('Content-Encoding', packing.coding);
    return reply
      .headers({
        Vary: 'Accept-Encoding',
        'Content-Type': type,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none'",
        'Cache-Control': 'public, max-age=31536000, immutable',
      })
      .send(file);
  });
}
