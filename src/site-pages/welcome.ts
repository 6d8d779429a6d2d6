/** The installation's own page, which says how to reach a site. It names none: not everybody may know them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spokenToStranger } from '../browser/appearance.ts';
import { sendPage } from '../browser/pages/send-page.ts';
import { parametersOf } from '../browser/parameters/declared.ts';
import { text } from '../browser/parameters/parameter.ts';
import { SITE_NAME } from '../browser/site-folder.ts';

const WELCOME = { site: text('the name of a site to go to') };

export function welcome(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wanted = parametersOf(request, WELCOME).site?.trim().toLowerCase();
  if (wanted !== undefined && SITE_NAME.test(wanted)) reply.code(302).header('Location', `${wanted}/`);
  const problem = wanted === undefined || SITE_NAME.test(wanted) ? undefined : 'InvalidDataFormat';
  return sendPage(reply, { lang: spokenToStranger(request), content: { page: 'welcome', problem } });
}
