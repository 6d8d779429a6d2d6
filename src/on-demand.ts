/** A part that is loaded with the first request for it, so that an installation nobody asks for it holds none of it. */
import type { ServerResponse } from 'node:http';
import type { Log } from './log.ts';

export class OnDemand<T> {
  readonly #log: Log;
  readonly #load: () => Promise<T>;
  #loading: Promise<T> | undefined;
  #loaded: T | undefined;

  constructor(log: Log, load: () => Promise<T>) {
    this.#log = log;
    this.#load = load;
  }

  /** Calls `answer` with the part. One that cannot be loaded is tried again by the next request. */
  use(response: ServerResponse, answer: (part: T) => void): void {
    if (this.#loaded !== undefined) {
      answer(this.#loaded);
      return;
    }
    this.#loading ??= this.#load();
    this.#loading.then(
      (part) => {
        this.#loaded = part;
        answer(part);
      },
      (error: unknown) => {
        this.#loading = undefined;
        this.#log.fault(this.#log.nextRequestId(), error);
        response.writeHead(500, { 'Content-Type': 'text/plain', Connection: 'close' });
        response.end('this part of the server could not be loaded; the log says why\n');
      },
    );
  }

  /** @returns nothing where nobody has asked for the part; what is being loaded is waited for. */
  async ifLoaded<R>(work: (part: T) => Promise<R>): Promise<R | undefined> {
    const part = await this.#loading?.catch(() => undefined);
    return part === undefined ? undefined : work(part);
  }
}
