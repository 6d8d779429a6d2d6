/** Server-sent events: a stream that stays open until the browser goes away or the server closes. */
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Streams that one process keeps open: beyond it a page goes on without, and asks again. */
const MOST = 5_000;

/**
 * Milliseconds between signs of life. Proxies cut off what is silent, and a page takes a stream for broken that has
 * missed two of them (web/parts/event-connection.ts): a way that is cut somewhere in the middle tells neither side.
 */
const HEARTBEAT = 5_000;

export interface EventStream {
  /**
   * Nothing happens once it is closed.
   * @param id what the browser says of the last event that it had when it comes again (Last-Event-ID)
   */
  send(name: string, data: unknown, id?: string): void;
  close(): void;
  /** Called once, whoever closed it. */
  onClose(listener: () => void): void;
  /** Called before that, once, when it was not closed here: the browser went, or the way to it is cut. */
  onLost(listener: () => void): void;
  /** Called with every sign of life. */
  onHeartbeat(listener: () => void): void;
}

/** The open streams of an application; they end before it closes. */
export class EventStreams {
  readonly #open = new Set<EventStream>();

  constructor(app: FastifyInstance) {
    app.addHook('preClose', async () => {
      for (const stream of this.#open) stream.close();
    });
  }

  /** Whether there is room for one more. */
  get isFull(): boolean {
    return this.#open.size >= MOST;
  }

  /** Takes the reply over. */
  open(reply: FastifyReply): EventStream {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Accel-Buffering': 'no',
      Connection: 'close',
    });
    raw.write('retry: 2000\n\n');
    const closed: (() => void)[] = [];
    const lost: (() => void)[] = [];
    const beats: (() => void)[] = [];
    let isOpen = true;
    const end = () => {
      if (!isOpen) return;
      isOpen = false;
      clearInterval(heart);
      this.#open.delete(stream);
      raw.end();
      for (const listener of closed) listener();
    };
    const heart = setInterval(() => {
      raw.write('event: alive\ndata: {}\n\n');
      for (const listener of beats) listener();
    }, HEARTBEAT);
    const stream: EventStream = {
      send(name, data, id) {
        const mark = id === undefined ? '' : `id: ${id}\n`;
        // One line each: JSON has no line break of its own.
        if (isOpen) raw.write(`${mark}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      },
      close: end,
      onClose: (listener) => void closed.push(listener),
      onLost: (listener) => void lost.push(listener),
      onHeartbeat: (listener) => void beats.push(listener),
    };
    raw.on('close', () => {
      if (isOpen) for (const listener of lost) listener();
      end();
    });
    this.#open.add(stream);
    return stream;
  }
}
