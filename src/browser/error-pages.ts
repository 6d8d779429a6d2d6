/** Pages for what cannot be shown. */
import type { FastifyReply } from 'fastify';
import { sendPage } from './pages/send-page.ts';

export function noSuchPage(reply: FastifyReply): FastifyReply {
  const status = 404;
  const { id } = reply.request;
  return sendPage(reply, { content: { page: 'error', status, problem: 'NotFound', id } }, { status });
}

/** With the status that the reply has: 400, or what the framework says. */
export function unreadable(reply: FastifyReply): FastifyReply {
  const { id } = reply.request;
  return sendPage(reply, { content: { page: 'error', status: reply.statusCode, problem: 'TooLarge', id } });
}

/** @param id the number under which the log has what happened */
export function faultPage(reply: FastifyReply, id: string): FastifyReply {
  return sendPage(reply, { content: { page: 'error', status: reply.statusCode, problem: 'Unknown', id } });
}
