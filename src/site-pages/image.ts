/** A picture of a personal room. Its token is new with every picture, so a browser may keep it. */
import type { FastifyReply } from 'fastify';
import { noSuchPage } from '../browser/error-pages.ts';
import type { PageCall } from '../browser/site-page.ts';

const TOKEN = /^[0-9a-f]{32}$/;

export async function image({ request, reply, site, context }: PageCall): Promise<FastifyReply> {
  const { token = '' } = request.params as { token?: string };
  const stored = TOKEN.test(token) ? await context.images.find(site, token) : undefined;
  return stored ? sendPicture(reply, stored) : noSuchPage(reply);
}

/** Its type was told by its bytes when it was stored; no browser guesses another. */
export function sendPicture(
  reply: FastifyReply,
  { mediaType, bytes }: { readonly mediaType: string; readonly bytes: Uint8Array },
): FastifyReply {
  return reply
    .headers({
      'Content-Type': mediaType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    .send(Buffer.from(bytes));
}
