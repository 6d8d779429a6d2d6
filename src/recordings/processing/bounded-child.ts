/**
 * A process that reads what strangers have sent: it has so much time, memory and disk and no more, gives way to meetings,
 * sees no secret of ours, and is killed where it takes more.
 */
import { spawn } from 'node:child_process';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { childEnvironment } from '../../child-environment.ts';

export interface ChildBounds {
  /** Milliseconds from its beginning to its end. */
  readonly time: number;
  /** Milliseconds in which it says nothing on its standard output. */
  readonly silence?: number;
  /** Milliseconds of a processor, and bytes of memory; both are held where the kernel tells of them (Linux). */
  readonly work?: number;
  readonly memory: number;
  /** Bytes of its standard output, where they are others than usual. */
  readonly output?: number;
  /** How far it gives way, up to 19, where that is another than usual. */
  readonly niceness?: number;
  /** Works in this folder, and keeps scratch files there. It may begin other programs: all of them end with it. */
  readonly apart?: string;
  /** Bytes of the file that it writes. */
  readonly file?: { readonly path: string; readonly most: number };
}

/** `slow`, `silent`, `memory`, `disk`, `flood`: a bound was passed. `exit`: it gave up. `missing`: it cannot be started. */
export type ChildEnd = 'slow' | 'silent' | 'memory' | 'disk' | 'flood' | 'exit' | 'missing';

export class ChildFailed extends Error {
  readonly why: ChildEnd;

  /** @param said the beginning of what it wrote to its standard error */
  constructor(command: string, why: ChildEnd, said: string) {
    super(`${command} ended (${why}): ${said.trim() || 'it said nothing'}`);
    this.name = 'ChildFailed';
    this.why = why;
  }
}

const LOOK_EVERY = 250;
/** Bytes of its standard output, and of what it says of errors. */
const MOST_OUTPUT = 4 * 1024 * 1024;
const MOST_SAID = 2_000;

/** Milliseconds of a long time; a caller who ends everything ends this too. */
const NICE = 10;

/**
 * Runs it to its end.
 * @param signal ends it
 * @returns what it wrote to its standard output
 * @throws ChildFailed, and the signal's reason
 */
export async function runBounded(
  command: string,
  args: readonly string[],
  bounds: ChildBounds,
  signal?: AbortSignal,
): Promise<string> {
  signal?.throwIfAborted();
  const { output = MOST_OUTPUT, niceness = NICE, apart } = bounds;
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...childEnvironment(), LANG: 'C.UTF-8', ...(apart && { TMPDIR: apart }) },
    ...(apart && { cwd: apart, detached: true }),
  });
  const kill = () => {
    if (!apart || child.pid === undefined) child.kill('SIGKILL');
    else endGroup(child.pid);
  };
  let [said, out] = ['', ''];
  let why: ChildEnd | undefined;
  let heardAt = performance.now();
  const begunAt = heardAt;
  const end = (reason: ChildEnd) => {
    why ??= reason;
    kill();
  };
  const abort = () => kill();
  signal?.addEventListener('abort', abort);
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    heardAt = performance.now();
    out += text;
    if (out.length > output) end('flood');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (said.length < MOST_SAID) said += text.slice(0, MOST_SAID - said.length);
  });
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.once('error', () => {
    why ??= 'missing';
    resolve(null);
  });
  child.once('close', resolve);
  giveWay(child.pid, niceness);
  const timer = setInterval(async () => {
    const now = performance.now();
    if (now - begunAt > bounds.time) return end('slow');
    if (now - heardAt > (bounds.silence ?? Number.POSITIVE_INFINITY)) return end('silent');
    if ((await memoryOf(child.pid)) > bounds.memory) return end('memory');
    if ((await workOf(child.pid)) > (bounds.work ?? Number.POSITIVE_INFINITY)) return end('slow');
    if (bounds.file && (await sizeOf(bounds.file.path)) > bounds.file.most) end('disk');
  }, LOOK_EVERY);
  const code = await promise;
  clearInterval(timer);
  signal?.removeEventListener('abort', abort);
  signal?.throwIfAborted();
  if (code === 0 && why === undefined) return out;
  throw new ChildFailed(command, why ?? 'exit', said);
}

/** Itself, and what it has begun. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // They have ended meanwhile.
  }
}

/** Meetings come first; and where memory runs out, the kernel takes this one. */
function giveWay(pid: number | undefined, niceness: number): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, niceness);
  } catch {
    // It has ended already.
  }
  writeFile(`/proc/${pid}/oom_score_adj`, '1000').catch(() => {});
}

/** Bytes that are in memory; 0 where nobody tells. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

/** Milliseconds that it has had a processor, by the kernel's ticks of a hundredth of a second; 0 where nobody tells. */
async function workOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '');
  // The name of the program may hold anything; what follows it are numbers (proc_pid_stat, fields 14 and 15).
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

/** Bytes of a file; 0 of one that is not there. */
export async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
