/** The processes of a benchmark: the servers that are measured, and the client that loads them. */
import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inTime } from './in-time.ts';
import type { Answered, Load } from './load.ts';

const ROOT = join(import.meta.dirname, '..');

/** Milliseconds for an answer of a process, and for its end. */
const PATIENCE = 10_000;

export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** Its data folder. */
  readonly data: string;
  /** Milliseconds of processor time since its start, user and system, all threads. */
  cpu(): Promise<number>;
  /** Megabytes that are resident now. Linux only. */
  memory(): number;
  /** Megabytes that are held, in the heap and outside of it, once what nobody needs is collected. */
  heap(): Promise<number>;
}

/** A server as it is run: it says `… ready at <url>` on standard output. */
export async function startServer(program: string, args: readonly string[] = []): Promise<ServerProcess> {
  const folder = temporaryFolder();
  const log = join(folder.path, 'log');
  const child = fork(join(ROOT, program), args, {
    execArgv: [...process.execArgv, '--import', join(import.meta.dirname, 'servers/report-cpu.ts')],
    stdio: ['ignore', 'pipe', openSync(log, 'w'), 'ipc'],
    env: { ...process.env, PARLANCE_DATA: folder.path },
  });
  const url = await readyAt(child);
  if (url === undefined) {
    const text = readFileSync(log, 'utf8');
    folder[Symbol.dispose]();
    throw new Error(`${program} has ended:\n${text}`);
  }
  const said = async (question: 'cpu' | 'heap', what: string): Promise<number> => {
    const answer = once(child, 'message');
    child.send(question);
    const [number] = await inTime(`the ${what} of ${program}`, PATIENCE, answer);
    return number as number;
  };
  return {
    url,
    pid: child.pid ?? 0,
    data: folder.path,
    cpu: () => said('cpu', 'processor time'),
    memory: () => memoryOf(child.pid ?? 0),
    heap: () => said('heap', 'heap'),
    async [Symbol.asyncDispose]() {
      await ended(child);
      folder[Symbol.dispose]();
    },
  };
}

/** Parlance with its demo sites, on SQLite, with every default. */
export function startParlance(): Promise<ServerProcess> {
  return startServer('src/main.ts', ['serve', '--demo', '--port', '0']);
}

/** A command of the command line, such as `site set …`, to its end. */
export async function runParlance(args: readonly string[]): Promise<void> {
  const child = fork(join(ROOT, 'src/main.ts'), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`parlance ${args.join(' ')} has ended with ${code}`);
}

export interface Client extends AsyncDisposable {
  /** @throws when an answer was not as expected */
  load(load: Load): Promise<Answered>;
}

export function startClient(): Client {
  const options: ForkOptions = { serialization: 'advanced' };
  const child = fork(join(import.meta.dirname, 'client.ts'), options);
  return {
    async load(load) {
      child.send(load);
      const [answered] = (await once(child, 'message')) as [Answered];
      if (answered.wrong !== undefined) throw new Error(`an answer was not as expected:\n${answered.wrong}`);
      return answered;
    },
    [Symbol.asyncDispose]: () => ended(child),
  };
}

export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

/** Keeps every processor awake that the server leaves free (`awake.ts` says why). */
export function stayAwake(): AsyncDisposable {
  const others = Array.from({ length: availableParallelism() - 1 }, () =>
    fork(join(import.meta.dirname, 'awake.ts')),
  );
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(others.map(ended));
    },
  };
}

/** On the disk that holds the project: the system's own temporary folder may be in memory. */
export function temporaryFolder(): TemporaryFolder {
  mkdirSync(join(ROOT, 'data'), { recursive: true });
  const path = mkdtempSync(join(ROOT, 'data', 'bench-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** Resident, in megabytes. */
export function memoryOf(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Milliseconds of processor time since its start, user and system, all threads. */
export function cpuOf(pid: number): number {
  // Behind the name, which may hold anything: the 12th and 13th field, in ticks of 10 ms on every Linux of today.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function readyAt(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  return undefined;
}

/** Ends a process that ends when its parent lets go of it; one that does not is killed. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await exit;
  clearTimeout(timer);
}
