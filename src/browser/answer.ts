/**
 * The answer to a command leads to an address that carries its result: by a page whose script goes there, as the
 * original answered (recorded 2013), or by a redirect with the same page under it. Clients parse
 * `location.href="…"` or `var url = "…"` out of the page, in which special characters are escaped.
 */
import type { FastifyReply } from 'fastify';
import { destination, withResults } from './destination.ts';
import { Html, html, scriptText } from './html.ts';
import { isOwnForm } from './own-form.ts';
import { pageNote } from './page-notes/page-note.ts';
import { sendRedirectPage } from './redirect-page.ts';
import { show } from './show.ts';
import type { PageCall } from './site-page.ts';

/** In the order in which they are written. */
export type Results = readonly (readonly [name: string, value: string])[];

/** Sends the browser to an address of the site, or to one that its administrator lists. */
export function redirect(call: PageCall, url: URL): FastifyReply {
  call.reply.code(302).header('Location', addressFor(call, url));
  return sendLead(call, url);
}

/**
 * Leads to the address with a command's result, as the site has it (`urlAPI.resultsBy`). Who filled in a form of the
 * site is redirected: a page must not stand between two others for those who go back.
 */
function lead(call: PageCall, url: URL): FastifyReply {
  const byRedirect = call.site.settings.urlAPI.resultsBy === 'redirect' || isOwnForm(call);
  return byRedirect ? redirect(call, url) : sendLead(call, url);
}

/** To the site's own page, with nothing to tell. */
export function leadHome(call: PageCall): FastifyReply {
  return lead(call, call.folder.home);
}

function addressFor({ folder }: PageCall, url: URL): string {
  return folder.has(url) ? folder.write(url) : url.href;
}

function sendLead(call: PageCall, url: URL): FastifyReply {
  const address = addressFor(call, url);
  const escaped = scriptText(address);
  return sendRedirectPage(call.reply, {
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
  const url = back && withResults(back.url, results);
  pageNote(call.request.raw).result = (url ?? withResults(folder.home, results)).href;
  // By a redirect the browser remembers who has sent it here: a page between would pass for its own (`ask.ts`).
  if (url) return back.kind === 'site' ? redirect(call, url) : lead(call, url);
  return lead(call, withResults(folder.home, [['siteurl', site.siteName], ...results]));
}
