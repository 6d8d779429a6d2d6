/** The process that carries the voices, begun with the first call and again with the next one after it broke. */
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Signal } from '../../media/signal.ts';
import type { RoomSound } from './room-sound.ts';
import type { FromVoices, ToVoices } from './voice-messages.ts';
import { WRTC } from './wrtc.ts';

/** A caller in a room of the mesh. */
export interface MeshSound extends RoomSound {
  /** What somebody's browser says to the caller's side. */
  take(from: string, signal: Signal): void;
}

interface LineParts {
  /** What the others know the caller by. */
  readonly you: string;
  readonly iceServers: readonly object[];
  send(to: string, signal: Signal): void;
  /** Nothing is carried any more. */
  lost(): void;
}

interface Line {
  readonly parts: LineParts;
  readonly heard: Int16Array[];
}

/** Pieces of 20 ms that wait at most, when those who listen are late. */
const MOST = 6;

/** Milliseconds for which the process may take to end. */
const PATIENCE = 1_000;

/** Compiled it is another kind of file. */
const PROGRAM = fileURLToPath(new URL(`./voices-process${extname(import.meta.url)}`, import.meta.url));

/** Whether the package that carries the voices is installed. */
export function hasVoices(): boolean {
  try {
    import.meta.resolve(WRTC);
    return true;
  } catch {
    return false;
  }
}

export type Voices = ReturnType<typeof openVoices>;

/** @param report told when the process has broken */
export function openVoices(report: (error: unknown) => void) {
  const lines = new Map<number, Line>();
  let child: ChildProcess | undefined;
  let last = 0;
  let closing = false;

  function running(): ChildProcess {
    if (child) return child;
    const begun = fork(PROGRAM, {
      serialization: 'advanced',
      execArgv: [],
      // It needs no secret of ours.
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child = begun;
    begun.on('message', (message) => heard(message as FromVoices));
    begun.on('error', report);
    begun.on('exit', (code, signal) => {
      if (child === begun) child = undefined;
      if (closing) return;
      report(new Error(`the process that carries the voices of callers has ended (${signal ?? code})`));
      for (const { parts } of [...lines.values()]) parts.lost();
      lines.clear();
    });
    return begun;
  }

  function heard(message: FromVoices): void {
    const line = lines.get(message.line);
    if (!line) return;
    if (message.kind === 'signal') {
      line.parts.send(message.to, message.signal);
      return;
    }
    line.heard.push(message.samples);
    if (line.heard.length > MOST) line.heard.shift();
  }

  return {
    line(parts: LineParts): MeshSound {
      last += 1;
      const line = last;
      const process = running();
      const send = (message: ToVoices): void => {
        if (process.connected) process.send(message, () => {});
      };
      const own: Line = { parts, heard: [] };
      lines.set(line, own);
      send({ kind: 'open', line, you: parts.you, iceServers: parts.iceServers });
      return {
        meet: (people) => send({ kind: 'meet', line, people }),
        take: (from, signal) => send({ kind: 'signal', line, from, signal }),
        say: (samples) => send({ kind: 'say', line, samples }),
        listen: () => own.heard.shift(),
        close() {
          send({ kind: 'close', line });
          lines.delete(line);
        },
      };
    },

    async close(): Promise<void> {
      closing = true;
      const ending = child;
      if (!ending) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      if (ending.connected) ending.disconnect();
      const timer = setTimeout(() => ending.kill('SIGKILL'), PATIENCE);
      await ended;
      clearTimeout(timer);
    },
  };
}
