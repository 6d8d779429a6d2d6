/** Puts the parts together into one application. */
import { once } from 'node:events';
import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerOptions,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseUnread } from './browser/long-body.ts';
import { jobDoers } from './console/users/jobs/index.ts';
import { type Context, openContext, type Parts } from './context.ts';
import { healthChecks, isHealthCheck } from './health.ts';
import type { RawHandler } from './http/raw-handler.ts';
import type { Log } from './log.ts';
import { LIVEKIT_PATH } from './media/livekit/livekit-front.ts';
import { isNbrService } from './nbr/nbr-path.ts';
import { OnDemand } from './on-demand.ts';
import type { Pages } from './pages.ts';
import { isRestService } from './rest-api/rest-path.ts';
import { presenterOnDemand } from './rest-api/webhooks/presenter-on-demand.ts';
import { ownUrl } from './settings.ts';
import { isOAuth } from './site-pages/oauth/oauth-path.ts';
import { isXmlService, xmlService } from './xml-api/http.ts';

export interface Server extends AsyncDisposable {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly context: Context;
  /** Finishes what is in flight. */
  close(): Promise<void>;
}

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
export type ServerParts = Omit<Parts, 'publicUrl' | 'webhookPresenter'> & {
  readonly log: Log;
  readonly beside?: Beside;
};

/** Listens when it resolves. */
export async function startServer(parts: ServerParts): Promise<Server> {
  const { settings, log } = parts;
  let url = '';
  let closing = false;
  const context = openContext({
    ...parts,
    publicUrl: () => settings.publicUrl || url,
    webhookPresenter: presenterOnDemand,
    report: (error) => log.fault('mail', error),
  });
  // Loaded where it is asked for: an installation without metrics holds none of it.
  const metrics =
    settings.metricsPort === 0
      ? undefined
      : await (await import('./metrics/metrics-server.ts')).startMetrics(context);
  const { answer: xml, send } = xmlService(context, log, metrics?.xmlMessage);
  context.xmlDoor.leadTo({
    send,
    operations: () => import('./xml-api/operation-catalogue.ts'),
    links: () => import('./url-api/link-catalogue.ts'),
  });
  const health = healthChecks(context);
  const isForLiveKit = (url = '') => context.liveKit !== undefined && url.startsWith(`${LIVEKIT_PATH}/`);
  const beside = parts.beside && { path: `${parts.beside.path}/`, answer: parts.beside.open(context) };
  // An integration calls the XML API alone: what others come for is loaded with the first of them.
  const nbr = new OnDemand<RawHandler>(log, async () => {
    const { nbrServices } = await import('./nbr/nbr-http.ts');
    return nbrServices(context);
  });
  const rest = new OnDemand<RawHandler>(log, async () => {
    const { restService } = await import('./rest-api/rest-http.ts');
    return restService(context, metrics?.page);
  });
  const pages = new OnDemand<Pages>(log, async () => {
    const { openPages } = await import('./pages.ts');
    return openPages(server, context, metrics?.page);
  });
  const server = createServer(httpOptions(settings.lenientHttp), (request, response) => {
    if (closing) response.shouldKeepAlive = false;
    if (hasTwoHosts(request)) return refuseTwoHosts(response);
    takeAbsoluteForm(request);
    const { url = '' } = request;
    if (isXmlService(url)) xml(request, response);
    else if (isOAuth(url)) pages.use(response, ({ answer }) => answer(request, response));
    else if (isRestService(url)) rest.use(response, (answer) => answer(request, response));
    else if (isHealthCheck(url)) health(request, response);
    else if (isNbrService(url)) nbr.use(response, (answer) => answer(request, response));
    else if (isForLiveKit(url)) context.liveKit?.answer(request, response);
    else if (beside && url.startsWith(beside.path)) beside.answer(request, response);
    else pages.use(response, ({ answer }) => answer(request, response));
  });
  server.on('clientError', refuseUnread);
  const { liveKit } = context;
  if (liveKit) server.on('upgrade', liveKit.upgrade);
  server.listen({ host: settings.host, port: settings.port });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  url = ownUrl({ host: settings.host, port });
  const phone = await openTelephone(context).catch(async (error: unknown) => {
    // A server that goes on listening would keep a process alive that has failed.
    await Promise.all([ended(server), metrics?.close()]);
    throw error;
  });
  const { sender } = context.mail;
  const { sweeper } = context.live;
  const { historySweeper, jobWork, recordingSweeper, recordingWork, transcriptionWork, steward } = context;
  context.events.start();
  sender.start();
  sweeper.start();
  historySweeper.start();
  recordingSweeper.start();
  recordingWork.start();
  transcriptionWork.start();
  jobWork.start(jobDoers(context));
  steward.start();
  context.webhooks.start();
  context.requestLog.start();
  liveKit?.start();
  const close = async () => {
    closing = true;
    liveKit?.close();
    // A connection whose last request is answered would be kept, and be waited for.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY);
    await Promise.all([
      phone?.close(),
      pages.ifLoaded(({ close }) => close()),
      ended(server),
      sender.stop(),
      sweeper.stop(),
      historySweeper.stop(),
      recordingSweeper.stop(),
      context.serverRecorder?.stop(),
      recordingWork.stop(),
      transcriptionWork.stop(),
      jobWork.stop(),
      context.webhooks.stop(),
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

/** Takes no more connections; resolves when the last one is closed. */
async function ended(server: HttpServer): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
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
