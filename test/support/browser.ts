import { after, describe } from 'node:test';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { FLAGS, findChromium } from './chromium.ts';

/** Suites in a real browser. */

/** Milliseconds after which what is waited for does not come: a machine that is busy with other tests needs many. */
const PATIENCE = 180_000;

const found = await findChromium();
if ('reason' in found) console.log(`# SKIP a browser: ${found.reason}`);

/** A suite in a real browser; without one it is skipped, and says why. */
export function describeInBrowser(name: string, suite: (browser: BrowserOfSuite) => void): void {
  if ('reason' in found) {
    describe(name, { skip: found.reason }, () => {});
    return;
  }
  const { executablePath } = found;
  describe(name, () => {
    suite({
      async visit(options) {
        program ??= begin(executablePath);
        const { browser } = await program;
        const page = await (await browser.newContext(options)).newPage();
        page.setDefaultTimeout(PATIENCE);
        return new Visit(page);
      },
    });
  });
}

interface Program {
  readonly browser: Browser;
  /** Of its process. */
  readonly pid: number | undefined;
}

/** One for all suites of a process: its start costs more than most of them. Each visit has a profile of its own. */
let program: Promise<Program> | undefined;
after(async () => (await program)?.browser.close());

async function begin(executablePath: string): Promise<Program> {
  const browser = await chromium.launch({ executablePath, args: FLAGS, timeout: PATIENCE });
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return { browser, pid: processInfo.find(({ type }) => type === 'browser')?.id };
}

export interface BrowserOfSuite {
  /** Somebody who has not been here before. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

/** One person's window, with a profile of its own; everything that it complains about is kept. */
export class Visit implements AsyncDisposable {
  readonly page: Page;
  /** What the page wrote to the console as an error, and what it threw. */
  readonly complaints: string[] = [];
  /** Where it sent requests to. */
  readonly origins = new Set<string>();

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('request', (request) => this.origins.add(new URL(request.url()).origin));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await close(this.page.context());
  }
}

/**
 * Closes a profile. Now and then Chromium never answers that it has: it is ended then, and whoever comes next begins
 * another. What the test was about has been seen by then.
 */
async function close(context: BrowserContext): Promise<void> {
  let isEnded = false;
  const impatient = setTimeout(async () => {
    const stuck = await program;
    if (stuck?.browser !== context.browser() || stuck?.pid === undefined) return;
    console.log('# Chromium did not close a profile within its time, and was ended');
    isEnded = true;
    program = undefined;
    process.kill(stuck.pid, 'SIGKILL');
  }, PATIENCE);
  try {
    await context.close();
  } catch (error) {
    if (!isEnded) throw error;
  } finally {
    clearTimeout(impatient);
  }
}

/** Waits until the browser has taken over what the server has drawn (`web/take-over.tsx`). */
export async function takenOver(page: Page): Promise<void> {
  await page.locator('#root[data-taken-over]').waitFor({ state: 'attached' });
}
