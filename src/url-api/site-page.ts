/** What every page of the URL API begins with: the site that its address names. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import type { Site } from '../sites/site.ts';
import { noSuchPage } from './error-pages.ts';

export interface PageCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly site: Site;
  readonly context: Context;
}

type Handler = (call: PageCall) => Promise<FastifyReply>;

/**
 * Serves a page by GET and POST at `/<siteName>/<path>`, with the `k2` segment of old links too, and at
 * `/<path>` of a host whose first label is the site's name.
 */
export function sitePage(app: FastifyInstance, context: Context, path: string, handler: Handler): void {
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const site = await siteOf(request, context);
    if (site?.status !== 'ACTIVE') return noSuchPage(reply);
    return handler({ request, reply, site, context });
  };
  for (const url of [`/:siteName/${path}`, `/:siteName/k2/${path}`, `/${path}`]) {
    app.route({ method: ['GET', 'POST'], url, handler: handle });
  }
}

async function siteOf(request: FastifyRequest, { sites }: Context): Promise<Site | undefined> {
  const { siteName } = request.params as { siteName?: string };
  if (siteName !== undefined) return sites.byName(siteName);
  const label = /^([a-z0-9-]+)\./i.exec(request.headers.host ?? '')?.[1];
  return label === undefined ? undefined : sites.byName(label);
}
