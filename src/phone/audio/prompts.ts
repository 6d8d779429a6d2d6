/**
 * What a caller hears that no person says: short melodies, which the manual describes, or recordings in their place that
 * an administrator has put into a folder.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { wavSound } from './wav.ts';

export const PROMPTS = [
  'number',
  'password',
  'registration',
  'wrong',
  'waiting',
  'joined',
  'refused',
  'removed',
  'ended',
  'muted',
  'unmuted',
  'hand-up',
  'hand-down',
] as const;
export type Prompt = (typeof PROMPTS)[number];

export type Prompts = Readonly<Record<Prompt, Int16Array>>;

const RATE = 8_000;

/** Hertz and milliseconds; 0 is silence. */
type Note = readonly [pitch: number, length: number];

const BEEP: Note = [880, 140];
const REST: Note = [0, 110];
const PAUSE: Note = [0, 300];

const MELODIES: Readonly<Record<Prompt, readonly Note[]>> = {
  number: [[523, 160], [659, 160], [784, 240], PAUSE, BEEP],
  password: [BEEP, REST, BEEP],
  registration: [BEEP, REST, BEEP, REST, BEEP],
  wrong: [[247, 300], REST, [247, 300]],
  waiting: [[440, 200]],
  joined: [
    [659, 120],
    [880, 200],
  ],
  refused: [
    [425, 300],
    [0, 300],
    [425, 300],
    [0, 300],
    [425, 300],
  ],
  removed: [
    [784, 160],
    [523, 160],
    [330, 320],
  ],
  ended: [
    [659, 160],
    [523, 320],
  ],
  muted: [[330, 150]],
  unmuted: [[660, 150]],
  'hand-up': [[660, 80], REST, [880, 80]],
  'hand-down': [[880, 80], REST, [660, 80]],
};

/** A quarter of the loudest: as loud as a voice. */
const LOUD = 8_000;
/** Milliseconds in which a tone begins and ends, so that it does not click. */
const SOFT = 8;

/** The melody of a prompt at 8000 samples a second. */
export function melody(prompt: Prompt): Int16Array {
  return Int16Array.from(MELODIES[prompt].flatMap(([pitch, length]) => tone(pitch, length)));
}

function tone(pitch: number, length: number): number[] {
  const count = Math.round((length * RATE) / 1000);
  const soft = (SOFT * RATE) / 1000;
  return Array.from({ length: count }, (_, at) => {
    const loud = LOUD * Math.min(1, at / soft, (count - 1 - at) / soft);
    return Math.round(loud * Math.sin((2 * Math.PI * pitch * at) / RATE));
  });
}

/**
 * @param folder with `<prompt>.wav`; empty for none. What is not there is a melody.
 * @throws Error when a recording cannot be used, with its name
 */
export async function openPrompts(folder: string): Promise<Prompts> {
  const entries = await Promise.all(
    PROMPTS.map(async (prompt) => [prompt, (await recording(folder, prompt)) ?? melody(prompt)] as const),
  );
  return Object.fromEntries(entries) as Record<Prompt, Int16Array>;
}

async function recording(folder: string, prompt: Prompt): Promise<Int16Array | undefined> {
  if (folder === '') return undefined;
  const file = join(folder, `${prompt}.wav`);
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const sound = wavSound(bytes);
  if (!sound)
    throw new Error(`${file} must be a WAV file: PCM, 16 bits, mono, 8000, 16000 or 48000 samples a second`);
  return sound;
}
