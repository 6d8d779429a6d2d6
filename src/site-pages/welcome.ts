/** The installation's own page, which says how to reach a site. It names none: not everybody may know them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage } from '../browser/pages/send-page.ts';
import { parametersOf } from '../browser/parameters.ts';
import { SITE_NAME } from '../browser/site-folder.ts';

export function welcome(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wanted = parametersOf(request).get('SITE')?.trim().toLowerCase();
  if (wanted !== undefined && SITE_NAME.test(wanted)) reply.code(302).header('Location', `${wanted}/`);
  const problem = wanted === undefined || SITE_NAME.test(wanted) ? undefined : 'InvalidDataFormat';
  return sendPage(reply, { content: { page: 'welcome', problem } });
}
