/** OAuth 2: where programs ask people, and where they come for tokens. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { spokenToStranger } from '../../browser/appearance.ts';
import { pageNote } from '../../browser/page-notes/page-note.ts';
import { sendPage } from '../../browser/pages/send-page.ts';
import { SiteFolder } from '../../browser/site-folder.ts';
import type { Context } from '../../context.ts';
import { accessToken } from './access-token.ts';
import { queryOf } from './authorize.php.ts';
import { OAUTH_PATHS } from './oauth-path.ts';
import { revoke } from './revoke.ts';
import { tokenRoute } from './token-answers.ts';

export function oauth(app: FastifyInstance, context: Context): void {
  app.get(OAUTH_PATHS.authorize, (request, reply) => leadToSite(context, request, reply));
  const method = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  app.route({ method, url: OAUTH_PATHS.token, handler: tokenRoute(context, accessToken) });
  app.route({ method, url: OAUTH_PATHS.revoke, handler: tokenRoute(context, revoke) });
}

/** An integration is of one site, and people sign in there: the page of the grant is the site's own. */
async function leadToSite(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const [, query = ''] = /^[^?]*\?(.*)$/s.exec(request.url) ?? [];
  const clients = queryOf(request.url).getAll('client_id');
  const { integrations } = context.apiTokens;
  const integration = clients.length === 1 ? await integrations.byClientId(clients[0] ?? '') : undefined;
  const site = integration && (await integrations.siteOf(integration));
  if (site?.status !== 'ACTIVE') {
    pageNote(request.raw).reason = 'UnknownIntegration';
    const { id, server } = reply.request;
    const home = `${server.publicPath()}/`;
    const content = { page: 'error', status: 400, problem: 'UnknownIntegration', id, home } as const;
    return sendPage(reply, { lang: spokenToStranger(request), content }, { status: 400 });
  }
  pageNote(request.raw).site = site;
  const called = { headers: request.headers, params: { siteName: site.siteName } };
  const folder = new SiteFolder(called, site, context.links.publicUrl());
  const address = folder.write(new URL(`${folder.address('authorize.php')}?${query}`, folder.home));
  return reply.code(302).headers({ Location: address, 'Cache-Control': 'no-store' }).send('');
}
