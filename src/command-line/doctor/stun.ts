/** Asks a STUN or TURN server over UDP whether it is there (RFC 8489: a binding request needs no credentials). */
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';

/** Milliseconds between two requests, and how many there are. */
const AGAIN = 500;
const TRIES = 6;

const COOKIE = 0x2112a442;
const BINDING_REQUEST = 0x0001;
const BINDING_ANSWERS = [0x0101, 0x0111];
const USUAL_PORT = 3478;

/** @param url `stun:host:port`, `turn:host:port?transport=udp` @throws when it does not answer */
export async function askStun(url: string): Promise<void> {
  const [, host = '', port] = /^(?:stun|turn):(\[[^\]]+\]|[^:?]+)(?::(\d+))?/.exec(url) ?? [];
  const name = host.replace(/^\[|\]$/g, '');
  const request = Buffer.alloc(20);
  request.writeUInt16BE(BINDING_REQUEST, 0);
  request.writeUInt32BE(COOKIE, 4);
  randomBytes(12).copy(request, 8);
  const socket = createSocket(name.includes(':') ? 'udp6' : 'udp4');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.on('message', (answer) => {
    const isAnswer = BINDING_ANSWERS.includes(answer.length >= 20 ? answer.readUInt16BE(0) : 0);
    if (isAnswer && answer.subarray(8, 20).equals(request.subarray(8))) resolve();
  });
  socket.on('error', reject);
  let tries = 0;
  const ask = () => {
    if (tries++ === TRIES) return reject(new Error('no answer within three seconds'));
    socket.send(request, Number(port ?? USUAL_PORT), name, (error) => error && reject(error));
  };
  const timer = setInterval(ask, AGAIN);
  ask();
  try {
    await promise;
  } finally {
    clearInterval(timer);
    socket.close();
  }
}
