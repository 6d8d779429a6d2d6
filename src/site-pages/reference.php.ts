/**
 * reference.php: the REST interface, to be read and tried. It stands among the pages of the site and not in the console,
 * since hosts have tokens too. Whoever sees the site sees it: the document that it shows needs no token either.
 */
import type { FastifyReply } from 'fastify';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';

export function referencePhp(call: PageCall): Promise<FastifyReply> {
  return show(call, {
    page: 'reference',
    document: '/v1/openapi.json',
    profile: call.folder.address('tokens.php'),
  });
}
