/** The process that carries the voices, begun with the first call and again with the next one after it broke. */
import { type ChildProcess, fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Signal } from '../../media/signal.ts';
import type { RoomSound } from './room-sound.ts';
import { RTC_NODE } from './rtc-node.ts';
import type { FromVoices, Ticket, ToVoices } from './voice-messages.ts';
import { WRTC } from './wrtc.ts';

/** A caller in a room. */
export interface VoiceLine extends RoomSound {
  /** What somebody's browser says to the caller's side. */
  take(from: string, signal: Signal): void;
  /** Comes in again, after the room was lost. */
  join(ticket: Ticket): void;
}

interface LineParts {
  readonly ticket: Ticket;
  send(to: string, signal: Signal): void;
  /** The caller is in the room. */
  here(): void;
  /** The room is lost: it takes another ticket. */
  away(why: string): void;
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

/** Milliseconds between two looks whether the process still says something, and looks without a word until it is ended. */
const BETWEEN_LOOKS = 5_000;
const MOST_SILENT = 4;

/** Compiled it is another kind of file. */
const PROGRAM = fileURLToPath(new URL(`./voices-process${extname(import.meta.url)}`, import.meta.url));

/** The package that carries the voices of an engine. */
export function packageFor(engine: Ticket['engine']): string {
  return engine === 'mesh' ? WRTC : RTC_NODE;
}

/** Whether it is installed. */
export function hasVoices(engine: Ticket['engine']): boolean {
  try {
    import.meta.resolve(packageFor(engine));
    return true;
  } catch {
    return false;
  }
}

export type Voices = ReturnType<typeof openVoices>;

interface VoicesParts {
  readonly engine: Ticket['engine'];
  /** Told when the process has broken. */
  readonly report: (error: unknown) => void;
  readonly program?: string;
  readonly betweenLooks?: number;
}

export function openVoices({ engine, report, program = PROGRAM, betweenLooks = BETWEEN_LOOKS }: VoicesParts) {
  const lines = new Map<number, Line>();
  let child: ChildProcess | undefined;
  let last = 0;
  let closing = false;
  let silentLooks = 0;
  // While there is a line, something comes every 20 ms.
  const watch = setInterval(() => {
    // One that is being ended has said its last.
    silentLooks = child && !child.killed && lines.size > 0 ? silentLooks + 1 : 0;
    if (silentLooks <= MOST_SILENT) return;
    silentLooks = 0;
    report(new Error('the process that carries the voices of callers says nothing any more, and is ended'));
    child?.kill('SIGKILL');
  }, betweenLooks).unref();

  function running(): ChildProcess {
    if (child) return child;
    const begun = fork(program, [engine], {
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
    silentLooks = 0;
    if (message.kind === 'trouble') {
      report(new Error(`in the process that carries the voices of callers: ${message.why}`));
      return;
    }
    const line = lines.get(message.line);
    if (!line) return;
    if (message.kind === 'signal') {
      line.parts.send(message.to, message.signal);
      return;
    }
    if (message.kind === 'here') {
      line.parts.here();
      return;
    }
    if (message.kind === 'away') {
      line.parts.away(message.why);
      return;
    }
    line.heard.push(message.samples);
    if (line.heard.length > MOST) line.heard.shift();
  }

  return {
    line(parts: LineParts): VoiceLine {
      last += 1;
      const line = last;
      const process = running();
      const send = (message: ToVoices): void => {
        if (process.connected) process.send(message, () => {});
      };
      const own: Line = { parts, heard: [] };
      lines.set(line, own);
      send({ kind: 'open', line, ticket: parts.ticket });
      return {
        meet: (people, speaks) => send({ kind: 'meet', line, people, speaks }),
        join: (ticket) => send({ kind: 'join', line, ticket }),
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
      clearInterval(watch);
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
