import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A real TURN server: Debian's coturn, or the program that PARLANCE_TEST_COTURN names. */

const PROGRAM = process.env.PARLANCE_TEST_COTURN ?? '/usr/bin/turnserver';
const APT = '/usr/bin/apt-get';

/** Nothing when there is one, or why there is none. As root on Debian, as in CI, its package is installed. */
export async function missingCoturn(): Promise<string | undefined> {
  if (!existsSync(PROGRAM) && process.getuid?.() === 0 && existsSync(APT)) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const wait = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
    const run = promisify(execFile);
    await run(APT, ['update', ...wait], { env })
      .then(() => run(APT, ['install', '-y', '--no-install-recommends', ...wait, 'coturn'], { env }))
      .catch((error: unknown) => console.log(`# apt-get: ${error instanceof Error ? error.message : error}`));
  }
  return existsSync(PROGRAM) ? undefined : 'coturn is not installed here, and apt-get could not install it';
}

export interface TurnServer extends AsyncDisposable {
  /** `turn:…` with the transport that it takes. */
  readonly url: string;
  /** Passes nothing on until it goes on: whoever uses it is cut off without a word. */
  rest(): void;
  goOn(): void;
}

/** @param secret what credentials are made with, here and by whoever hands them out */
export async function startCoturn(secret: string): Promise<TurnServer> {
  const port = await freePort();
  const address = ownAddress();
  const child = spawn(
    PROGRAM,
    [
      ...['-n', '--listening-ip', address, '--relay-ip', address, '--listening-port', String(port)],
      ...['--use-auth-secret', '--static-auth-secret', secret, '--realm', 'parlance.test'],
      ...[
        '--no-tls',
        '--no-dtls',
        '--no-cli',
        '--fingerprint',
        '--log-file',
        'stdout',
        '--pidfile',
        '/dev/null',
      ],
      ...['--allow-loopback-peers', '--verbose'],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  await listening(child);
  return {
    url: `turn:${address}:${port}?transport=udp`,
    rest: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      child.kill('SIGCONT');
      child.kill('SIGKILL');
      await once(child, 'close');
    },
  };
}

async function listening(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (!child.stdout) throw new Error('coturn has no standard output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (/IPv4\. UDP listener opened on/i.test(line)) resolve();
  });
  child.on('close', (code) => reject(new Error(`coturn ended with ${code}`)));
  return promise;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Browsers ask no TURN server on loopback. */
function ownAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';
}
