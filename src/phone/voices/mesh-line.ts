/** One caller in a room whose browsers send to each other: a connection to each of them, and their voices as one. */
import { randomUUID } from 'node:crypto';
import type { Signal } from '../../media/signal.ts';
import { Mixer } from '../audio/mixer.ts';
import { MeshPeer } from './mesh-peer.ts';
import type { Heard } from './room-sound.ts';
import type { Wrtc } from './wrtc.ts';

const RATE = 8_000;
/** Samples of 10 ms: as much as WebRTC takes at once. */
const SLICE = RATE / 100;

/** By what a caller comes in. */
export interface MeshTicket {
  readonly engine: 'mesh';
  /** What the others know the caller by. */
  readonly you: string;
  readonly iceServers: readonly object[];
}

interface MeshLineParts extends MeshTicket {
  readonly wrtc: Wrtc;
  send(to: string, signal: Signal): void;
}

export class MeshLine {
  readonly #parts: MeshLineParts;
  readonly #peers = new Map<string, MeshPeer>();
  readonly #mixer = new Mixer();
  readonly #source;
  readonly #voice;
  #heard: ReadonlySet<string> = new Set();

  constructor(parts: MeshLineParts) {
    this.#parts = parts;
    this.#source = new parts.wrtc.nonstandard.RTCAudioSource();
    this.#voice = this.#source.createTrack();
  }

  meet(people: readonly Heard[]): void {
    const ids = new Set(people.map(({ id }) => id));
    this.#heard = new Set(people.filter(({ isHeard }) => isHeard).map(({ id }) => id));
    for (const id of [...this.#peers.keys()]) if (!ids.has(id)) this.#disconnect(id);
    for (const id of ids) if (this.#leads(id) && !this.#peers.has(id)) this.#connect(id, randomUUID());
  }

  /** Whoever has the greater id makes the first offer. */
  #leads(id: string): boolean {
    return this.#parts.you > id;
  }

  take(from: string, signal: Signal): void {
    if (signal.kind === 'reaction') return;
    if (signal.kind === 'hello') {
      this.#disconnect(from);
      if (this.#leads(from)) this.#connect(from, randomUUID());
      return;
    }
    const isNew = this.#peers.get(from)?.attempt !== signal.attempt;
    // What belongs to an earlier attempt comes too late; a new one is the leading side's to begin.
    if (isNew && (this.#leads(from) || signal.kind !== 'description')) return;
    if (isNew) {
      this.#disconnect(from);
      this.#connect(from, signal.attempt);
    }
    this.#peers.get(from)?.take(signal);
  }

  say(samples: Int16Array): void {
    for (let at = 0; at + SLICE <= samples.length; at += SLICE) {
      this.#source.onData({
        samples: samples.slice(at, at + SLICE),
        sampleRate: RATE,
        bitsPerSample: 16,
        channelCount: 1,
        numberOfFrames: SLICE,
      });
    }
  }

  listen(count: number): Int16Array {
    return this.#mixer.take(count);
  }

  close(): void {
    for (const id of [...this.#peers.keys()]) this.#disconnect(id);
    this.#voice.stop();
  }

  #disconnect(id: string): void {
    this.#peers.get(id)?.close();
    this.#peers.delete(id);
    this.#mixer.remove(id);
  }

  #connect(id: string, attempt: string): void {
    const { wrtc, iceServers, send } = this.#parts;
    const peer = new MeshPeer({
      wrtc,
      iceServers,
      leads: this.#leads(id),
      attempt,
      voice: this.#voice,
      send: (signal) => send(id, signal),
      heard: (samples) => {
        // Whom the room has muted is not heard, whatever their browser sends.
        if (this.#heard.has(id) && this.#peers.get(id) === peer) this.#mixer.put(id, samples);
      },
    });
    this.#peers.set(id, peer);
  }
}
