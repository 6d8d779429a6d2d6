/**
 * Brings the parts of a segment to the server, one after the other: each again and again until it is there. What waits is
 * kept in memory as far as there is room for it.
 */

/** Bytes that wait at most: some minutes. */
const MOST_WAITING = 96 * 1024 * 1024;

/** Milliseconds until a part is sent again. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

/** Why parts do not arrive now: the network, or no room for them where they are kept. */
export type Hindrance = 'network' | 'full';

interface UploaderParts {
  /** The address of a part, by its number. */
  address(part: number): string;
  /** What is in the way, when that changes. */
  hindered(why: Hindrance | undefined): void;
  /** No more parts of this segment are taken: it has ended there, or something is wrong with it. */
  lost(why: 'over' | 'broken'): void;
}

export class Uploader {
  readonly #parts: UploaderParts;
  readonly #waiting: Blob[] = [];
  #next = 0;
  #bytes = 0;
  #isLost = false;
  #sending: Promise<void> | undefined;
  #hindrance: Hindrance | undefined;

  constructor(parts: UploaderParts) {
    this.#parts = parts;
  }

  add(part: Blob): void {
    if (this.#isLost || part.size === 0) return;
    this.#waiting.push(part);
    this.#bytes += part.size;
    if (this.#bytes > MOST_WAITING) this.#lose('broken');
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined;
    });
  }

  /** Resolves when nothing waits any more. */
  async done(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  async #send(): Promise<void> {
    let pause = FIRST_PAUSE;
    for (let part = this.#waiting[0]; part && !this.#isLost; part = this.#waiting[0]) {
      const outcome = await this.#post(part);
      if (outcome === 'there') {
        this.#next += 1;
        this.#waiting.shift();
        this.#bytes -= part.size;
        this.#hinder(undefined);
        pause = FIRST_PAUSE;
      } else if (outcome === 'over' || outcome === 'broken') {
        this.#lose(outcome);
      } else {
        this.#hinder(outcome);
        await new Promise((resolve) => setTimeout(resolve, pause));
        pause = Math.min(2 * pause, LONGEST_PAUSE);
      }
    }
  }

  async #post(part: Blob): Promise<'there' | 'over' | 'broken' | Hindrance> {
    try {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const { status } = await fetch(this.#parts.address(this.#next), {
        method: 'POST',
        headers,
        body: part,
      });
      if (status === 204) return 'there';
      if (status === 403 || status === 410) return 'over';
      if (status === 507) return 'full';
      return status >= 500 || status === 429 || status === 408 ? 'network' : 'broken';
    } catch {
      return 'network';
    }
  }

  #hinder(why: Hindrance | undefined): void {
    if (why === this.#hindrance) return;
    this.#hindrance = why;
    this.#parts.hindered(why);
  }

  #lose(why: 'over' | 'broken'): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#waiting.length = 0;
    this.#bytes = 0;
    this.#hinder(undefined);
    this.#parts.lost(why);
  }
}
