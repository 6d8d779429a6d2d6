/** Everybody's connection to everybody: one peer for each other person of the room. */
import type { IceServer } from '../../../src/media/engine.ts';
import type { Signal } from '../../../src/media/signal.ts';
import { Peer } from './peer.ts';
import type { ClientParts, ConnectionState, RoomClient, Streams, Tracks } from './room-client.ts';

interface Connected {
  readonly peer: Peer;
  streams: Streams | undefined;
  isConnected: boolean;
  wasConnected: boolean;
}

interface MeshParts extends ClientParts {
  readonly you: string;
  readonly iceServers: readonly IceServer[];
}

export class Mesh implements RoomClient {
  readonly #parts: MeshParts;
  readonly #peers = new Map<string, Connected>();
  #tracks: Tracks = { microphone: null, camera: null, screen: null };

  constructor(parts: MeshParts) {
    this.#parts = parts;
  }

  /** Those who are there begin anew with this browser, whatever they had with an earlier page of it. */
  begin(people: readonly string[]): void {
    this.#parts.post({ kind: 'hello' });
    this.meet(people);
  }

  /** Who is there besides oneself. */
  meet(people: readonly string[]): void {
    for (const id of this.#peers.keys()) if (!people.includes(id)) this.#disconnect(id);
    for (const id of people) {
      if (this.#parts.you > id && !this.#peers.has(id)) this.#connect(id, crypto.randomUUID());
    }
    this.#parts.changed();
  }

  take(from: string, signal: Signal): void {
    if (signal.kind === 'reaction') return;
    const { you } = this.#parts;
    if (signal.kind === 'hello') {
      this.#disconnect(from);
      if (you > from) this.#connect(from, crypto.randomUUID());
      this.#parts.changed();
      return;
    }
    const isNew = this.#peers.get(from)?.peer.attempt !== signal.attempt;
    // What belongs to an earlier attempt comes too late; a new one is the leading side's to begin.
    if (isNew && (you > from || signal.kind !== 'description')) return;
    if (isNew) {
      this.#disconnect(from);
      this.#connect(from, signal.attempt);
    }
    this.#peers.get(from)?.peer.take(signal);
  }

  setTracks(tracks: Tracks): void {
    this.#tracks = tracks;
    for (const { peer } of this.#peers.values()) peer.setTracks(tracks);
  }

  streamsOf(id: string): Streams | undefined {
    return this.#peers.get(id)?.streams;
  }

  stateOf(id: string): ConnectionState {
    const one = this.#peers.get(id);
    if (one?.isConnected) return 'connected';
    return one?.wasConnected ? 'interrupted' : 'connecting';
  }

  /** Browsers send each other the same, however it is drawn. */
  wants(): void {}

  reconnect(): void {
    for (const { peer } of this.#peers.values()) peer.restart();
  }

  close(): void {
    for (const { peer } of this.#peers.values()) peer.close();
    this.#peers.clear();
  }

  #disconnect(id: string): void {
    this.#peers.get(id)?.peer.close();
    this.#peers.delete(id);
  }

  #connect(id: string, attempt: string): void {
    const { you, iceServers, post, changed } = this.#parts;
    const peer = new Peer({
      iceServers: iceServers.map((server) => ({ ...server, urls: [...server.urls] })),
      leads: you > id,
      attempt,
      tracks: this.#tracks,
      send: (signal) => post(signal, id),
      onStreams: (streams) => {
        // The first streams come while the peer is being made.
        queueMicrotask(() => {
          const one = this.#peers.get(id);
          if (one?.peer !== peer) return;
          one.streams = streams;
          changed();
        });
      },
      onState: (isConnected) => {
        const one = this.#peers.get(id);
        if (one?.peer !== peer) return;
        one.isConnected = isConnected;
        one.wasConnected ||= isConnected;
        changed();
      },
    });
    this.#peers.set(id, { peer, streams: undefined, isConnected: false, wasConnected: false });
  }
}
