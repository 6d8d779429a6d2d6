/**
 * The addresses that identity providers know: `/dispatcher/<service>?siteurl=<site>`, one for each service of
 * the whole installation (seen in the metadata of live sites). At a host that names the site, siteurl may be left out.
 */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noSuchPage } from '../../browser/error-pages.ts';
import { queriedIn } from '../../browser/parameters/declared.ts';
import { text } from '../../browser/parameters/parameter.ts';
import { SITE_NAME, SiteFolder } from '../../browser/site-folder.ts';
import type { PageCall } from '../../browser/site-page.ts';
import type { Context } from '../../context.ts';
import { SsoRefused } from '../../sign-in/failures.ts';
import type { Site } from '../../sites/site.ts';
import { ssoFailed } from './sso-failure.ts';

/** Bytes of a form with a SAML message: base64 of an assertion with hundreds of attributes. */
const LARGEST_MESSAGE = 400_000;

export const DISPATCHER = { siteurl: text('the name of the site') };

type Handler = (call: PageCall) => FastifyReply | Promise<FastifyReply>;

/** Serves a service by GET and POST. A refusal of single sign-on ends as `ssoFailed` says. */
export function dispatcherService(
  app: FastifyInstance,
  context: Context,
  service: string,
  handler: Handler,
): void {
  app.route({
    method: ['GET', 'POST'],
    url: `/dispatcher/${service}`,
    bodyLimit: LARGEST_MESSAGE,
    // A body that is too large never reaches the handler.
    errorHandler: (error: FastifyError, request, reply) => {
      if ((error.statusCode ?? 500) >= 500) throw error;
      return serve(request, reply, () => {
        throw new SsoRefused(6, `the form cannot be taken: ${error.code}`);
      });
    },
    handler: (request, reply) => serve(request, reply, handler),
  });

  async function serve(request: FastifyRequest, reply: FastifyReply, work: Handler): Promise<FastifyReply> {
    const site = await siteOf(request, context);
    if (site?.status !== 'ACTIVE') return noSuchPage(reply);
    const { headers } = request;
    const folder = new SiteFolder({ headers, params: site }, site, context.links.publicUrl());
    return answered({ request, reply, site, folder, context }, work);
  }
}

/** The handler's answer, or that of its refusal. A HEAD uses nothing up. */
export async function answered(call: PageCall, handler: Handler): Promise<FastifyReply> {
  if (call.request.method === 'HEAD') return call.reply.send();
  try {
    return await handler(call);
  } catch (error) {
    if (error instanceof SsoRefused) return ssoFailed(call, error);
    throw error;
  }
}

/** Only the query names the site: what the form says comes from the provider's page. */
async function siteOf(request: FastifyRequest, { sites }: Context): Promise<Site | undefined> {
  const siteurl = queriedIn(queryOf(request), DISPATCHER).siteurl;
  const named = siteurl ?? /^([^.:]+)\./.exec(request.headers.host ?? '')?.[1];
  return named !== undefined && SITE_NAME.test(named) ? sites.byName(named) : undefined;
}

/** The query as it was sent: a signature may cover its very characters. */
export function queryOf(request: FastifyRequest): string {
  return request.url.split('?').slice(1).join('?');
}
