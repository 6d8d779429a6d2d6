import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { after, describe } from 'node:test';
import { promisify } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/**
 * Chromium as the system has it: Debian's package, or the program that PARLANCE_TEST_CHROMIUM names. Where it is
 * missing and we are root on Debian, as in CI, its package is installed.
 */

const CANDIDATES = [
  process.env.PARLANCE_TEST_CHROMIUM,
  // Without the parts of a window: half the work.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const APT = '/usr/bin/apt-get';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A camera that shows a clock, and a microphone that beeps: whoever asks for them is let.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

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
        browser ??= chromium.launch({ executablePath, args: FLAGS });
        return new Visit(await (await (await browser).newContext(options)).newPage());
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

async function findChromium(): Promise<{ executablePath: string } | { reason: string }> {
  const present = () => CANDIDATES.find((file) => file !== undefined && existsSync(file));
  if (present() === undefined) await install();
  const executablePath = present();
  if (executablePath !== undefined) return { executablePath };
  return { reason: 'no Chromium is installed here, and apt-get could not install one' };
}

/** Two test files may want this at once: the second waits for the first. */
async function install(): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return;
  const run = promisify(execFile);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quietly = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run(APT, ['update', ...quietly], { env });
    const installing = ['install', '-y', '--no-install-recommends', ...quietly];
    await run(APT, [...installing, 'chromium-headless-shell'], { env }).catch(() =>
      run(APT, [...installing, 'chromium'], { env }),
    );
  } catch (error) {
    console.log(`# apt-get: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Waits until the browser has taken over what the server has drawn (`web/take-over.tsx`). */
export async function takenOver(page: Page): Promise<void> {
  await page.locator('#root[data-taken-over]').waitFor({ state: 'attached' });
}
