/** Sound at fewer samples a second: what those cannot tell is taken out first, so that it is not heard as something else. */

/** Hertz above which nothing is left for 8000 samples a second. */
const CUT = 3_600;
const RATE = 8_000;

/** Turns so many samples a second into 8000. It remembers what came before: one for each stream. */
export class Downsampler {
  readonly #rate: number;
  readonly #taps: Float64Array;
  #before: Float64Array;
  /** Where the next sample lies, behind the beginning of what comes next. */
  #at = 0;

  /** @param rate samples a second of what comes, at least 8000 */
  constructor(rate: number) {
    this.#rate = rate;
    this.#taps = lowPass(rate);
    this.#before = new Float64Array(this.#taps.length - 1);
  }

  get rate(): number {
    return this.#rate;
  }

  put(samples: Int16Array): Int16Array {
    if (this.#rate === RATE) return samples;
    const taps = this.#taps;
    const all = new Float64Array(this.#before.length + samples.length);
    all.set(this.#before);
    all.set(samples, this.#before.length);
    const step = this.#rate / RATE;
    const made: number[] = [];
    for (; this.#at < samples.length; this.#at += step) {
      const start = Math.floor(this.#at);
      let sum = 0;
      for (let tap = 0; tap < taps.length; tap += 1) sum += (taps[tap] ?? 0) * (all[start + tap] ?? 0);
      made.push(sum);
    }
    this.#at -= samples.length;
    this.#before = all.slice(samples.length);
    return Int16Array.from(made, clipped);
  }
}

/** A windowed sinc (Blackman), long enough to be 60 dB down a quarter above its cut. */
function lowPass(rate: number): Float64Array {
  const half = Math.ceil((rate / RATE) * 16);
  const cut = CUT / rate;
  const taps = Float64Array.from({ length: 2 * half + 1 }, (_, at) => {
    const from = at - half;
    const sinc = from === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * from) / (Math.PI * from);
    const turn = (Math.PI * at) / half;
    return sinc * (0.42 - 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn));
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}

export function clipped(sample: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(sample)));
}
