/**
 * The assertion consumer service: the provider's page posts its answer here. What comes with such a POST has none of
 * the site's cookies, so the browser is sent on into the site's folder with a code, and is signed in there.
 */
import type { FastifyReply } from 'fastify';
import type { PageCall } from '../../browser/site-page.ts';
import { SsoRefused } from '../../sign-in/failures.ts';
import { consoleOf } from './console-of.ts';
import { sendOn } from './send-on.ts';

export async function assertionConsumer(call: PageCall): Promise<FastifyReply> {
  const { request, reply, site, context } = call;
  if (request.method !== 'POST') {
    reply.header('Allow', 'POST');
    throw new SsoRefused(5, `a ${request.method} at the assertion consumer service`);
  }
  const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
  const SAMLResponse = only(form, 'SAMLResponse');
  if (!SAMLResponse) throw new SsoRefused(6, 'the form has no SAMLResponse');
  const RelayState = only(form, 'RelayState');
  const target = only(form, site.settings.samlSSO.targetParameter);
  const message = {
    SAMLResponse,
    ...(RelayState !== undefined && { RelayState }),
    ...(target !== undefined && { target }),
  };
  const tried = await context.saml.takeTest(site, message);
  if (tried) return sendOn(call, consoleOf(call, tried.home, 'saml'));
  const { code } = await context.saml.takeResponse(site, message);
  return sendOn(call, context.links.ssoHandOver(site, code));
}

/** A field that stands twice could be read in two ways. */
function only(form: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = form.getAll(name);
  if (more.length > 0) throw new SsoRefused(6, `the form has ${name} more than once`);
  return value;
}
