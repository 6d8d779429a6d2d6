/** What every page of the URL API begins with: the site that its address names. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, actingAs } from '../acting.ts';
import type { Context } from '../context.ts';
import { AccessDenied } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { ask } from './ask.ts';
import { browserSessionOf, foundAccountOf } from './browser-session.ts';
import { noSuchPage, noSuchSite } from './error-pages.ts';
import { noteRefusal, type PageNote, pageNote } from './page-notes/page-note.ts';
import { reasonOf, statusOf } from './reasons.ts';
import { show } from './show.ts';
import { askToSignIn, isLink } from './sign-in/sign-in-page.ts';
import { SITE_NAME, SiteFolder } from './site-folder.ts';

export interface PageCall {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly site: Site;
  readonly folder: SiteFolder;
  readonly context: Context;
}

type Handler = (call: PageCall) => FastifyReply | Promise<FastifyReply>;

/** What is shown at an address that names no site. */
type Fallback = (request: FastifyRequest, reply: FastifyReply) => FastifyReply;

/**
 * Serves a page by GET and POST at `/<siteName>/<path>`, with the `k2` segment of old links too, and at
 * `/<path>` of a host whose first label is the site's name.
 */
export function sitePage(
  app: FastifyInstance,
  context: Context,
  path: string,
  handler: Handler,
  withoutSite: Fallback = (_request, reply) => noSuchPage(reply),
): void {
  const named = handlerOf(context, handler, nobodysSite);
  for (const url of [`/:siteName/${path}`, `/:siteName/k2/${path}`]) {
    app.route({ method: ['GET', 'POST'], url, handler: named });
  }
  app.route({ method: ['GET', 'POST'], url: `/${path}`, handler: handlerOf(context, handler, withoutSite) });
}

/** Serves a page by GET and POST at an address outside the site's folder that names the site by `:siteName`. */
export function pageAt(app: FastifyInstance, context: Context, url: string, handler: Handler): void {
  const named = handlerOf(context, handler, nobodysSite);
  app.route({ method: ['GET', 'POST'], url, handler: named });
}

/** The folder of a site without its slash, as people type it. */
export function siteFolderPage(app: FastifyInstance, context: Context, handler: Handler): void {
  app.get('/:siteName', handlerOf(context, handler, nobodysSite));
}

function handlerOf(context: Context, handler: Handler, withoutSite: Fallback) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const site = await siteOf(request, context);
    const note = pageNote(request.raw);
    if (site?.status !== 'ACTIVE') {
      note.triedSite = namedIn(request);
      const answered = withoutSite(request, reply);
      if (reply.statusCode >= 400) noteNoSite(note);
      return answered;
    }
    note.site = site;
    const folder = new SiteFolder(request, site, context.links.publicUrl());
    const call = { request, reply, site, folder, context };
    try {
      return await actingAs(
        () => pageActor(call),
        () => handler(call),
      );
    } catch (error) {
      const problem = reasonOf(error);
      if (problem === undefined) throw error;
      noteRefusal(request.raw, problem, error);
      if (
        error instanceof AccessDenied &&
        isLink(request) &&
        ask(call, { forPrograms: true }) === 'person' &&
        !(await browserSessionOf(call))
      ) {
        return askToSignIn(call);
      }
      return show(call, { page: 'error', status: statusOf(problem), problem });
    }
  };
}

/** Who acts on a page: whoever is signed in, as soon as that was asked for. */
export function pageActor({ request, site, context }: PageCall): Actor {
  const account = foundAccountOf(request);
  return {
    kind: account ? 'account' : 'visitor',
    accountId: account?.id,
    name: account?.webExId ?? '',
    site: site.siteName,
    face: 'page',
    address: context.callerAddress(request.raw),
    requestId: request.id,
  };
}

/** The site that an address names, by its folder or by the host; closed ones too. */
/** What is no name of a site at all was never meant as one. */
function nobodysSite(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { siteName = '' } = request.params as { siteName?: string };
  return SITE_NAME.test(siteName) ? noSuchSite(request, reply) : noSuchPage(reply);
}

export async function siteOf(request: FastifyRequest, { sites }: Context): Promise<Site | undefined> {
  const named = namedIn(request);
  return named !== undefined && SITE_NAME.test(named) ? sites.byName(named) : undefined;
}

/** The name in the address, whether there is such a site or not. */
function namedIn({ params, headers }: FastifyRequest): string | undefined {
  const { siteName } = params as { siteName?: string };
  return siteName ?? /^([^.:]+)\./.exec(headers.host ?? '')?.[1];
}

function noteNoSite(note: PageNote): void {
  note.reason = 'NoSuchSite';
  note.refusal = { rule: 'NoSuchSite' };
}
