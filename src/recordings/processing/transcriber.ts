/**
 * The program that writes down what is said, which whoever runs the installation names. It is given the path of a WAV (one
 * channel of 16 bits, 16,000 samples a second), and writes WebVTT to its standard output. It runs without a shell, sees
 * nothing of our environment, has so much time and no more, and gives way to everything else.
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve, sep } from 'node:path';
import { LARGEST_FILE, type Words } from '../transcripts/cue.ts';
import { readCaptions } from '../transcripts/read-captions.ts';
import { runBounded } from './bounded-child.ts';

export interface TranscriberBounds {
  /** Milliseconds for anything, and for each millisecond of sound. */
  readonly time: number;
  readonly timeForEach: number;
}

export const TRANSCRIBING: TranscriberBounds = { time: 30 * 60_000, timeForEach: 8 };

/** The lowest there is. */
const LAST = 19;

export interface Transcriber {
  /**
   * @param duration milliseconds
   * @throws ChildFailed, TranscriptUnreadable for what is no WebVTT, and the signal's reason
   */
  transcribe(
    wav: string,
    of: { readonly duration: number; readonly folder: string },
    signal?: AbortSignal,
  ): Promise<Words>;
}

/**
 * The one of this machine, looked for when it is first asked for.
 * @param setting a path, or a name that is found as a shell finds it; empty for none
 */
export function transcriberOnThisMachine(setting: string): () => Transcriber | undefined {
  let found: Transcriber | undefined | null = setting === '' ? undefined : null;
  return () => {
    if (found !== null) return found;
    const program = programAt(setting);
    found = program === undefined ? undefined : openTranscriber(program);
    return found;
  };
}

export function openTranscriber(
  program: string,
  { time, timeForEach }: TranscriberBounds = TRANSCRIBING,
): Transcriber {
  return {
    async transcribe(wav, { duration, folder }, signal) {
      const said = await runBounded(
        program,
        [wav],
        {
          time: time + timeForEach * duration,
          memory: Number.POSITIVE_INFINITY,
          output: LARGEST_FILE,
          niceness: LAST,
          apart: folder,
        },
        signal,
      );
      return readCaptions(Buffer.from(said));
    },
  };
}

function programAt(setting: string): string | undefined {
  const places = setting.includes(sep)
    ? [isAbsolute(setting) ? setting : resolve(setting)]
    : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, setting));
  return places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
