/** Pages for what cannot be shown. */
import type { FastifyReply } from 'fastify';
import { html } from './html.ts';
import { sendPage } from './page.ts';

export function noSuchPage(reply: FastifyReply): FastifyReply {
  return sendPage(reply.code(404), {
    title: 'Not found',
    content: html`<h1>There is no such page</h1>
<p>The address may be incomplete, or the site may be closed.</p>`,
  });
}

export function unreadable(reply: FastifyReply): FastifyReply {
  return sendPage(reply, {
    title: 'Not understood',
    content: html`<h1>The request could not be read</h1><p>It is too large, or not well formed.</p>`,
  });
}

/** @param id the number under which the log has what happened */
export function faultPage(reply: FastifyReply, id: string): FastifyReply {
  return sendPage(reply, {
    title: 'Something went wrong',
    content: html`<h1>Something went wrong</h1>
<p>Try again. If it happens again, tell your administrator the number <strong>${id}</strong>.</p>`,
  });
}
