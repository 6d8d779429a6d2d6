/** Notes pages, commands of the URL API and actions of the console down in the request log, when they are answered. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../context.ts';
import type { EntryDetail, EntryFace, NewEntry, Result } from '../../request-log/entry.ts';
import { keptBody } from '../../request-log/masking/kept-body.ts';
import { MASK, maskTarget, maskText } from '../../request-log/masking/mask.ts';
import { isSecretName } from '../../request-log/masking/secret-names.ts';
import { foundAccountOf } from '../browser-session.ts';
import { type PageNote, pageNote } from './page-note.ts';
import { repeatedBy } from './repeated.ts';

export type PageFace = Extract<EntryFace, 'url' | 'page' | 'console'>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whose route it is, for the request log. */
    face?: PageFace;
  }
}

/** What scripts and pages fetch by themselves: noted where it is refused. */
const BACKGROUND: ReadonlySet<string> = new Set([
  'events.php',
  'signal.php',
  'grant.php',
  'image/:token',
  'event-image/:token',
  'assets/:name',
  'favicon.ico',
]);

const CONSOLE = /\/console(?:\/|$)/;

/** Whoever reads the log is not told of it by the log. */
const OWN = /^GET log(?:\/|$)/;

/** @returns what is told whose routes come next */
export function notePages(app: FastifyInstance, context: Context): (face: PageFace) => void {
  let registered: PageFace = 'page';
  app.addHook('onRoute', (route) => {
    // What is registered later, as plugins are, is known by its address.
    const face = CONSOLE.test(route.url) ? 'console' : registered;
    route.config = { ...route.config, face };
  });
  app.addHook('onResponse', async (request, reply) => {
    try {
      noteDown(request, reply, context);
    } catch (error) {
      context.log.fault(request.id, error);
    }
  });
  return (face) => {
    registered = face;
  };
}

function noteDown(request: FastifyRequest, reply: FastifyReply, context: Context): void {
  const note = pageNote(request.raw);
  const face = request.routeOptions.config.face ?? 'page';
  const route = routeOf(request);
  const result = resultOf(note, reply.statusCode);
  const operation = note.operation ?? (face === 'console' ? actionOf(request, route) : route);
  if (result === 'ok' && (BACKGROUND.has(route) || OWN.test(operation))) return;
  const { site } = note;
  const wantsBodies = site?.settings.requestLog.bodies === true && (face === 'url' || result !== 'ok');
  const keepsBodies = wantsBodies && context.requestLog.takesBodies();
  context.requestLog.note({
    at: context.clock.now() - reply.elapsedTime,
    id: request.id,
    face,
    operation: operation.slice(0, 200),
    site: site?.id ?? 0,
    caller: note.caller ?? foundAccountOf(request)?.webExId,
    address: context.callerAddress(request.raw),
    result,
    reason: note.reason,
    httpStatus: reply.statusCode,
    ms: reply.elapsedTime,
    bytesIn: Number(request.headers['content-length'] ?? 0) || 0,
    bytesOut: Number(reply.getHeader('content-length') ?? 0) || 0,
    hints: 0,
    detail: detailOf(request, note),
    ...(keepsBodies && bodiesOf(request, reply, note)),
    ...(wantsBodies && !keepsBodies && { withoutBodies: true }),
  });
}

/** The route without the site's folder: `m.php`, `meet/:personalUrl`, and `home` for the folder itself. */
function routeOf({ routeOptions: { url } }: FastifyRequest): string {
  if (url === undefined) return 'unknown';
  const route = url.replace(/^\/(?::siteName\/?)?(?:k2\/)?/, '');
  return route === '' ? 'home' : route;
}

/** `POST users/:webExID/unlock`, of actions; pages of the console are named as they are. */
function actionOf({ method }: FastifyRequest, route: string): string {
  const [, path] = /^console\/api\/(?:at\/:atSite\/)?(.*)$/.exec(route) ?? [];
  return path === undefined ? route : `${method} ${path}`;
}

function resultOf({ reason, isFault }: PageNote, status: number): Result {
  if (isFault || status >= 500) return 'fault';
  return reason !== undefined || status >= 400 ? 'refused' : 'ok';
}

const LONGEST_TARGET = 2_000;
const LONGEST_AGENT = 300;
const LONGEST_NAME = 128;

function detailOf(request: FastifyRequest, note: PageNote): EntryDetail {
  const { triedSite, triedWebExID, refusal } = note;
  const isTried = triedSite !== undefined || triedWebExID !== undefined;
  return {
    method: request.method,
    target: targetOf(request),
    userAgent: request.headers['user-agent']?.slice(0, LONGEST_AGENT),
    ...(isTried && {
      tried: { site: triedSite?.slice(0, LONGEST_NAME), webExID: triedWebExID?.slice(0, LONGEST_NAME) },
    }),
    ...(refusal && { refusals: [refusal] }),
    repeats: repeatedBy(request.headers),
  };
}

function targetOf({ url, params }: FastifyRequest): string {
  let target = maskTarget(url.slice(0, LONGEST_TARGET));
  for (const [name, value] of Object.entries(params ?? {})) {
    if (isSecretName(name) && typeof value === 'string' && value !== '')
      target = target.replaceAll(value, MASK);
  }
  return target;
}

/** The form that was sent, and where the answer leads: pages themselves are drawn by us, and are not kept. */
function bodiesOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { result }: PageNote,
): Pick<NewEntry, 'request' | 'response'> {
  const { body, headers } = request;
  const location = reply.getHeader('location');
  const lines = [
    `HTTP ${reply.statusCode}`,
    ...(typeof location === 'string' ? [`Location: ${maskText(maskTarget(location))}`] : []),
    ...(result === undefined ? [] : [`Result: ${maskText(maskTarget(result))}`]),
  ];
  const text = lines.join('\n');
  return {
    ...(typeof body === 'string' &&
      body !== '' && {
        request: keptBody(headers['content-type'] ?? '', body, Buffer.byteLength(body)),
      }),
    response: { contentType: 'text/plain', text },
  };
}
