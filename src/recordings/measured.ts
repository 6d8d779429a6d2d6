/** Bytes on their way, with what is known of them when they have gone by. */
import { createHash } from 'node:crypto';

/** There are more of them than may be. */
export class TooManyBytes extends Error {}

export class Measured implements AsyncIterable<Uint8Array> {
  readonly #from: AsyncIterable<Uint8Array>;
  readonly #most: number;
  readonly #head: Buffer;
  readonly #hash = createHash('sha256');
  bytes = 0;

  /** @param keeps how many bytes of their beginning are kept */
  constructor(
    from: AsyncIterable<Uint8Array>,
    { most, keeps }: { readonly most: number; readonly keeps: number },
  ) {
    this.#from = from;
    this.#most = most;
    this.#head = Buffer.alloc(keeps);
  }

  /** @throws TooManyBytes */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#from) {
      if (this.bytes + piece.length > this.#most) throw new TooManyBytes();
      if (this.bytes < this.#head.length)
        this.#head.set(piece.subarray(0, this.#head.length - this.bytes), this.bytes);
      this.bytes += piece.length;
      this.#hash.update(piece);
      yield piece;
    }
  }

  /** Lets them go by. */
  async drain(): Promise<void> {
    for await (const _ of this);
  }

  /** The first of them. */
  get head(): Uint8Array {
    return this.#head.subarray(0, this.bytes);
  }

  /** Once, when all have gone by. */
  sha256(): Buffer {
    return this.#hash.digest();
  }
}
