/** Recordings: WAV files of 16 bits. */
import { Downsampler } from './filter.ts';

const RATES = [8_000, 16_000, 48_000];

/** One minute: nobody listens to more before they may speak. */
const LONGEST = 60;

/** The sound of a file at 8000 samples a second; nothing when it is none of those that are read. */
export function wavSound(file: Buffer): Int16Array | undefined {
  if (
    file.length < 12 ||
    file.toString('latin1', 0, 4) !== 'RIFF' ||
    file.toString('latin1', 8, 12) !== 'WAVE'
  ) {
    return undefined;
  }
  let rate: number | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const chunk = file.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') rate = rateOf(chunk);
    if (name === 'data') return rate === undefined ? undefined : soundOf(chunk, rate);
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function rateOf(format: Buffer): number | undefined {
  if (format.length < 16) return undefined;
  const [kind, channels, rate, bits] = [
    format.readUInt16LE(0),
    format.readUInt16LE(2),
    format.readUInt32LE(4),
    format.readUInt16LE(14),
  ];
  return kind === 1 && channels === 1 && bits === 16 && RATES.includes(rate) ? rate : undefined;
}

function soundOf(data: Buffer, rate: number): Int16Array | undefined {
  const count = Math.floor(data.length / 2);
  if (count === 0 || count > LONGEST * rate) return undefined;
  const samples = Int16Array.from({ length: count }, (_, at) => data.readInt16LE(2 * at));
  return new Downsampler(rate).put(samples);
}
