/** Puts the parts together into one application. */
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { faultPage, noSuchPage, unreadable } from './browser/error-pages.ts';
import { refuseUnread } from './browser/long-body.ts';
import { consolePages } from './console/index.ts';
import { type Context, openContext, type Parts } from './context.ts';
import { DatabaseUnavailable } from './database/database.ts';
import type { Log } from './log.ts';
import { LIVEKIT_PATH } from './media/livekit/livekit-front.ts';
import { isNbrService, nbrServices } from './nbr/nbr-http.ts';
import { Readiness } from './readiness.ts';
import { sitePages } from './site-pages/index.ts';
import { urlApi } from './url-api/index.ts';
import { isXmlService, type RawHandler, xmlService } from './xml-api/http.ts';
import { SCHEMA_FOLDER, schemas } from './xml-api/schemas.ts';

export interface Server extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly context: Context;
  /** Finishes what is in flight. */
  close(): Promise<void>;
}

/** Bytes of a form that is posted to the URL API. */
const LARGEST_FORM = 256 * 1024;

/** A GET may carry a whole message in its query. */
const LARGEST_HEADERS = 256 * 1024;

/** Milliseconds between looks for connections that have become idle, while the server closes. */
const SWEEP_EVERY = 50;

/** What answers below a path of its own, beside the pages. */
export interface Beside {
  /** With its leading slash, and none at its end. */
  readonly path: string;
  readonly open: (context: Context) => RawHandler;
}

/** Without `publicUrl` the installation is reached where it listens. */
export type ServerParts = Omit<Parts, 'publicUrl'> & { readonly log: Log; readonly beside?: Beside };

/** Listens when it resolves. */
export async function startServer(parts: ServerParts): Promise<Server> {
  const { settings, log } = parts;
  let url = '';
  let closing = false;
  const context = openContext({
    ...parts,
    publicUrl: () => settings.publicUrl || url,
    report: (error) => log.fault('mail', error),
  });
  // Loaded where it is asked for: an installation without metrics holds none of it.
  const metrics =
    settings.metricsPort === 0
      ? undefined
      : await (await import('./metrics/metrics-server.ts')).startMetrics(context);
  const { answer: xml, send } = xmlService(context, log, metrics?.xmlMessage);
  context.xmlDoor.leadTo({ send, operations: () => import('./xml-api/operation-catalogue.ts') });
  const nbr = nbrServices(context);
  const isForLiveKit = (url = '') => context.liveKit !== undefined && url.startsWith(`${LIVEKIT_PATH}/`);
  const beside = parts.beside && { path: `${parts.beside.path}/`, answer: parts.beside.open(context) };
  const app = Fastify({
    bodyLimit: LARGEST_FORM,
    genReqId: () => log.nextRequestId(),
    forceCloseConnections: 'idle',
    routerOptions: { caseSensitive: false, maxParamLength: 512 },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    clientErrorHandler: refuseUnread,
    // An address that cannot be decoded reaches no page and no other error handler.
    frameworkErrors: (_error, _request, reply: FastifyReply) => unreadable(reply.code(400)),
    serverFactory: (handler) =>
      createServer(httpOptions(settings.lenientHttp), (request, response) => {
        if (closing) response.shouldKeepAlive = false;
        if (hasTwoHosts(request)) return refuseTwoHosts(response);
        takeAbsoluteForm(request);
        if (isXmlService(request.url ?? '')) xml(request, response);
        else if (isNbrService(request.url ?? '')) nbr(request, response);
        else if (isForLiveKit(request.url)) context.liveKit?.answer(request, response);
        else if (beside && request.url?.startsWith(beside.path)) beside.answer(request, response);
        else handler(request, response);
      }),
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-ID', request.id);
  });
  if (metrics) {
    app.addHook('onResponse', async ({ routeOptions }, { statusCode, elapsedTime }) =>
      metrics.page(routeOptions.url ?? 'none', statusCode, elapsedTime),
    );
  }
  takeForms(app);
  serveHealth(app, context);
  serveSchemas(app);
  urlApi(app, context);
  sitePages(app, context);
  consolePages(app, context);
  answerFaults(app, log);
  const { liveKit } = context;
  if (liveKit) app.server.on('upgrade', liveKit.upgrade);
  await app.listen({ host: settings.host, port: settings.port });
  const { port } = app.server.address() as AddressInfo;
  url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const phone = await openTelephone(context).catch(async (error: unknown) => {
    // A server that goes on listening would keep a process alive that has failed.
    await Promise.all([app.close(), metrics?.close()]);
    throw error;
  });
  const { sender } = context.mail;
  const { sweeper } = context.live;
  const { historySweeper, recordingSweeper, recordingWork, steward } = context;
  context.events.start();
  sender.start();
  sweeper.start();
  historySweeper.start();
  recordingSweeper.start();
  recordingWork.start();
  steward.start();
  context.requestLog.start();
  liveKit?.start();
  const close = async () => {
    closing = true;
    liveKit?.close();
    // A connection whose last request is answered would be kept, and be waited for.
    const sweep = setInterval(() => app.server.closeIdleConnections(), SWEEP_EVERY);
    await Promise.all([
      phone?.close(),
      app.close(),
      sender.stop(),
      sweeper.stop(),
      historySweeper.stop(),
      recordingSweeper.stop(),
      context.serverRecorder?.stop(),
      recordingWork.stop(),
      steward.stop(),
      context.events.stop(),
      metrics?.close(),
    ]).finally(() => clearInterval(sweep));
    await context.requestLog.close();
  };
  return { url, context, close, [Symbol.asyncDispose]: close };
}

/**
 * Loaded where calls are taken: an installation without holds none of it.
 * @throws SettingRefused when a setting cannot be used, or the package that carries the voices is not there
 */
async function openTelephone(context: Context): Promise<{ close(): Promise<void> } | undefined> {
  if (context.settings.sip === '') return undefined;
  const { startPhone } = await import('./phone/start-phone.ts');
  return startPhone(context);
}

/** What pages take and give is declared elsewhere: Fastify's own compilers of schemas would be loaded for nothing. */
function noSchemas(): never {
  throw new Error('routes have no schemas of Fastify');
}

/** @param lenient lets HTTP/1.0 with bare line feeds in, and with it what a proxy may read otherwise */
function httpOptions(lenient: boolean): ServerOptions {
  return {
    insecureHTTPParser: lenient,
    maxHeaderSize: LARGEST_HEADERS,
    headersTimeout: 20_000,
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
  };
}

/** A proxy in front may have gone by the other one (RFC 9112, section 3.2). */
function hasTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function refuseTwoHosts(response: ServerResponse): void {
  response.writeHead(400, { 'Content-Type': 'text/plain', Connection: 'close' });
  response.end('a request has one Host header\n');
}

/** `POST http://host/path`: that host takes the place of the header's (RFC 9112, section 3.2.2). */
function takeAbsoluteForm(request: IncomingMessage): void {
  const { url = '' } = request;
  if (url.startsWith('/')) return;
  const [, host, path = ''] = /^https?:\/\/([^/?#@]+)(.*)$/i.exec(url) ?? [];
  if (host === undefined) return;
  request.headers.host = host;
  request.url = path.startsWith('/') ? path : `/${path}`;
}

/** The fields of a form come as text: whoever needs them parses them. */
function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
}

/** Alive is the process; ready is the database behind it, whose disk takes what is written. */
function serveHealth(app: FastifyInstance, { database, clock }: Context): void {
  const readiness = new Readiness(database, clock);
  app.get('/healthz', async () => 'alive\n');
  app.get('/readyz', async (_request, reply) => {
    if (await readiness.isReady()) return 'ready\n';
    return reply.code(503).send('not ready: the database does not answer, or its disk takes no more\n');
  });
}

function serveSchemas(app: FastifyInstance): void {
  let files: Map<string, string> | undefined;
  app.get(`${SCHEMA_FOLDER}/*`, async (request, reply) => {
    files ??= schemas();
    const file = files.get((request.params as { '*': string })['*']);
    if (file === undefined) return noSuchPage(reply);
    return reply.header('Content-Type', 'text/xml;charset=UTF-8').send(file);
  });
}

/** What goes wrong is told by its number; never by a stack trace. */
function answerFaults(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => noSuchPage(reply));
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return unreadable(reply.code(status));
    log.fault(request.id, error);
    request.raw.resume();
    if (error instanceof DatabaseUnavailable) reply.code(503).header('Retry-After', '5');
    else reply.code(500);
    return faultPage(reply, request.id);
  });
}
