/**
 * Answers the endpoints of the console at `/<siteName>/console/api/<path>`, and an owner's calls for another site at
 * `/<home>/console/api/at/<siteName>/<path>`: one sign-in, whose cookie is of one folder, is enough.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, actingAs } from '../../acting.ts';
import { browserSessionOf } from '../../browser/browser-session.ts';
import { EventStreams } from '../../browser/event-stream.ts';
import { isOwnScript } from '../../browser/own-form.ts';
import { noteRefusal, pageNote } from '../../browser/page-notes/page-note.ts';
import { SiteFolder } from '../../browser/site-folder.ts';
import { siteOf } from '../../browser/site-page.ts';
import type { Context } from '../../context.ts';
import { DatabaseUnavailable } from '../../database/database.ts';
import { asOwner } from '../../policies/owner.ts';
import type { Site } from '../../sites/site.ts';
import { readMembers } from './call-shape.ts';
import { type ApiCall, type ConsoleEndpoint, isWrite } from './endpoint.ts';
import { CallRefused, type ConsoleProblem, problemOf } from './problems.ts';
import { queryOf } from './query.ts';
import { sendDownload } from './send-download.ts';
import { sendFramed } from './send-framed.ts';
import { readJson, sentFile } from './sent-body.ts';

const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
};

/** Before the path of an endpoint. At a host that names the site, the folder is left out. */
const FOLDERS = ['/:siteName/console/api', '/console/api'];
const ELSEWHERE = 'at/:atSite/';

type Params = Readonly<Record<string, string>>;

export function consoleApi(
  app: FastifyInstance,
  context: Context,
  endpoints: readonly ConsoleEndpoint[],
): void {
  for (const { path } of endpoints) {
    // The folder has named them.
    if (/:(siteName|atSite)\b/.test(path)) throw new Error(`${path}: a parameter has another name`);
  }
  const streams = new EventStreams(app);
  app.register(async (api) => {
    // Nobody's body is read before it is known who they are (`body.ts`).
    api.removeAllContentTypeParsers();
    api.addContentTypeParser('*', (_request, body, done) => done(null, body));
    api.addHook('onRequest', async (_request, reply) => {
      reply.headers(HEADERS);
    });
    api.setErrorHandler((error, request, reply) => failed(error, request, reply, context));
    for (const folder of FOLDERS) {
      for (const endpoint of endpoints) {
        const handler = (request: FastifyRequest, reply: FastifyReply) =>
          answer({ endpoint, context, streams, request, reply });
        for (const at of ['', ELSEWHERE]) {
          const url = `${folder}/${at}${endpoint.path}`;
          api.route({ method: endpoint.method, url, exposeHeadRoute: false, handler });
        }
      }
      api.all(`${folder}/*`, () => {
        throw new CallRefused(404, 'NotFound', 'there is no such endpoint');
      });
    }
  });
}

interface Called {
  readonly endpoint: ConsoleEndpoint;
  readonly context: Context;
  readonly streams: EventStreams;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function answer({ endpoint, context, streams, request, reply }: Called): Promise<unknown> {
  const call = await asked(request, reply, context);
  endpoint.may.judge(call);
  if (isWrite(endpoint) && !isOwnScript(request)) {
    throw new CallRefused(
      403,
      'CSRFRequired',
      'the header X-Parlance-Form is missing or not of this browser',
    );
  }
  const { siteName: _home, atSite: _site, ...params } = request.params as Params;
  const query = readMembers(endpoint.query, queryOf(request.url));
  const isUpload = endpoint.kind === 'upload';
  const file = isUpload ? await sentFile(request, endpoint.bodyLimit) : undefined;
  const body = endpoint.body?.read(await readJson(request, endpoint.bodyLimit), '');
  const open = () => {
    if (streams.isFull) throw new CallRefused(503, 'TooManyStreams', 'too many streams are open');
    return streams.open(reply);
  };
  const result = await actingAs(actorOf(call), () => endpoint.run(call, { params, query, body, file }, open));
  if (endpoint.kind === 'stream') return reply;
  if (endpoint.kind === 'download') return sendDownload(reply, result);
  if (endpoint.kind === 'framed') return sendFramed(reply, result);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(result));
}

/**
 * Who asks, and for which site. Whether there is another site is told to owners alone.
 * @throws CallRefused
 */
async function asked(request: FastifyRequest, reply: FastifyReply, context: Context): Promise<ApiCall> {
  const home = await siteOf(request, context);
  if (home?.status !== 'ACTIVE') throw noSuchSite();
  const folder = new SiteFolder(request, home, context.links.publicUrl());
  const page = { request, reply, site: home, folder, context };
  const browserSession = await browserSessionOf(page);
  if (!browserSession) throw new CallRefused(401, 'SignInRequired', 'sign in first');
  const { account } = browserSession;
  const isOwner = await context.owners.has(account);
  const note = pageNote(request.raw);
  // A site that somebody only names is not told of them.
  note.site = home;
  note.caller = account.webExId;
  const site = await workedOn(request, context, home, isOwner);
  note.site = site;
  return { ...page, site, home, browserSession, isOwner, account: isOwner ? asOwner(account) : account };
}

/** At home an owner acts as their account; elsewhere as what they are there. */
function actorOf({ account, home, site, context, request }: ApiCall): Actor {
  return {
    kind: site.id === home.id ? 'account' : 'owner',
    accountId: account.id,
    name: account.webExId,
    site: home.siteName,
    face: 'console',
    address: context.callerAddress(request.raw),
    requestId: request.id,
  };
}

async function workedOn(
  request: FastifyRequest,
  { sites }: Context,
  home: Site,
  isOwner: boolean,
): Promise<Site> {
  const { atSite } = request.params as { readonly atSite?: string };
  if (atSite === undefined || atSite.toLowerCase() === home.siteName) return home;
  const site = isOwner ? await sites.byName(atSite) : undefined;
  if (!site) throw noSuchSite();
  return site;
}

function noSuchSite(): CallRefused {
  return new CallRefused(404, 'SiteNotFound', 'there is no such site');
}

function failed(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  { log }: Context,
): FastifyReply {
  const problem = problemOf(error) ?? ofFramework(error) ?? fault(error, request, reply, log);
  noteRefusal(request.raw, problem.error.reason, error);
  // What was sent and not read would keep the connection waiting.
  request.raw.resume();
  return reply
    .code(problem.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { ...problem.error, id: request.id } }));
}

function ofFramework(error: unknown): ConsoleProblem | undefined {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (!(status >= 400 && status < 500)) return undefined;
  return {
    status,
    error: { reason: status === 413 ? 'TooLarge' : 'Unreadable', message: 'this cannot be read' },
  };
}

function fault(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  log: Context['log'],
): ConsoleProblem {
  log.fault(request.id, error);
  if (error instanceof DatabaseUnavailable) {
    reply.header('Retry-After', '5');
    return { status: 503, error: { reason: 'Unavailable', message: 'the database does not answer' } };
  }
  return {
    status: 500,
    error: { reason: 'Unknown', message: 'a fault of ours, which the log has by this id' },
  };
}
