import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A message as it came in. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into it as a receiver would.
  readonly json: any;
}

/** Somebody's server that webhooks are sent to. */
export class Receiver implements AsyncDisposable {
  readonly messages: Received[] = [];
  /** What it answers with. */
  status = 200;
  /** Takes the place of its answer. */
  manner: ((response: ServerResponse) => void) | undefined;
  url = '';
  readonly #server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const { url: path = '', headers } = request;
    this.messages.push({ path, headers, body, json: JSON.parse(body) });
    if (this.manner) this.manner(response);
    else response.writeHead(this.status).end('thank you');
  });

  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    receiver.url = `http://127.0.0.1:${(receiver.#server.address() as AddressInfo).port}`;
    return receiver;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
