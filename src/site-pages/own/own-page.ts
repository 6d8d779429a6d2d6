/** A page of somebody's own account: whoever is not signed in does that first. */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { isOwnForm } from '../../browser/own-form.ts';
import { show } from '../../browser/show.ts';
import { signInPage } from '../../browser/sign-in/sign-in-page.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { BrowserSession } from '../../sign-in/tickets.ts';

interface OwnPage {
  /** Below the site's folder. */
  readonly path: string;
  shown(call: PageCall, own: BrowserSession): Promise<FastifyReply>;
  /** A form of the page has been sent by its own page. */
  posted(call: PageCall, own: BrowserSession): Promise<FastifyReply>;
}

export function ownPage({ path, shown, posted }: OwnPage) {
  return async (call: PageCall): Promise<FastifyReply> => {
    const own = await browserSessionOf(call);
    if (!own) return signInPage(call, { MU: call.folder.address(path) });
    if (call.request.method !== 'POST') return shown(call, own);
    if (!isOwnForm(call)) return show(call, { page: 'error', status: 403, problem: 'CSRFRequired' });
    return posted(call, own);
  };
}
