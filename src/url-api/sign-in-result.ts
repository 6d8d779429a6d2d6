/** The end of a sign-in: a session, its cookie, and the way on. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../accounts/account.ts';
import { redirect, report } from './answer.ts';
import { setCookie } from './browser-session.ts';
import { destination } from './destination.ts';
import type { PageCall } from './site-page.ts';

/** Where to go on: MU is an address of the site, or the word GoBack for BU. */
export interface WayOn {
  readonly MU: string | undefined;
  readonly BU: string | undefined;
}

export async function signedIn(
  { reply, site, context }: PageCall,
  account: Account,
  way: WayOn,
): Promise<FastifyReply> {
  const { tickets, accounts, links } = context;
  const { cookie, csrf } = await tickets.openBrowserSession(account, site);
  await accounts.countVisit(account);
  setCookie(reply, site, context, cookie);
  const target = way.MU?.toLowerCase() === 'goback' ? undefined : destination(way.MU, site, links);
  if (target?.kind === 'site') return redirect(reply, target.url.href);
  // Without MU and BU the original goes to the site's own page and says nothing.
  if (way.MU === undefined && way.BU === undefined) return redirect(reply, `${links.site(site)}/`);
  return report(reply, site, links, way.BU, [
    ['AT', 'LI'],
    ['WID', account.webExId],
    ['ST', 'SUCCESS'],
    ['CSRF', csrf],
  ]);
}
