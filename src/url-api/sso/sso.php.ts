/**
 * sso.php: the site's side of single sign-on in the browser. With TARGET it begins a sign-in at the identity provider;
 * with a code it ends one; with AT=LO somebody is back from the provider's logout.
 */
import type { FastifyReply } from 'fastify';
import { redirect } from '../../browser/answer.ts';
import { openBrowserSession } from '../../browser/browser-session.ts';
import { destination } from '../../browser/destination.ts';
import { parametersOf } from '../../browser/parameters/declared.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { answered } from './dispatcher.ts';
import { openIdSignIn } from './openid.ts';
import { SSO } from './parameters.ts';
import { loggedOutAtProvider } from './provider-logout.ts';
import { sendAway } from './send-on.ts';
import { forgetAway, keepWhileAway, keptWhileAway } from './sso-cookies.ts';

export function ssoPhp(call: PageCall): Promise<FastifyReply> {
  return answered(call, () => {
    const asked = parametersOf(call.request, SSO);
    const { code, AT, TARGET, HERE = false } = asked;
    // The provider of a CI site speaks OpenID.
    if (call.site.type === 1) return openIdSignIn(call, asked);
    if (code !== undefined) return finish(call, code);
    if (AT === 'LO') return loggedOutAtProvider(call);
    return begin(call, TARGET, HERE);
  });
}

/** @param isHere the browser has been sent to the public address already */
async function begin(call: PageCall, TARGET: string | undefined, isHere: boolean): Promise<FastifyReply> {
  const { site, folder, context } = call;
  const target = ownPage(call, TARGET);
  const address = target && folder.publish(target);
  // The provider sends people back to the public address: what they bring back has to be kept for it.
  if (!isHere && !folder.isPublished) {
    const published = new URL(context.links.ssoBegin(site, address?.href));
    published.searchParams.set('HERE', '1');
    return redirect(call, published);
  }
  const { url, binding } = await context.saml.beginSignIn(site, address?.href);
  keepWhileAway(call, 'saml_request', binding);
  return sendAway(call, url);
}

/** Opens the browser session. Whoever was signed in here before is not any more. */
async function finish(call: PageCall, code: string): Promise<FastifyReply> {
  const { request, site, folder, context } = call;
  const binding = keptWhileAway(request, 'saml_request');
  const { account, target, samlSession } = await context.saml.finishSignIn(site, code, binding);
  await openBrowserSession(call, account, samlSession);
  forgetAway(call, 'saml_request');
  const { defaultTarget } = site.settings.samlSSO;
  return redirect(call, ownPage(call, target) ?? ownPage(call, defaultTarget) ?? folder.home);
}

/** A page of this site that may be shown after a sign-in; not this one, which would begin another. */
function ownPage({ folder, site }: PageCall, address: string | undefined): URL | undefined {
  const found = address === '' ? undefined : destination(address, folder, site);
  if (found?.kind !== 'site' || /\/sso\.php$/i.test(found.url.pathname)) return undefined;
  return found.url;
}
