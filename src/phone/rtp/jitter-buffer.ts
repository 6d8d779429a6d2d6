/**
 * Puts what comes early, late, twice or not at all into an even stream: packets wait a little, in the order in which
 * they were sent.
 */
import { ahead } from './packet.ts';

/** Packets of 20 ms that wait before the first is heard, that are more than is needed, and at most. */
const DEPTH = 3;
const FULL = 8;
const MOST = 15;

/** In place of a packet that was lost. */
const SILENCE = new Int16Array(160);

export class JitterBuffer {
  readonly #waiting = new Map<number, Int16Array>();
  /** The sequence number whose turn is next, while sound flows. */
  #next: number | undefined;
  /** The same, also while it waits anew. */
  #turn: number | undefined;
  /** Samples that are left over of a packet that was longer than was asked for. */
  #rest: Int16Array = new Int16Array(0);

  put(sequence: number, samples: Int16Array): void {
    if (this.#turn !== undefined) {
      const distance = ahead(sequence, this.#turn);
      // Too late; or so far from the others that the sender has begun anew.
      if (distance < 0 && distance > -MOST) return;
      if (Math.abs(distance) >= MOST) this.#begin();
    }
    this.#waiting.set(sequence, samples);
    while (this.#waiting.size > MOST) this.#waiting.delete(this.#first() ?? sequence);
  }

  #begin(): void {
    this.#waiting.clear();
    this.#next = undefined;
    this.#turn = undefined;
  }

  #first(): number | undefined {
    let first: number | undefined;
    for (const sequence of this.#waiting.keys()) {
      if (first === undefined || ahead(sequence, first) < 0) first = sequence;
    }
    return first;
  }

  /** The next samples; nothing is silence. */
  take(count: number): Int16Array {
    const taken = new Int16Array(count);
    let filled = 0;
    while (filled < count) {
      if (this.#rest.length === 0) {
        const packet = this.#packet();
        if (!packet) break;
        this.#rest = packet;
      }
      const part = this.#rest.subarray(0, count - filled);
      taken.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return taken;
  }

  #packet(): Int16Array | undefined {
    this.#next ??= this.#waiting.size < DEPTH ? undefined : this.#first();
    if (this.#next === undefined) return undefined;
    // Nothing more comes, or the sender is slower than we are: it begins to wait anew.
    if (this.#waiting.size === 0) {
      this.#next = undefined;
      return undefined;
    }
    // The sender is quicker than we are: one packet of many is left out.
    if (this.#waiting.size > FULL) this.#waiting.delete(this.#advance());
    const turn = this.#advance();
    const samples = this.#waiting.get(turn);
    this.#waiting.delete(turn);
    return samples ?? SILENCE;
  }

  #advance(): number {
    const turn = this.#next ?? 0;
    this.#next = (turn + 1) & 0xffff;
    this.#turn = this.#next;
    return turn;
  }
}
