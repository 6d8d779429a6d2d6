/** What a caller hears: prompts, one after the other, and the room when there are none. */
import type { Prompt, Prompts } from '../audio/prompts.ts';
import { FRAME } from '../rtp/sound-stream.ts';

interface Playing {
  readonly samples: Int16Array;
  at: number;
  readonly done: () => void;
}

const SILENCE = new Int16Array(FRAME);

export class Ear {
  readonly #prompts: Prompts;
  #queue: Playing[] = [];

  constructor(prompts: Prompts) {
    this.#prompts = prompts;
  }

  /** Resolves when it has been heard, or something was pressed meanwhile. */
  play(prompt: Prompt): Promise<void> {
    return new Promise((done) => {
      this.#queue.push({ samples: this.#prompts[prompt], at: 0, done });
    });
  }

  get isPlaying(): boolean {
    return this.#queue.length > 0;
  }

  /** Whoever knows what comes need not hear it. */
  hush(): void {
    for (const { done } of this.#queue.splice(0)) done();
  }

  /** The next 20 ms. @param room what is heard of the room at this moment */
  next(room: Int16Array | undefined): Int16Array {
    const [first] = this.#queue;
    if (!first) return room ?? SILENCE;
    const frame = new Int16Array(FRAME);
    frame.set(first.samples.subarray(first.at, first.at + FRAME));
    first.at += FRAME;
    if (first.at >= first.samples.length) {
      this.#queue.shift();
      first.done();
    }
    return frame;
  }
}
