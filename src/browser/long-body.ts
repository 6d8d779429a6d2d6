/**
 * Requests whose body may take its time: a file of many gigabytes, over a slow line. The server cuts off what has not
 * come whole within a minute (`requestTimeout`); of these it cuts off what stands still that long.
 */
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Milliseconds without a byte. */
const IDLE = 60_000;

const LONG = new WeakSet<Duplex>();

/** From here to the end of the request; nobody is given that time before it is known who they are. */
export function mayTakeLong(request: IncomingMessage): void {
  const { socket } = request;
  LONG.add(socket);
  request.setTimeout(IDLE);
  request.once('close', () => LONG.delete(socket));
}

/** What a connection is told of a request that the server could not read, by the code of the error. */
const ANSWERS: ReadonlyMap<string | undefined, string> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
]);

/** The listener of the server's event `clientError`. */
export function refuseUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && LONG.has(socket)) return;
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const answer = ANSWERS.get(error.code) ?? '400 Bad Request';
  if (socket.writable) socket.write(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
  socket.destroy(error);
}
