/** Sends the browser on between the site, its services and the identity provider. */
import type { FastifyReply } from 'fastify';
import { Html, html, scriptText } from '../../browser/html.ts';
import { sendRedirectPage } from '../../browser/redirect-page.ts';
import type { PageCall } from '../../browser/site-page.ts';

/** What comes next is a GET, whatever this call was. */
export function sendOn({ reply }: PageCall, address: string): FastifyReply {
  reply.code(303).header('Location', address);
  return page(reply, address);
}

/**
 * To another origin. After a form of ours a page goes there by itself: browsers hold the redirects of a form
 * against the `form-action` of the page that it stood in, which knows only this site.
 */
export function sendAway(call: PageCall, address: string): FastifyReply {
  return call.request.method === 'POST' ? page(call.reply, address) : sendOn(call, address);
}

function page(reply: FastifyReply, address: string): FastifyReply {
  return sendRedirectPage(reply, {
    content: html`<p><a href="${address}">Continue</a></p>`,
    script: new Html(`location.href="${scriptText(address)}";`),
  });
}
