/** The logo of a site. Its token is new with every picture, so a browser may keep it. */
import type { FastifyReply } from 'fastify';
import { noSuchPage } from '../browser/error-pages.ts';
import type { PageCall } from '../browser/site-page.ts';
import { sendPicture } from './image.ts';

const TOKEN = /^[0-9a-f]{32}$/;

export async function logo({ request, reply, site, context }: PageCall): Promise<FastifyReply> {
  const { token = '' } = request.params as { token?: string };
  const stored = TOKEN.test(token) ? await context.logos.find(site, token) : undefined;
  return stored ? sendPicture(reply, stored) : noSuchPage(reply);
}
