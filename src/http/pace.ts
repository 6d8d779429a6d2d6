/**
 * Keeps large messages from taking the process away from everybody else: they are read and run one at a time, in
 * the order they came, and after each piece of that work the others have nine times as long as it took.
 */
import type { IncomingMessage } from 'node:http';

/** Bytes. Up to here a message takes no longer than other calls do. */
export const SMALL = 8 * 1024;

const FOR_OTHERS = 9;

/** Milliseconds that a byte takes until it is here. */
const ARRIVING = 2 / 1_048_576;

/** What is measured is the parsing; decoding and answering take about as long again. */
const AFTER_PARSING = 2;

export class Pace {
  readonly #now: () => number;
  #freeAt = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting: (() => void)[] = [];

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Holds a body back after each of its chunks. @param size what has been read of it */
  hold(request: IncomingMessage, size: number, chunk: Buffer): void {
    if (size <= SMALL) return;
    request.pause();
    this.#inTurn(() => {
      this.#took(chunk.length * ARRIVING);
      request.resume();
    });
  }

  /** Runs what is done with a message of that size. */
  run(size: number, work: () => void): void {
    if (size <= SMALL) {
      work();
      return;
    }
    this.#inTurn(() => {
      const started = this.#now();
      work();
      this.#took((this.#now() - started) * AFTER_PARSING);
    });
  }

  #took(milliseconds: number): void {
    this.#freeAt = this.#now() + milliseconds * FOR_OTHERS;
  }

  #inTurn(work: () => void): void {
    if (this.#waiting.length === 0 && this.#now() >= this.#freeAt) {
      work();
      return;
    }
    this.#waiting.push(work);
    this.#wait();
  }

  #wait(): void {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        if (this.#now() >= this.#freeAt) this.#waiting.shift()?.();
        if (this.#waiting.length > 0) this.#wait();
      },
      Math.max(0, this.#freeAt - this.#now()),
    );
  }
}
