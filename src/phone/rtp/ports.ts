/** The UDP ports that the sound of calls comes in by: one of a range for each call. */
import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Nothing when it is no range such as `20000-20199`. */
export function portRange(text: string): PortRange | undefined {
  const [, from, to] = /^(\d{4,5})-(\d{4,5})$/.exec(text.trim()) ?? [];
  if (from === undefined || Number(from) > Number(to) || Number(to) > 65_535) return undefined;
  return { from: Number(from), to: Number(to) };
}

export class NoPortLeft extends Error {
  constructor({ from, to }: PortRange) {
    super(`every UDP port from ${from} to ${to} is taken: no more calls at once`);
  }
}

/**
 * Even numbers alone: those between are for what belongs to them (RFC 3550, section 11).
 * @param turn where the search begins, so that a port that has just been left is not the next one
 * @throws NoPortLeft
 */
export async function openSoundPort(address: string, range: PortRange, turn: number): Promise<Socket> {
  const first = range.from + (range.from % 2);
  const count = Math.floor((range.to - first) / 2) + 1;
  for (let at = 0; at < count; at += 1) {
    const port = first + 2 * ((turn + at) % count);
    const socket = await bound(address, port);
    if (socket) return socket;
  }
  throw new NoPortLeft(range);
}

async function bound(address: string, port: number): Promise<Socket | undefined> {
  const socket = createSocket(isIP(address) === 6 ? 'udp6' : 'udp4');
  const { promise, resolve, reject } = Promise.withResolvers<Socket | undefined>();
  socket.once('error', (error: NodeJS.ErrnoException) => {
    socket.close();
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
    else reject(error);
  });
  socket.bind({ address, port, exclusive: true }, () => {
    socket.removeAllListeners('error');
    resolve(socket);
  });
  return promise;
}
