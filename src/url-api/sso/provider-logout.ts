/** LO of somebody whom the identity provider signed in: they are signed out there too, and come back to BU. */
import type { FastifyReply } from 'fastify';
import { report } from '../../browser/answer.ts';
import { destination } from '../../browser/destination.ts';
import type { PageCall } from '../../browser/site-page.ts';
import { SsoRefused } from '../../sign-in/failures.ts';
import type { SamlSession } from '../../sign-in/saml/types.ts';
import { sendAway } from './send-on.ts';
import { forgetAway, keepWhileAway, keptWhileAway } from './sso-cookies.ts';
import { logRefusal } from './sso-failure.ts';

/**
 * Sends the browser to the provider's logout. Nothing when the site has none, or when it cannot be begun
 * (error 27, in the log): being signed out here does not hang on that.
 */
export async function logOutAtProvider(
  call: PageCall,
  samlSession: SamlSession,
  BU: string | undefined,
): Promise<FastifyReply | undefined> {
  const { site, folder, context } = call;
  try {
    const provider = await context.saml.beginLogout(site, samlSession);
    if (provider === undefined) return undefined;
    // They come back to another address of ours, against which a BU without a host would be read otherwise.
    const back = destination(BU, folder, site);
    if (back) keepWhileAway(call, 'saml_logout', back.url.href);
    else forgetAway(call, 'saml_logout');
    return sendAway(call, provider);
  } catch (error) {
    if (!(error instanceof SsoRefused)) throw error;
    logRefusal(call, error);
    return undefined;
  }
}

/** They are back: the result goes where it would have gone without the provider. */
export function loggedOutAtProvider(call: PageCall): FastifyReply | Promise<FastifyReply> {
  const BU = keptWhileAway(call.request, 'saml_logout');
  forgetAway(call, 'saml_logout');
  return report(call, BU, [
    ['AT', 'LO'],
    ['ST', 'SUCCESS'],
  ]);
}
