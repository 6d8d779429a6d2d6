/** sso.php of a CI site: its people sign in at its OpenID provider. With TARGET it begins, with a code it ends; with TEST an
 * administrator tries it. */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { openBrowserSession } from '../../browser/browser-session.ts';
import { appendCookie, cookieOf } from '../../browser/cookies.ts';
import { destination } from '../../browser/destination.ts';
import type { Asked } from '../../browser/parameters/parameter.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { consoleOf } from './console-of.ts';
import { queryOf } from './dispatcher.ts';
import type { SSO } from './parameters.ts';
import { sendAway, sendOn } from './send-on.ts';

/** Binds a sign-in to the browser that began it. */
const COOKIE = 'openid_request';

/** Seconds that it is kept: as long as what is in it is good. */
const LIFE = 600;

/** @throws SsoRefused when the message is not to be trusted */
export function openIdSignIn(
  call: PageCall,
  { state, error, TARGET, HERE = false, TEST }: Asked<typeof SSO>,
): Promise<FastifyReply> {
  if (TEST !== undefined) return tryOut(call, TEST);
  return (state ?? error) ? finish(call) : begin(call, TARGET, HERE);
}

/** @param isHere the browser has been sent to the public address already */
async function begin(call: PageCall, TARGET: string | undefined, isHere: boolean): Promise<FastifyReply> {
  const { site, folder, context } = call;
  const target = ownPage(call, TARGET);
  const address = target && folder.publish(target).href;
  // The provider sends people back to the public address: what they bring back has to be kept for it.
  if (!isHere && !folder.isPublished) {
    const published = new URL(context.links.ssoBegin(site, address));
    published.searchParams.set('HERE', '1');
    return redirect(call, published);
  }
  const begun = await context.browserSignIn.begin(site, context.links.ssoBegin(site, undefined), address);
  appendCookie(call, { name: COOKIE, value: begun.binding, sameSite: 'Lax', maxAge: LIFE });
  return sendAway(call, begun.url);
}

/** An administrator tries it; the console has led them to the public address. */
async function tryOut(call: PageCall, test: string): Promise<FastifyReply> {
  const { site, context } = call;
  const begun = await context.browserSignIn.beginTest(site, context.links.ssoBegin(site, undefined), test);
  if ('home' in begun) return sendOn(call, consoleOf(call, begun.home, 'openid'));
  appendCookie(call, { name: COOKIE, value: begun.binding, sameSite: 'Lax', maxAge: LIFE });
  return sendAway(call, begun.url);
}

/** Opens the browser session. Whoever was signed in here before is not any more. */
async function finish(call: PageCall): Promise<FastifyReply> {
  const { request, site, folder, context } = call;
  const { browserSignIn, links } = context;
  const arrived = new URL(`${links.ssoBegin(site, undefined)}?${queryOf(request)}`);
  appendCookie(call, { name: COOKIE, sameSite: 'Lax' });
  const binding = cookieOf(request, COOKIE);
  const tried = await browserSignIn.finishTest(site, arrived, binding);
  if (tried) return sendOn(call, consoleOf(call, tried.home, 'openid'));
  const { account, target } = await browserSignIn.finish(site, arrived, binding);
  await openBrowserSession(call, account);
  return redirect(call, ownPage(call, target) ?? folder.home);
}

/** A page of this site that may be shown after a sign-in; not this one, which would begin another. */
function ownPage({ folder, site }: PageCall, address: string | undefined): URL | undefined {
  const found = address === undefined ? undefined : destination(address, folder, site);
  if (found?.kind !== 'site' || /\/sso\.php$/i.test(found.url.pathname)) return undefined;
  return found.url;
}
