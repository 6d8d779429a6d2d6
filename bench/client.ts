/**
 * The load: a process of its own that keeps a number of connections busy, each sending its next request when the
 * last one is answered. It speaks HTTP over raw sockets, because it shares two cores with the server that is
 * measured: autocannon spends about as much on a request as the bare server does, this a third of it.
 */
import { connect, type Socket } from 'node:net';
import { type Answered, type Load, NUMBER, PATH } from './load.ts';

const HEADER_END = Buffer.from('\r\n\r\n');
const READ_AT_ONCE = 64 * 1024;

let number = 0;

process.on('message', async (load: Load) => {
  process.send?.(await run(load));
});
process.on('disconnect', () => process.exit());

async function run(load: Load): Promise<Answered> {
  const started = performance.now();
  const end = started + load.milliseconds;
  const callers = Array.from({ length: load.connections }, (_, at) => new Caller(load, at, end));
  await Promise.all(callers.map((caller) => caller.done));
  const seconds = (performance.now() - started) / 1000;
  return {
    requests: callers.reduce((sum, caller) => sum + caller.answers, 0),
    seconds,
    wrong: callers.find((caller) => caller.wrong !== undefined)?.wrong,
  };
}

/** One connection. */
class Caller {
  answers = 0;
  wrong: string | undefined;
  readonly done: Promise<void>;

  readonly #load: Load;
  readonly #end: number;
  readonly #requests: readonly Request[];
  readonly #finish: () => void;
  #next: number;
  #socket: Socket;
  /** What has come of an answer so far, when it does not come in one piece. */
  #pieces: Buffer[] = [];

  constructor(load: Load, at: number, end: number) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.done = promise;
    this.#finish = resolve;
    this.#load = load;
    this.#end = end;
    const url = new URL(load.url);
    this.#requests = load.get
      ? [new Request(getHead(url, load.get), new Uint8Array())]
      : load.bodies.map((body) => new Request(postHead(url, body), body));
    this.#next = at;
    this.#socket = this.#connect();
  }

  #connect(): Socket {
    const { hostname, port } = new URL(this.#load.url);
    const callback = (size: number, buffer: Uint8Array) => {
      this.#onBytes(Buffer.from(buffer.buffer, buffer.byteOffset, size));
      return true;
    };
    const socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: { buffer: Buffer.allocUnsafe(READ_AT_ONCE), callback },
    });
    socket.on('connect', () => this.#send());
    socket.on('error', () => {});
    socket.on('close', () => this.#onClose());
    return socket;
  }

  #send(): void {
    const request = this.#requests[this.#next % this.#requests.length];
    this.#next += 1;
    if (request) this.#socket.write(request.bytes());
  }

  #onBytes(bytes: Buffer): void {
    const answer = this.#pieces.length === 0 ? bytes : Buffer.concat([...this.#pieces, bytes]);
    if (isWhole(answer)) {
      this.#pieces = [];
      this.#onAnswer(answer);
    } else {
      // The buffer of a read is used again by the next.
      this.#pieces = [Buffer.from(answer)];
    }
  }

  #onAnswer(answer: Buffer): void {
    this.answers += 1;
    const { expect } = this.#load;
    if (expect !== undefined && !answer.includes(expect)) {
      this.wrong = answer.toString();
      this.#socket.destroy();
    } else if (performance.now() < this.#end) this.#send();
    else this.#socket.destroy();
  }

  #onClose(): void {
    if (performance.now() < this.#end && this.wrong === undefined) {
      if (this.#load.expect === undefined) {
        this.#pieces = [];
        this.#socket = this.#connect();
        return;
      }
      this.wrong = 'the server has hung up';
    }
    this.#finish();
  }
}

function postHead({ host }: URL, body: Uint8Array): string {
  return `POST ${PATH} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: text/xml\r\nContent-Length: ${body.length}\r\n\r\n`;
}

function getHead({ host }: URL, { path, headers }: NonNullable<Load['get']>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${lines.join('')}\r\n`;
}

/** A request in one piece, numbered anew each time where its body asks for it. */
class Request {
  readonly #bytes: Buffer;
  readonly #places: readonly number[];

  constructor(head: string, body: Uint8Array) {
    this.#bytes = Buffer.concat([Buffer.from(head), body]);
    this.#places = placesOf(NUMBER, this.#bytes);
  }

  bytes(): Buffer {
    if (this.#places.length > 0) {
      number += 1;
      const digits = String(number).padStart(NUMBER.length, '0');
      for (const place of this.#places) this.#bytes.write(digits, place, 'latin1');
    }
    return this.#bytes;
  }
}

function placesOf(word: string, bytes: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + word.length)) places.push(at);
  return places;
}

function isWhole(answer: Buffer): boolean {
  const end = answer.indexOf(HEADER_END);
  if (end < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, end))?.[1];
  return answer.length >= end + HEADER_END.length + Number(length ?? 0);
}
