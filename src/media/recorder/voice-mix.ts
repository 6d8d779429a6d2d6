/** VoiceMix on their way to one: samples of 16 bits, 48 000 a second, one channel. */

export const SAMPLE_RATE = 48_000;

/** Samples that a voice may wait: what comes later than that is left out, so that nobody falls behind. */
const LONGEST = SAMPLE_RATE / 4;

export class VoiceMix {
  readonly #waiting = new Map<string, Int16Array[]>();

  add(voice: string, samples: Int16Array): void {
    const waiting = this.#waiting.get(voice) ?? [];
    waiting.push(samples);
    let length = waiting.reduce((sum, part) => sum + part.length, 0);
    while (length > LONGEST) length -= waiting.shift()?.length ?? length;
    this.#waiting.set(voice, waiting);
  }

  remove(voice: string): void {
    this.#waiting.delete(voice);
  }

  /** So many samples of all voices at once; silence where nothing has come. */
  take(count: number): Int16Array {
    const sum = new Int32Array(count);
    for (const waiting of this.#waiting.values()) mix(waiting, sum);
    return Int16Array.from(sum, (value) => Math.max(-32_768, Math.min(32_767, value)));
  }
}

function mix(waiting: Int16Array[], sum: Int32Array): void {
  let at = 0;
  while (at < sum.length) {
    const part = waiting[0];
    if (!part) return;
    const length = Math.min(part.length, sum.length - at);
    for (let sample = 0; sample < length; sample++)
      sum[at + sample] = (sum[at + sample] ?? 0) + (part[sample] ?? 0);
    at += length;
    if (length === part.length) waiting.shift();
    else waiting[0] = part.subarray(length);
  }
}
