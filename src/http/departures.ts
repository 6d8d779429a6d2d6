/**
 * Answers that are made in one turn of the event loop leave together at its end. A write to a socket wakes the caller
 * at its other end, which is dear: many writes in a row wake them once, and find their own code still at hand.
 */
import type { ServerResponse } from 'node:http';

interface Departure {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: string[];
  readonly body: string | Buffer | undefined;
}

export class Departures {
  readonly #waiting: Departure[] = [];
  readonly #leave = () => {
    for (const { response, status, headers, body } of this.#waiting.splice(0)) {
      response.writeHead(status, headers);
      response.end(body);
    }
  };

  /** @param headers names and values in turn */
  send(response: ServerResponse, status: number, headers: string[], body: string | Buffer | undefined): void {
    if (this.#waiting.push({ response, status, headers, body }) === 1) setImmediate(this.#leave);
  }
}
