import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** A browser's way to every server, which can be cut: an HTTP proxy. */

export interface Way extends AsyncDisposable {
  /** What a browser is told as its proxy. */
  readonly proxy: string;
  /** From now on every request goes to this server, whatever its address says. */
  lead(url: string): void;
  /** Every connection breaks, and none is made until it is mended. */
  cut(): void;
  mend(): void;
}

export async function openWay(): Promise<Way> {
  const sockets = new Set<Socket>();
  let isCut = false;
  let target: string | undefined;
  const server = createServer((asked, answer) => relay(asked, answer, target));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    if (isCut) socket.destroy();
  });
  server.on('connect', (asked: IncomingMessage, socket: Duplex) => tunnel(asked, socket));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    cut,
    lead(url) {
      target = url;
    },
    mend() {
      isCut = false;
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A proxy is asked with the whole address (RFC 9112, 3.2.2). */
function relay(asked: IncomingMessage, answer: ServerResponse, target: string | undefined): void {
  const { method, headers, url = '' } = asked;
  const { pathname, search } = new URL(url);
  const onward = request(
    target === undefined ? url : target + pathname + search,
    { method, headers, agent: false },
    (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
      answered.on('error', () => answer.destroy());
    },
  );
  onward.on('error', () => answer.destroy());
  answer.on('close', () => onward.destroy());
  asked.pipe(onward);
}

/** A WebSocket asks for a way through (RFC 9110, 9.3.6). */
function tunnel({ url = '' }: IncomingMessage, socket: Duplex): void {
  const { hostname, port } = new URL(`http://${url}`);
  const onward = connect(Number(port), hostname, () => {
    socket.write('HTTP/1.1 200 Connected\r\n\r\n');
    onward.pipe(socket);
    socket.pipe(onward);
  });
  for (const [one, other] of [
    [socket, onward],
    [onward, socket],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('close', () => other.destroy());
  }
}
