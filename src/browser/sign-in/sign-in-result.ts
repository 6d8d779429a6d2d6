/** The end of a sign-in: a session, its cookie, and the way on. */
import type { FastifyReply } from 'fastify';
import type { Account } from '../../accounts/account.ts';
import { leadHome, redirect, report } from '../answer.ts';
import { openBrowserSession } from '../browser-session.ts';
import { destination } from '../destination.ts';
import { rememberLed } from '../led-on.ts';
import type { PageCall } from '../site-page.ts';

/** Where to go on: MU is an address of the site, or the word GoBack for BU. */
export interface WayOn {
  readonly MU: string | undefined;
  readonly BU: string | undefined;
}

export async function signedIn(call: PageCall, account: Account, way: WayOn): Promise<FastifyReply> {
  return goOn(call, account, await openBrowserSession(call, account), way);
}

/** To MU, or with the result to BU. */
export function goOn(
  call: PageCall,
  account: Account,
  csrf: string,
  way: WayOn,
): FastifyReply | Promise<FastifyReply> {
  const { site, folder } = call;
  const target = way.MU?.toLowerCase() === 'goback' ? undefined : destination(way.MU, folder, site);
  if (target?.kind === 'site') {
    rememberLed(call, csrf, folder.write(target.url));
    return redirect(call, target.url);
  }
  // Without MU and BU the original goes to the site's own page and says nothing.
  if (way.MU === undefined && way.BU === undefined) return leadHome(call);
  return report(call, way.BU, [
    ['AT', 'LI'],
    ['WID', account.webExId],
    ['ST', 'SUCCESS'],
    ['CSRF', csrf],
  ]);
}
