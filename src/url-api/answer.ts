/**
 * The answer to a command: a redirect that carries its result. Browsers follow the Location; older clients
 * parse `location.href="…"` out of the body, in which every special character is escaped.
 */
import type { FastifyReply } from 'fastify';
import type { Links } from '../links.ts';
import type { Site } from '../sites/site.ts';
import { destination, withResults } from './destination.ts';
import { Html, html, scriptText } from './html.ts';
import { sendPage } from './page.ts';

/** In the order in which they are written. */
export type Results = readonly (readonly [name: string, value: string])[];

/** Sends the browser to an address of the site. */
export function redirect(reply: FastifyReply, address: string): FastifyReply {
  reply.code(302).header('Location', address);
  return sendPage(reply, {
    title: 'Parlance',
    content: html`<p><a href="${address}">Continue</a></p>`,
    script: new Html(`location.href="${scriptText(address)}";`),
  });
}

/**
 * Reports to the back URL. Without one the site's own page gets the result; an address elsewhere is shown,
 * and the person decides.
 */
export function report(
  reply: FastifyReply,
  site: Site,
  links: Links,
  backURL: string | undefined,
  results: Results,
): FastifyReply {
  const back = destination(backURL, site, links);
  if (back?.kind === 'elsewhere') {
    const address = withResults(back.url, results);
    return sendPage(reply, {
      title: 'Leaving the meeting site',
      content: html`<h1>Leaving the meeting site</h1>
<p>You are being sent to <strong>${back.url.origin}</strong>. Continue only if you know it.</p>
<p><a href="${address}" rel="noreferrer">${address}</a></p>`,
    });
  }
  if (back) return redirect(reply, withResults(back.url, results));
  return redirect(
    reply,
    withResults(new URL(`${links.site(site)}/`), [['siteurl', site.siteName], ...results]),
  );
}
