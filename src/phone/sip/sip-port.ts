/** The UDP port that proxies call. What comes from anybody else is passed over. */
import { createSocket, type Socket } from 'node:dgram';
import { isIP } from 'node:net';
import type { Endpoint } from './via.ts';

export interface SipPort {
  readonly endpoint: Endpoint;
  send(datagram: Buffer, to: Endpoint): void;
  /** Our address, as somebody over there reaches it. */
  localTo(remote: Endpoint): Promise<Endpoint>;
  close(): Promise<void>;
}

/**
 * @param take must not throw
 * @param report told of what the socket says
 */
export async function openSipPort(
  listen: Endpoint,
  take: (datagram: Buffer, source: Endpoint) => void,
  report: (error: unknown) => void,
): Promise<SipPort> {
  const socket = createSocket(typeOf(listen.address));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('error', reject);
  socket.bind({ address: listen.address, port: listen.port }, resolve);
  await promise;
  socket.off('error', reject);
  socket.on('error', report);
  socket.on('message', (datagram, { address, port }) => take(datagram, { address, port }));
  const { port } = socket.address();
  const isAnywhere = listen.address === '0.0.0.0' || /^[0:]+$/.test(listen.address);
  const known = new Map<string, string>();
  return {
    endpoint: { address: listen.address, port },
    send(datagram, to) {
      // Somebody who is gone hears nothing: the timers of SIP see that.
      socket.send(datagram, to.port, to.address, () => {});
    },
    async localTo(remote) {
      if (!isAnywhere) return { address: listen.address, port };
      const address = known.get(remote.address) ?? (await ownAddressTowards(remote));
      known.set(remote.address, address);
      return { address, port };
    },
    close: () => new Promise((done) => socket.close(done)),
  };
}

function typeOf(address: string): 'udp4' | 'udp6' {
  return isIP(address) === 6 ? 'udp6' : 'udp4';
}

/** That of the way there, as the system would choose it: nothing is sent. */
async function ownAddressTowards({ address, port }: Endpoint): Promise<string> {
  const probe: Socket = createSocket(typeOf(address));
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  probe.once('error', reject);
  probe.connect(port, address, resolve);
  try {
    await promise;
    return probe.address().address;
  } finally {
    probe.close();
  }
}
