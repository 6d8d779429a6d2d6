import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What stands before several processes of an installation: a connection goes to the first of them that takes it. */
export interface Balancer extends AsyncDisposable {
  readonly url: string;
}

/** @param backends where the processes listen, the one that is preferred first */
export async function startBalancer(backends: readonly string[]): Promise<Balancer> {
  const open = new Set<Socket>();
  const ports = backends.map((url) => Number(new URL(url).port));

  function pass(browser: Socket, [port, ...others]: readonly number[]): void {
    if (port === undefined) {
      browser.destroy();
      return;
    }
    const process = connect(port, '127.0.0.1');
    let isTaken = false;
    process.on('connect', () => {
      isTaken = true;
      browser.pipe(process).pipe(browser);
    });
    process.on('error', () => (isTaken ? browser.destroy() : pass(browser, others)));
    process.on('close', () => isTaken && browser.destroy());
    browser.on('close', () => process.destroy());
  }

  const server = createServer((browser) => {
    open.add(browser);
    browser.on('error', () => browser.destroy());
    browser.on('close', () => open.delete(browser));
    pass(browser, ports);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server.close(), 'close');
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}
