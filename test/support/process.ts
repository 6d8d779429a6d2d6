import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Parlance as its own process, as people run it. */

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const ENTRY = join(ROOT, 'bin/parlance.mjs');

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The Node binary, when it is not the one that runs the tests. */
  readonly node?: string;
  /** The way in, when it is not the project's. */
  readonly entry?: string;
}

/** Runs a command of the program to its end. */
export async function parlance(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = start(args, options, { timeout: LONGEST_RUN, killSignal: 'SIGKILL' });
  const outcome = outcomeOf(child);
  // A command that has failed already does not listen any more.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return outcome;
}

export interface RunningServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number | undefined;
  /** What it printed until it was ready. */
  readonly greeting: string;
  /** Resolves when a line is printed after the process is ready. */
  said(line: RegExp): Promise<void>;
  /** Sends a signal; resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<Outcome>;
  /** Sends a signal, and does not wait. */
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<Outcome>;
}

/** `parlance serve …` on a free port. Resolves when it says that it is ready. */
export async function serve(args: readonly string[], options: RunOptions = {}): Promise<RunningServer> {
  return ready(start(['serve', ...args], options));
}

/** A server from any process that prints what `parlance serve` prints. */
export async function ready(child: ChildProcess): Promise<RunningServer> {
  const ended = outcomeOf(child);
  const { promise, resolve, reject } = Promise.withResolvers<RunningServer>();
  const greeting: string[] = [];
  const { stdout } = child;
  if (!stdout) throw new Error('the process has no standard output');
  const lines = createInterface({ input: stdout });
  const said = async (wanted: RegExp) => {
    while (!wanted.test(greeting.join('\n'))) await once(lines, 'line');
  };
  lines.on('line', (line) => {
    greeting.push(line);
    const [, address, listening] =
      /^Parlance is ready at (\S+)(?: \(listening on (\S+)\))?$/.exec(line) ?? [];
    const url = listening ?? address;
    if (url === undefined) return;
    const end = (signal: NodeJS.Signals) => {
      child.kill(signal);
      return ended;
    };
    resolve({
      url,
      pid: child.pid,
      greeting: greeting.join('\n'),
      said,
      ended,
      end,
      signal: (signal) => void child.kill(signal),
      async [Symbol.asyncDispose]() {
        await end('SIGKILL');
      },
    });
  });
  void ended.then(({ code, stderr }) =>
    reject(new Error(`it ended with ${code} before it was ready: ${stderr}`)),
  );
  return promise;
}

/** A command that runs longer serves, and was meant to fail. */
const LONGEST_RUN = 180_000;

function start(
  args: readonly string[],
  { env, node, entry = ENTRY }: RunOptions,
  options: SpawnOptions = {},
): ChildProcess {
  return spawn(node ?? process.execPath, [entry, ...args], {
    cwd: ROOT,
    env: cleanEnvironment(env),
    ...options,
  });
}

/** Without the settings of whoever runs the tests. */
export function cleanEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^PARLANCE_|^NODE_/.test(name));
  return { ...Object.fromEntries(own), ...added };
}

async function outcomeOf(child: ChildProcess): Promise<Outcome> {
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      texts[name] += text;
    });
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, signal, ...texts };
}

export interface TestFolder extends AsyncDisposable {
  readonly path: string;
}

/** A new folder for the data of an installation; it is gone at the end of its block. */
export async function testFolder(): Promise<TestFolder> {
  const path = await mkdtemp(join(tmpdir(), 'parlance-data-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
