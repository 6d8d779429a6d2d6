/** The pages of sites, hosts and administrators: one Fastify application, loaded with the first request for a page. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { faultPage, noSuchPage, unreadable } from './browser/error-pages.ts';
import { notePages } from './browser/page-notes/note-page.ts';
import { pageNote } from './browser/page-notes/page-note.ts';
import { consolePages } from './console/index.ts';
import type { Context } from './context.ts';
import { DatabaseUnavailable } from './database/database.ts';
import type { Log } from './log.ts';
import { sitePages } from './site-pages/index.ts';
import { urlApi } from './url-api/index.ts';
import { SCHEMA_FOLDER, schemas } from './xml-api/schemas.ts';

/** Bytes of a form that is posted to the URL API. */
const LARGEST_FORM = 256 * 1024;

export interface Pages {
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Ends the streams, and waits for what is in flight. The server itself stays open. */
  close(): Promise<void>;
}

/** @param measure is told of every page: its route, its status and its milliseconds */
export async function openPages(
  server: Server,
  context: Context,
  measure?: (route: string, status: number, milliseconds: number) => void,
): Promise<Pages> {
  const { log } = context;
  const app = Fastify({
    bodyLimit: LARGEST_FORM,
    genReqId: () => log.nextRequestId(),
    forceCloseConnections: 'idle',
    routerOptions: { caseSensitive: false, maxParamLength: 512 },
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // The server listens by itself: what cannot be read reaches nobody here.
    clientErrorHandler: () => {},
    // An address that cannot be decoded reaches no page and no other error handler.
    frameworkErrors: (_error, _request, reply: FastifyReply) => unreadable(reply.code(400)),
    serverFactory: () => server,
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-ID', request.id);
  });
  if (measure) {
    app.addHook('onResponse', async ({ routeOptions }, { statusCode, elapsedTime }) =>
      measure(routeOptions.url ?? 'none', statusCode, elapsedTime),
    );
  }
  const ofFace = notePages(app, context);
  takeForms(app);
  serveSchemas(app);
  ofFace('url');
  urlApi(app, context);
  ofFace('page');
  sitePages(app, context);
  ofFace('console');
  consolePages(app, context);
  ofFace('page');
  answerFaults(app, log);
  await app.ready();
  return { answer: app.routing, close: () => app.close() };
}

/** What pages take and give is declared elsewhere: Fastify's own compilers of schemas would be loaded for nothing. */
function noSchemas(): never {
  throw new Error('routes have no schemas of Fastify');
}

/** The fields of a form come as text: whoever needs them parses them. */
function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
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
  app.setNotFoundHandler((request, reply) => {
    Object.assign(pageNote(request.raw), { reason: 'NoSuchPage', refusal: { rule: 'NoSuchPage' } });
    return noSuchPage(reply);
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return unreadable(reply.code(status));
    log.fault(request.id, error);
    pageNote(request.raw).isFault = true;
    request.raw.resume();
    if (error instanceof DatabaseUnavailable) reply.code(503).header('Retry-After', '5');
    else reply.code(500);
    return faultPage(reply, request.id);
  });
}
