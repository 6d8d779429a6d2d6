import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';

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

export const FLAGS = [
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

export async function findChromium(): Promise<{ executablePath: string } | { reason: string }> {
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
