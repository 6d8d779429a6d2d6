/**
 * The answer to a command: a redirect that carries its result. Browsers follow the Location; older clients
 * parse `location.href="…"` out of the body, in which special characters are escaped.
 */
import type { FastifyReply } from 'fastify';
import { destination, withResults } from './destination.ts';
import { Html, html, scriptText } from './html.ts';
import { sendPage } from './page.ts';
import type { PageCall } from './site-page.ts';

/** In the order in which they are written. */
export type Results = readonly (readonly [name: string, value: string])[];

/** Sends the browser to an address of the site. */
export function redirect({ reply, folder }: PageCall, url: URL): FastifyReply {
  const address = folder.write(url);
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
export function report(call: PageCall, backURL: string | undefined, results: Results): FastifyReply {
  const { reply, site, folder } = call;
  const back = destination(backURL, folder);
  if (back?.kind === 'elsewhere') {
    const address = withResults(back.url, results).href;
    return sendPage(reply, {
      title: 'Leaving the meeting site',
      content: html`<h1>You are leaving the meeting site</h1>
<p>You are being sent to <strong>${back.url.origin}</strong>. Go on only if you know it.</p>
<p><a class="button" href="${address}" rel="noreferrer">Go on to ${back.url.host}</a></p>
<p><small>${address}</small></p>`,
    });
  }
  if (back) return redirect(call, withResults(back.url, results));
  return redirect(call, withResults(folder.home, [['siteurl', site.siteName], ...results]));
}
