/** The single logout service: the provider's own logout, and its answer to one that began here. */
import type { FastifyReply } from 'fastify';
import type { PageCall } from '../../browser/site-page.ts';
import { SsoRefused } from '../../sign-in/failures.ts';
import type { LogoutMessage } from '../../sign-in/saml/types.ts';
import { queryOf } from './dispatcher.ts';
import { sendOn } from './send-on.ts';
import { logRefusal } from './sso-failure.ts';

export async function logoutService(call: PageCall): Promise<FastifyReply> {
  const { request, site, context } = call;
  const message: LogoutMessage = {
    method: request.method === 'POST' ? 'POST' : 'GET',
    query: queryOf(request),
    form: new URLSearchParams(typeof request.body === 'string' ? request.body : ''),
  };
  try {
    const { respondAt } = await context.saml.takeLogout(site, message);
    if (respondAt !== undefined) return sendOn(call, respondAt);
  } catch (error) {
    // Whoever logs out here has been signed out already: what the provider makes of it keeps them from nothing.
    if (!(error instanceof SsoRefused && isAnswer(message))) throw error;
    logRefusal(call, error);
  }
  // The way back lies in a cookie that only the site's folder sees.
  return sendOn(call, context.links.ssoLoggedOut(site));
}

function isAnswer({ method, query, form }: LogoutMessage): boolean {
  const fields = method === 'POST' ? form : new URLSearchParams(query);
  return fields.has('SAMLResponse') && !fields.has('SAMLRequest');
}
