/**
 * LiveKit's signalling at our own origin: what browsers open below `/livekit/` is passed on to a node that answers, so
 * that pages need no second host name. Sound and picture go straight to the node. What LiveKit posts to us is heard here
 * too.
 */
import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import type { LiveKitNodes } from './livekit-nodes.ts';
import type { Passports } from './livekit-passports.ts';
import type { RoomHint, WebhookReader } from './livekit-webhook.ts';

export const LIVEKIT_PATH = '/livekit';

/** Where LiveKit is told to post (its configuration: `webhook.urls`). */
const WEBHOOK = `${LIVEKIT_PATH}/webhook`;

/** Bytes of a webhook; a room with its people is a few thousand. */
const LARGEST = 256 * 1024;

/** Milliseconds in which a node takes a connection. */
const PATIENCE = 5_000;

/** What a browser tells the node of itself; neither our cookies nor its address. */
const PASSED_ON = [
  'connection',
  'upgrade',
  'sec-websocket-key',
  'sec-websocket-version',
  'sec-websocket-extensions',
  'sec-websocket-protocol',
  'user-agent',
  'accept',
];

export type LiveKitFront = ReturnType<typeof liveKitFront>;

export interface LiveKitFrontParts {
  readonly nodes: LiveKitNodes;
  readonly roomOf: Passports;
  readonly read: WebhookReader;
  readonly hear: (hint: RoomHint) => void;
}

export function liveKitFront({ nodes, roomOf, read, hear }: LiveKitFrontParts) {
  /** The browsers that are connected, and the rooms that they are in. */
  const open = new Map<Duplex, string>();

  /** Asks one node after the other until one takes the connection. */
  function pass(
    request: IncomingMessage,
    done: { answered(response: IncomingMessage): void; upgraded(up: Upgraded): void; away(): void },
    candidates: readonly string[] = nodes.inTurn(),
  ): void {
    const [node, ...others] = candidates;
    if (node === undefined) {
      done.away();
      return;
    }
    const target = new URL(node + (request.url ?? '').slice(LIVEKIT_PATH.length));
    const ask = target.protocol === 'https:' ? httpsRequest : httpRequest;
    const headers = Object.fromEntries(
      PASSED_ON.flatMap((name) =>
        request.headers[name] === undefined ? [] : [[name, request.headers[name]]],
      ),
    );
    const passed = ask(target, { method: 'GET', headers, timeout: PATIENCE });
    let isTaken = false;
    passed.on('response', (response) => {
      isTaken = true;
      done.answered(response);
    });
    passed.on('upgrade', (response, socket, head) => {
      isTaken = true;
      // Somebody who says nothing is there all the same.
      socket.setTimeout(0);
      done.upgraded({ response, socket, head });
    });
    passed.on('timeout', () => passed.destroy());
    passed.on('error', () => {
      if (isTaken) return;
      isTaken = true;
      nodes.failed(node);
      pass(request, done, others);
    });
    passed.end();
  }

  /** @param then is called with the room that the browser is let in to, or with nothing */
  function whenAdmitted({ url = '' }: IncomingMessage, then: (room: string | undefined) => void): void {
    const token = new URLSearchParams(url.slice(url.indexOf('?') + 1)).get('access_token') ?? '';
    // Where the database is away nobody is let in; they come again.
    void roomOf(token)
      .catch(() => undefined)
      .then(then);
  }

  function cut(room: string): void {
    for (const [socket, its] of open) if (its === room) socket.destroy();
  }

  async function heard(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    // LiveKit waits for the answer to one before it posts the next.
    if (!body) return void response.writeHead(413).end();
    const hint = await read(body, request.headers.authorization ?? '').catch(() => undefined);
    response.writeHead(hint ? 200 : 401).end();
    if (hint) hear(hint);
  }

  return {
    /** A request below `/livekit/`. */
    answer(request: IncomingMessage, response: ServerResponse): void {
      if (request.url === WEBHOOK && request.method === 'POST') {
        heard(request, response).catch(() => response.destroy());
        return;
      }
      if (request.method !== 'GET' || !isSignalling(request)) return void response.writeHead(404).end();
      whenAdmitted(request, (room) => {
        if (room === undefined) return void response.writeHead(401).end();
        pass(request, {
          answered(node) {
            response.writeHead(node.statusCode ?? 502, { 'Content-Type': 'text/plain; charset=utf-8' });
            node.pipe(response);
            node.on('error', () => response.destroy());
          },
          upgraded: ({ socket }) => {
            socket.destroy();
            response.writeHead(502).end();
          },
          away: () => response.writeHead(503, { 'Retry-After': '2' }).end(),
        });
      });
    },

    /** A browser opens its signalling. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy());
      if (!isSignalling(request)) return void socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
      whenAdmitted(request, (room) => {
        if (room === undefined) return void socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
        pass(request, {
          answered(node) {
            node.resume();
            socket.end(`HTTP/1.1 ${node.statusCode} ${node.statusMessage}\r\nConnection: close\r\n\r\n`);
          },
          upgraded(up) {
            open.set(socket, room);
            join(socket, head, up);
            socket.on('close', () => open.delete(socket));
          },
          away: () => socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\n\r\n'),
        });
      });
    },

    /**
     * A node has died. LiveKit tells nobody for ten seconds whose room is gone: the browsers of such a room are cut off,
     * look for it at once, and find it at another node.
     */
    async leaveDead(holds: (room: string) => Promise<boolean>): Promise<void> {
      await Promise.all([...new Set(open.values())].map(async (room) => (await holds(room)) || cut(room)));
    },

    /** Browsers open it again, elsewhere. */
    close(): void {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}

interface Upgraded {
  readonly response: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

function join(browser: Duplex, head: Buffer, { response, socket: node, head: begun }: Upgraded): void {
  const { rawHeaders } = response;
  const lines = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${rawHeaders[at + 1]}`] : []));
  browser.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
  if (begun.length > 0) browser.write(begun);
  if (head.length > 0) node.write(head);
  browser.pipe(node).pipe(browser);
  for (const [one, other] of [
    [browser, node],
    [node, browser],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}

function isSignalling({ url = '' }: IncomingMessage): boolean {
  return /^\/livekit\/rtc(?:\/v\d+)?(?:\/validate)?(?:\?|$)/.test(url);
}

/** Nothing when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(part);
    size += part.length;
    if (size > LARGEST) return undefined;
  }
  return Buffer.concat(parts);
}
