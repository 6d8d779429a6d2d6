/** The installation's own page, which says how to reach a site. It names none: not everybody may know them. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html } from './html.ts';
import { sendPage } from './page.ts';
import { parametersOf } from './parameters.ts';
import { SITE_NAME } from './site-folder.ts';

export function welcome(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wanted = parametersOf(request).get('SITE')?.trim().toLowerCase() ?? '';
  if (SITE_NAME.test(wanted)) reply.code(302).header('Location', `${wanted}/`);
  return sendPage(reply, {
    title: 'Parlance',
    content: html`<h1>Which site do you meet on?</h1>
<p>Your site has a name of its own. It stands in the links that you were sent.</p>
<form action=".">
<label>Name of the site<input name="site" autocapitalize="none" autocomplete="organization" spellcheck="false"
 pattern="[A-Za-z0-9\\-]{1,63}" placeholder="acme" required></label>
<button>Go to the site</button>
</form>`,
  });
}
