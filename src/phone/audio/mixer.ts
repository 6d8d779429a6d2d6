/** Several voices as one: each is kept until its turn, and what is too much is heard at its loudest. */
import { clipped } from './filter.ts';

/** Samples of one voice that wait at most, and before it is heard: 200 and 40 ms of 8000 a second. */
const MOST = 1_600;
const DEPTH = 320;

export class Mixer {
  readonly #voices = new Map<string, { samples: number[]; flows: boolean }>();

  put(voice: string, samples: Int16Array): void {
    const one = this.#voices.get(voice) ?? { samples: [], flows: false };
    this.#voices.set(voice, one);
    one.samples.push(...samples);
    if (one.samples.length > MOST) one.samples.splice(0, one.samples.length - DEPTH);
  }

  remove(voice: string): void {
    this.#voices.delete(voice);
  }

  /** The next samples of all together; a voice that has too few begins to wait anew. */
  take(count: number): Int16Array {
    const sum = new Float64Array(count);
    for (const one of this.#voices.values()) {
      one.flows = one.flows ? one.samples.length >= count : one.samples.length >= DEPTH;
      if (!one.flows) continue;
      for (const [at, sample] of one.samples.splice(0, count).entries()) sum[at] = (sum[at] ?? 0) + sample;
    }
    return Int16Array.from(sum, clipped);
  }
}
