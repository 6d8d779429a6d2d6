/**
 * A stream of server-sent events that mends itself: behind the last event that it had, sooner than the browser would,
 * at once when the network is back, and also where the way is cut without a word to either side.
 */

/** Milliseconds from one try to the next; the last is repeated. Everybody waits a little longer or shorter than others. */
const AGAIN_AFTER = [250, 500, 1_000, 2_000, 4_000] as const;

/** Milliseconds without a sign of life after which a stream is taken for broken: the server gives one every five seconds. */
const SILENCE = 12_000;

interface Listener {
  /** The names of the events that are listened to. */
  readonly names: readonly string[];
  event(name: string, data: string): void;
  /** Whether the stream is there has changed. */
  state(isConnected: boolean): void;
}

export class EventConnection {
  readonly #url: string;
  readonly #listener: Listener;
  #source: EventSource | undefined;
  #last = '';
  #tries = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  readonly #hurry = () => this.#listen();

  constructor(url: string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
    this.#listen();
  }

  close(): void {
    this.#drop();
    window.removeEventListener('online', this.#hurry);
  }

  #listen(): void {
    this.#drop();
    const source = new EventSource(this.#last === '' ? this.#url : `${this.#url}&LAST=${this.#last}`);
    this.#source = source;
    source.onopen = () => {
      this.#tries = 0;
      window.removeEventListener('online', this.#hurry);
      this.#listener.state(true);
    };
    source.onerror = () => this.#fail();
    source.addEventListener('alive', () => this.#watch());
    for (const name of this.#listener.names) {
      source.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        if (lastEventId !== '') this.#last = lastEventId;
        this.#listener.event(name, data);
      });
    }
  }

  /** A server that gives signs of life gives the next one in time. */
  #watch(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#fail(), SILENCE);
  }

  #fail(): void {
    this.#drop();
    this.#listener.state(false);
    const after = AGAIN_AFTER[Math.min(this.#tries, AGAIN_AFTER.length - 1)] ?? 0;
    this.#tries += 1;
    this.#again = setTimeout(() => this.#listen(), after * (0.75 + Math.random() / 2));
    window.addEventListener('online', this.#hurry);
  }

  #drop(): void {
    clearTimeout(this.#again);
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = undefined;
  }
}
