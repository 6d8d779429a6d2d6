/**
 * What the page of a room posts as JSON: one after the other, because a description comes before its candidates. What
 * does not arrive is posted again, in its order, until it does: while the network is away nothing is lost.
 */

/** Milliseconds from one try to the next; a network that comes back is tried at once. */
const AGAIN_AFTER = 1_000;

/** Milliseconds after which an answer is not waited for any more. */
const PATIENCE = 8_000;

/** What says that the same post may be taken later: too many at once, or a server that is on its way up or down. */
const LATER = new Set([429, 502, 503, 504]);

export class Outbox {
  readonly #address: string;
  #last: Promise<unknown> = Promise.resolve();
  readonly #closing = new AbortController();

  constructor(address: string) {
    this.#address = address;
  }

  /** Gives what was answered as JSON, and nothing where there was no such answer. */
  post(body: object): Promise<unknown> {
    const sent = this.#last.then(() => this.#untilTaken(JSON.stringify(body)));
    this.#last = sent;
    return sent;
  }

  /** Says something as the page is left: nobody waits for an answer. */
  sayLast(body: object): void {
    void fetch(this.#address, { ...formOf(JSON.stringify(body)), keepalive: true }).catch(() => {});
  }

  /** What has not arrived yet is forgotten. */
  close(): void {
    this.#closing.abort();
  }

  async #untilTaken(body: string): Promise<unknown> {
    const closing = this.#closing.signal;
    while (!closing.aborted) {
      try {
        const signal = AbortSignal.any([closing, AbortSignal.timeout(PATIENCE)]);
        const answer = await fetch(this.#address, { ...formOf(body), signal });
        if (!LATER.has(answer.status)) return answer.status === 200 ? await answer.json() : undefined;
      } catch {
        // The network is away.
      }
      if (!closing.aborted) await pause(closing);
    }
    return undefined;
  }
}

function formOf(body: string): RequestInit {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
}

function pause(closing: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      window.removeEventListener('online', goOn);
      closing.removeEventListener('abort', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, AGAIN_AFTER);
    window.addEventListener('online', goOn);
    closing.addEventListener('abort', goOn);
  });
}
