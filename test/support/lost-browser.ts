/** A browser of its own, with its own processes, that can be lost: without a word to anybody. */
import { type Browser, chromium } from 'playwright-core';
import { FLAGS, findChromium } from './chromium.ts';

export interface LostBrowser extends AsyncDisposable {
  readonly browser: Browser;
  /** As a program that is killed: the system closes its connections. */
  kill(): void;
  /** As a machine whose network is cut: every connection stands, and nothing comes by it any more. */
  freeze(): void;
  /** The network is back. */
  thaw(): void;
}

/** @throws Error where there is none */
export async function openLostBrowser(): Promise<LostBrowser> {
  const found = await findChromium();
  if ('reason' in found) throw new Error(found.reason);
  const server = await chromium.launchServer({ executablePath: found.executablePath, args: FLAGS });
  const { pid } = server.process();
  if (pid === undefined) throw new Error('the browser has no process');
  // It leads a group of all its processes.
  const signal = (name: NodeJS.Signals) => process.kill(-pid, name);
  return {
    browser: await chromium.connect(server.wsEndpoint()),
    kill: () => signal('SIGKILL'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    async [Symbol.asyncDispose]() {
      await server.kill();
    },
  };
}
