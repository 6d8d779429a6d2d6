/** The first page of the console: what runs on the site, and what comes next. */
import type { FastifyReply } from 'fastify';
import { browserSessionOf } from '../browser/browser-session.ts';
import { upcoming } from '../browser/meetings/upcoming.ts';
import { show } from '../browser/show.ts';
import type { PageCall } from '../browser/site-page.ts';
import { mayManageLabs } from '../policies/lab.ts';
import { checkReadsSite } from '../policies/site.ts';
import { AccessDenied } from '../refusal.ts';

/** @throws AccessDenied for everybody but administrators, those who may only read among them. */
export async function overview(call: PageCall): Promise<FastifyReply> {
  const browserSession = await browserSessionOf(call);
  if (!browserSession) throw new AccessDenied('sign in first');
  const { account } = browserSession;
  checkReadsSite(account);
  return show(call, {
    page: 'overview',
    siteName: call.site.siteName,
    home: call.folder.address(''),
    queues: call.folder.address('queues.php'),
    labs: mayManageLabs(await call.context.accounts.withProfile(account))
      ? call.folder.address('console/labs')
      : undefined,
    ...(await upcoming(call, account, 'of the site')),
  });
}
