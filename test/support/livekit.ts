import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { isWhole } from './corpora.ts';

/**
 * A real LiveKit server on loopback. It is built by Go where there is none yet (two minutes, kept in the user's cache
 * between runs), in CI's mode alone; elsewhere one that is there already is used, or the tests are skipped by name.
 */

const VERSION = '1.11.0';
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'parlance-tests');
const BINARY = process.env.PARLANCE_TEST_LIVEKIT ?? join(CACHE, `livekit-server-${VERSION}`);

/** Milliseconds for the build. */
const PATIENCE = 15 * 60_000;

export type FoundLiveKit = { readonly binary: string } | { readonly reason: string };

/** Where it is already; nothing where it would have to be built. */
export const liveKitBinary = existsSync(BINARY) ? BINARY : undefined;

let looking: Promise<FoundLiveKit> | undefined;

/** Where the server is, or why there is none; it is looked for once in a process, and built once in a run (global-setup.ts). */
export function findLiveKit(): Promise<FoundLiveKit> {
  looking ??= find();
  return looking;
}

async function find(): Promise<FoundLiveKit> {
  if (!isWhole) return { reason: 'LiveKit is tested with PARLANCE_TEST_CORPORA=whole alone' };
  if (existsSync(BINARY)) return { binary: BINARY };
  const { PARLANCE_TEST_NO_LIVEKIT: known } = process.env;
  if (known) return { reason: known };
  const folder = await mkdtemp(join(tmpdir(), 'parlance-livekit-'));
  try {
    const module = `github.com/livekit/livekit-server/cmd/server@v${VERSION}`;
    const env = { ...process.env, GOBIN: folder };
    await promisify(execFile)('go', ['install', module], { env, timeout: PATIENCE });
    await mkdir(CACHE, { recursive: true });
    // Another process may have built it meanwhile: either is whole.
    await promisify(execFile)('mv', [join(folder, 'server'), `${BINARY}.${process.pid}`]);
    await rename(`${BINARY}.${process.pid}`, BINARY);
    return { binary: BINARY };
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    return { reason: `LiveKit ${VERSION} is not here, and Go could not build it: ${why}` };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const LIVEKIT_KEY = 'parlance';

export interface LiveKitNode extends AsyncDisposable {
  /** Where its API and its signalling are. */
  readonly url: string;
  readonly secret: string;
  readonly pid: number;
  /** As a machine that dies. */
  kill(): Promise<void>;
}

export interface NodeOptions {
  /** Where it posts what happens. */
  readonly webhook?: string;
  /** `host:port`, for several nodes of one cluster. */
  readonly redis?: string;
  readonly secret?: string;
  /** That it had before it died. */
  readonly port?: number;
}

export async function startLiveKit(binary: string, options: NodeOptions = {}): Promise<LiveKitNode> {
  const secret = options.secret ?? randomBytes(24).toString('base64url');
  const [signalling = 0, tcp = 0, udp = 0, stun = 0] = await freePorts(4);
  const port = options.port ?? signalling;
  const folder = await mkdtemp(join(tmpdir(), 'parlance-livekit-'));
  const file = join(folder, 'livekit.yaml');
  const configuration = {
    port,
    bind_addresses: ['127.0.0.1'],
    keys: { [LIVEKIT_KEY]: secret },
    logging: { level: 'error' },
    rtc: {
      tcp_port: tcp,
      udp_port: udp,
      node_ip: '127.0.0.1',
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo'] },
      // Nobody is there, and nobody else is asked.
      stun_servers: [`127.0.0.1:${stun}`],
    },
    room: { auto_create: false },
    ...(options.webhook && { webhook: { api_key: LIVEKIT_KEY, urls: [options.webhook] } }),
    ...(options.redis && { redis: { address: options.redis } }),
  };
  // JSON is YAML.
  await writeFile(file, JSON.stringify(configuration));
  const child = spawn(binary, ['--config', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  child.stdout.on('data', (part) => said.push(String(part)));
  child.stderr.on('data', (part) => said.push(String(part)));
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child, said);
  const end = async (signal: NodeJS.Signals) => {
    // A node that is asked to end serves those who are there until they go; asked twice it ends.
    child.kill(signal);
    child.kill(signal);
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const kill = () => end('SIGKILL');
  return { url, secret, pid: child.pid ?? 0, kill, [Symbol.asyncDispose]: kill };
}

/** Asks until it answers; it is ready within two seconds. */
async function answers(url: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`LiveKit has ended: ${said.join('')}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await pause(50);
  }
}

/** All open at once, so that they differ. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(async (server) => {
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address ? address.port : 0;
    }),
  );
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
