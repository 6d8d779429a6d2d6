/** One caller in a room of LiveKit: their voice is published while they are heard, and the others' are one. */
import { Mixer } from '../audio/mixer.ts';
import { LiveKitConnection, type LiveKitWay } from './livekit-connection.ts';
import type { Heard } from './room-sound.ts';
import type { RtcNode } from './rtc-node.ts';

/** By what a caller comes in: at one of the nodes, once. */
export interface LiveKitTicket extends LiveKitWay {
  readonly engine: 'livekit';
  readonly nodes: readonly string[];
}

interface LineParts {
  readonly rtc: RtcNode;
  /** The caller is in the room. */
  here(): void;
  /** The room is lost: another ticket is needed. */
  away(why: string): void;
}

export class LiveKitLine {
  readonly #parts: LineParts;
  readonly #mixer = new Mixer();
  #connection: LiveKitConnection | undefined;
  #joins = 0;
  #heard: ReadonlySet<string> = new Set();
  #speaks = false;
  #isClosed = false;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: LineParts) {
    this.#parts = parts;
  }

  join(ticket: LiveKitTicket): void {
    // What waits for the room before is not waited for.
    this.#connection?.leave();
    this.#connection = undefined;
    this.#then(() => this.#join(ticket));
  }

  /** Nobody but LiveKit carries anything between the people of a room. */
  take(): void {}

  meet(people: readonly Heard[], speaks: boolean): void {
    this.#heard = new Set(people.filter(({ isHeard }) => isHeard).map(({ id }) => id));
    this.#speaks = speaks;
    this.#send();
  }

  say(samples: Int16Array): void {
    this.#connection?.say(samples);
  }

  listen(count: number): Int16Array {
    return this.#mixer.take(count);
  }

  close(): void {
    this.#isClosed = true;
    this.#connection?.leave();
  }

  /** One change after the other. */
  #then(work: () => Promise<void>): void {
    this.#work = this.#work
      .then(() => (this.#isClosed ? undefined : work()))
      .catch((error) => this.#lost(this.#connection, error));
  }

  #send(): void {
    this.#then(async () => {
      const connection = this.#connection;
      await connection?.send(this.#speaks).catch((error) => this.#lost(connection, error));
    });
  }

  /** By the first node that takes them. */
  async #join({ nodes, ...way }: LiveKitTicket): Promise<void> {
    // Another one is asked first with each time: the one before may be why the room was lost.
    const first = this.#joins % Math.max(1, nodes.length);
    this.#joins += 1;
    let why: unknown = new Error('there is no node');
    for (const node of [...nodes.slice(first), ...nodes.slice(0, first)]) {
      const connection = this.#connect();
      try {
        await connection.open(node, way);
        await connection.send(this.#speaks);
        if (this.#connection === connection) this.#parts.here();
        return;
      } catch (error) {
        // Left meanwhile, for the next ticket or because it was lost.
        if (this.#isClosed || this.#connection !== connection) return;
        connection.leave();
        why = error;
      }
    }
    this.#connection = undefined;
    this.#tell(why);
  }

  #connect(): LiveKitConnection {
    const connection: LiveKitConnection = new LiveKitConnection({
      rtc: this.#parts.rtc,
      hear: (person, voice, samples) => {
        if (this.#heard.has(person)) this.#mixer.put(voice, samples);
      },
      silent: (voice) => this.#mixer.remove(voice),
      changed: () => this.#send(),
      lost: (why) => this.#lost(connection, why),
    });
    this.#connection = connection;
    return connection;
  }

  #lost(connection: LiveKitConnection | undefined, why: unknown): void {
    connection?.leave();
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.#tell(why);
  }

  #tell(why: unknown): void {
    if (!this.#isClosed) this.#parts.away(why instanceof Error ? why.message : String(why));
  }
}
