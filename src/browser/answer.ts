/**
 * The answer to a command: a redirect that carries its result. Browsers follow the Location; older clients
 * parse `location.href="…"` or `var url = "…"` out of the body, in which special characters are escaped.
 */
import type { FastifyReply } from 'fastify';
import { destination, withResults } from './destination.ts';
import { Html, html, scriptText } from './html.ts';
import { sendRedirectPage } from './redirect-page.ts';
import { show } from './show.ts';
import type { PageCall } from './site-page.ts';

/** In the order in which they are written. */
export type Results = readonly (readonly [name: string, value: string])[];

/** Sends the browser to an address of the site, or to one that its administrator lists. */
export function redirect({ reply, folder }: PageCall, url: URL): FastifyReply {
  const address = folder.has(url) ? folder.write(url) : url.href;
  const escaped = scriptText(address);
  reply.code(302).header('Location', address);
  return sendRedirectPage(reply, {
    content: html`<p><a href="${address}">Continue</a></p>`,
    // Some clients look for the one form, some for the other, each on a line of its own.
    script: new Html(`location.href="${escaped}";\nvar url = "${escaped}";`),
  });
}

/**
 * Reports to the back URL. Without one the site's own page gets the result; an address elsewhere is shown,
 * and the person decides. The CSRF token is told to nobody elsewhere.
 */
export function report(
  call: PageCall,
  backURL: string | undefined,
  results: Results,
): FastifyReply | Promise<FastifyReply> {
  const { site, folder } = call;
  const back = destination(backURL, folder, site);
  if (back?.kind === 'elsewhere') {
    const safe = results.filter(([name]) => name !== 'CSRF');
    const { href, origin } = withResults(back.url, safe);
    return show(call, { page: 'leaving', origin, url: href });
  }
  if (back) return redirect(call, withResults(back.url, results));
  return redirect(call, withResults(folder.home, [['siteurl', site.siteName], ...results]));
}
