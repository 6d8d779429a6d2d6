import { after, describe } from 'node:test';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
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
        browser ??= chromium.launch({ executablePath, args: FLAGS, timeout: PATIENCE });
        const page = await (await (await browser).newContext(options)).newPage();
        page.setDefaultTimeout(PATIENCE);
        return new Visit(page);
      },
    });
  });
}

/** One for all suites of a process: its start costs more than most of them. Each visit has a profile of its own. */
let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

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
    await this.page.context().close();
  }
}

/** Waits until the browser has taken over what the server has drawn (`web/take-over.tsx`). */
export async function takenOver(page: Page): Promise<void> {
  await page.locator('#root[data-taken-over]').waitFor({ state: 'attached' });
}
