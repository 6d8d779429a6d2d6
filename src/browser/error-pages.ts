/** Pages for what cannot be shown. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { spokenToStranger } from './appearance.ts';
import { sendPage } from './pages/send-page.ts';

export function noSuchPage(reply: FastifyReply): FastifyReply {
  const status = 404;
  const { id } = reply.request;
  const home = homeOf(reply);
  const lang = spokenToStranger(reply.request);
  return sendPage(
    reply,
    { lang, content: { page: 'error', status, problem: 'NotFound', id, home } },
    { status },
  );
}

/**
 * The address names no site, or one that is closed: whoever typed it is asked for the name. It is the same for every name
 * that leads nowhere, and suggests none: not everybody may know which sites there are.
 */
export function noSuchSite(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const content = { page: 'welcome', problem: 'NoSuchSite', action: homeOf(reply) } as const;
  return sendPage(reply, { lang: spokenToStranger(request), content }, { status: 404 });
}

/** With the status that the reply has: 400, or what the framework says. */
export function unreadable(reply: FastifyReply): FastifyReply {
  const { id } = reply.request;
  const home = homeOf(reply);
  return sendPage(reply, {
    lang: spokenToStranger(reply.request),
    content: { page: 'error', status: reply.statusCode, problem: 'TooLarge', id, home },
  });
}

/** @param id the number under which the log has what happened */
export function faultPage(reply: FastifyReply, id: string): FastifyReply {
  return sendPage(reply, {
    lang: spokenToStranger(reply.request),
    content: { page: 'error', status: reply.statusCode, problem: 'Unknown', id, home: homeOf(reply) },
  });
}

/** These pages belong to no site: the way on is to choose one. */
function homeOf({ server }: FastifyReply): string {
  return `${server.publicPath()}/`;
}
