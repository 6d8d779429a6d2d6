/** A small server that shows pages by `sendPage`, takes what their forms post, and streams events to them. */
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyReply } from 'fastify';
import { assets } from '../../src/browser/pages/assets.ts';
import type { Page } from '../../src/browser/pages/page-data.ts';
import { sendPage } from '../../src/browser/pages/send-page.ts';
import { languageOf } from '../../src/language.ts';
import { ENDPOINTS } from '../../src/rest-api/endpoints.ts';
import { openApiText } from '../../src/rest-api/openapi/document.ts';
import { icon } from '../../src/site-pages/icon.ts';
import { MINUTE, PLAYED, POSTED, SAID, SAMPLES } from './samples.ts';

/** A passage every four seconds. */
const WORDS = Array.from({ length: 60 }, (_, index) => ({
  at: index * 4,
  ...(index % 3 === 0 && { voice: index % 2 === 0 ? 'Holly Host' : 'Nguyễn Thị Minh Khai' }),
  text:
    index === 7
      ? 'The quarterly <b>numbers</b> are in,\nand they look good.'
      : `This is what is said at place ${index + 1}, and it may be longer than one line.`,
}));

export interface PageServer extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
  /** The forms that were posted, in their order. */
  readonly posted: URLSearchParams[];
  /** What `/` shows. */
  page: Page | undefined;
  /** Resolves when a browser listens to the stream. */
  listening(): Promise<void>;
  /** Tells every browser that listens. */
  tell(event: string, data?: unknown): void;
  /** As if nobody had been here. */
  forget(): void;
  /** Breaks the streams off; from now on they are refused, or taken again. */
  refuseStreams(refused: boolean): void;
}

/** Two seconds of a test picture and a tone, made by ffmpeg (`testsrc`, `sine`; VP8, Opus). */
const RECORDED = new URL('played.webm', import.meta.url);

/** A minute of a test picture (`testsrc`; VP8, two pictures a second). */
const LONGER = new URL('minute.webm', import.meta.url);

/** Of what address it is asked. */
const documentAt = openApiText(ENDPOINTS, '1.0.0');

/** Browsers seek in what comes in ranges alone. */
function sendRange(reply: FastifyReply, file: Buffer, range: string | undefined): FastifyReply {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  reply.type('video/webm').header('Accept-Ranges', 'bytes');
  if (first === undefined) return reply.send(file);
  const end = last ? Number(last) : file.length - 1;
  reply.code(206).header('Content-Range', `bytes ${first}-${end}/${file.length}`);
  return reply.send(file.subarray(Number(first), end + 1));
}

/** `/sample/<name>` shows a sample, `/` what the test says, `/posted` takes forms and sends the browser to `/done`. */
export async function startPageServer(): Promise<PageServer> {
  const app = Fastify({ forceCloseConnections: true });
  const posted: URLSearchParams[] = [];
  const streams = new Set<FastifyReply['raw']>();
  let waitsForListener: (() => void)[] = [];
  let isRefused = false;
  let url = '';
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  icon(app);
  assets(app, () => url);
  app.get('/sample/:name', (request, reply) => {
    const page = SAMPLES[(request.params as { name: string }).name];
    const { lang } = request.query as { lang?: string };
    return page
      ? sendPage(reply, { ...page, lang: languageOf(lang) ?? page.lang })
      : reply.code(404).send('no such sample');
  });
  app.get('/', (_request, reply) => (server.page ? sendPage(reply, server.page) : reply.code(404).send()));
  app.post(POSTED, (request, reply) => {
    posted.push(new URLSearchParams(String(request.body)));
    return reply.redirect('/done', 303);
  });
  for (const [path, file] of [
    [PLAYED, RECORDED],
    [MINUTE, LONGER],
  ] as const) {
    app.get(path, async ({ headers }, reply) => sendRange(reply, await readFile(file), headers.range));
  }
  app.get(SAID, (_request, reply) => reply.send(WORDS));
  // The reference is drawn from the document itself.
  app.get('/v1/openapi.json', (_request, reply) => reply.type('application/json').send(documentAt(url)));
  // What the room's page says to other browsers: there are none here.
  app.post('/signal', (_request, reply) => reply.code(204).send());
  for (const path of ['/done', '/ended']) {
    app.get(path, (_request, reply) =>
      reply.type('text/html').send(`<title>${path}</title><h1>${path}</h1>`),
    );
  }
  app.get('/events', (_request, reply) => {
    if (isRefused) return reply.code(503).send();
    reply.hijack();
    reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    reply.raw.write(': here\n\n');
    streams.add(reply.raw);
    reply.raw.on('close', () => streams.delete(reply.raw));
    for (const resolve of waitsForListener) resolve();
    waitsForListener = [];
    return reply;
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const server: PageServer = {
    url,
    posted,
    page: undefined,
    listening: () =>
      streams.size > 0 ? Promise.resolve() : new Promise((resolve) => waitsForListener.push(resolve)),
    tell(event, data = {}) {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    forget() {
      posted.length = 0;
      server.refuseStreams(false);
    },
    refuseStreams(refused) {
      isRefused = refused;
      for (const stream of streams) stream.destroy();
      streams.clear();
    },
    [Symbol.asyncDispose]: () => app.close(),
  };
  return server;
}
