/** A process that records a room, and the parts of what it writes on their way to where they are kept. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '../../child-environment.ts';
import { LARGEST_PART, type Unkept } from '../../recordings/room-recording.ts';
import { FILE_OUT } from './ffmpeg.ts';
import type { RecordedPerson, RecorderOrder } from './recorder-messages.ts';

export interface SegmentParts {
  readonly url: string;
  readonly token: string;
  /** Keeps a part of that number. */
  keep(part: number, bytes: Uint8Array): Promise<'kept' | Unkept>;
  /** It has ended without having been told to. */
  brokeOff(): void;
  readonly report: (error: unknown) => void;
}

export interface RunningSegment {
  show(people: readonly RecordedPerson[]): void;
  /** Resolves when everything is kept that can be. */
  end(): Promise<void>;
}

/** Milliseconds of a part, and bytes that wait at most while they cannot be kept. */
const PART = 2_000;
const MOST_WAITING = 64 * 1024 * 1024;

/** Milliseconds for which a process that was told to end is waited for. */
const PATIENCE = 10_000;

export function startSegment({ url, token, keep, brokeOff, report }: SegmentParts): RunningSegment {
  const script = import.meta.filename.endsWith('.ts') ? './recorder-process.ts' : './recorder-process.js';
  const child = spawn(process.execPath, [fileURLToPath(new URL(script, import.meta.url))], {
    env: childEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (text) => {
    if (said.length < 20) said.push(String(text));
  });
  const waiting: Uint8Array[] = [];
  let bytes = 0;
  let next = 0;
  let isEnding = false;
  let keeping: Promise<void> = Promise.resolve();
  child.stdio[FILE_OUT]?.on('data', (part: Uint8Array) => {
    waiting.push(part);
    bytes += part.length;
    if (bytes > MOST_WAITING) child.kill('SIGKILL');
  });
  const timer = setInterval(() => void flush(), PART);
  const closed = once(child, 'close').then(async () => {
    clearInterval(timer);
    await flush();
    if (isEnding) return;
    report(new Error(`the recorder has ended: ${said.join('').slice(0, 2_000)}`));
    brokeOff();
  }, report);

  /** What cannot be kept now waits for the next time. */
  function flush(): Promise<void> {
    keeping = keeping.then(keepWaiting).catch(report);
    return keeping;
  }

  async function keepWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const part = Buffer.concat(firstOf(waiting));
      const outcome = await keep(next, part);
      if (outcome === 'kept') {
        next += 1;
        bytes -= part.length;
      } else if (outcome === 'full' || outcome === 'quota') {
        waiting.unshift(part);
        return;
      } else {
        said.push(`part ${next} was not kept: ${outcome}`);
        child.kill('SIGKILL');
        return;
      }
    }
  }

  send(child, { kind: 'begin', url: url.replace(/^http/, 'ws'), token });

  return {
    show(people) {
      send(child, { kind: 'scene', people });
    },

    async end() {
      isEnding = true;
      send(child, { kind: 'end' });
      const late = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
      await closed;
      clearTimeout(late);
    },
  };
}

/** As many of them as a part may hold; they wait no longer. */
function firstOf(waiting: Uint8Array[]): Uint8Array[] {
  const taken: Uint8Array[] = [];
  let length = 0;
  for (
    let first = waiting[0];
    first && (length === 0 || length + first.length <= LARGEST_PART);
    first = waiting[0]
  ) {
    taken.push(first);
    length += first.length;
    waiting.shift();
  }
  return taken;
}

/** One that has ended hears nothing. */
function send(child: ChildProcess, order: RecorderOrder): void {
  if (child.connected) child.send(order, () => {});
}
