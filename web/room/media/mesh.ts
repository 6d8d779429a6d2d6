/** Everybody's connection to everybody: one peer for each other person of the room. */
import type { IceServer } from '../../../src/media/engine.ts';
import type { Signal } from '../../../src/media/signal.ts';
import { Peer } from './peer.ts';
import { stepOf } from './quality.ts';
import type {
  ClientParts,
  ConnectionState,
  Medium,
  RoomClient,
  Size,
  Streams,
  Tracks,
} from './room-client.ts';

/** Lines that are drawn, by medium; null is none. */
type Drawn = Map<'camera' | 'screen', number | null>;

interface Connected {
  readonly peer: Peer;
  streams: Streams | undefined;
  isConnected: boolean;
  wasConnected: boolean;
  isPoor: boolean;
  /** What the other side has been told that is drawn of it. */
  readonly told: Drawn;
  /** When the whole connection is given up, and another one is begun. */
  givenUp: ReturnType<typeof setTimeout> | undefined;
}

/** Milliseconds for which a connection may be away before it is begun anew; twice as long each further time. */
const GIVEN_UP_AFTER = 12_000;
const LONGEST = 60_000;

/** Milliseconds for which what is drawn has to stay as it is until others are told. */
const SETTLED_AFTER = 300;

interface MeshParts extends ClientParts {
  readonly you: string;
  readonly iceServers: readonly IceServer[];
}

export class Mesh implements RoomClient {
  readonly #parts: MeshParts;
  readonly #peers = new Map<string, Connected>();
  /** How often each connection has been begun since it last stood. */
  readonly #tries = new Map<string, number>();
  readonly #wanted = new Map<string, Drawn>();
  readonly #telling = new Map<string, ReturnType<typeof setTimeout>>();
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
    for (const id of [...this.#peers.keys()]) {
      if (people.includes(id)) continue;
      this.#disconnect(id);
      this.#tries.delete(id);
      this.#wanted.delete(id);
    }
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

  readonly isAway = false;

  /** Those that send are told what is drawn of it, once it has not changed for a moment. */
  wants(id: string, medium: Medium, size: Size | null): void {
    if (medium === 'microphone') return;
    const lines = size && stepOf(size.height * devicePixelRatio);
    const wanted = this.#wanted.get(id) ?? new Map();
    if (wanted.get(medium) === lines) return;
    this.#wanted.set(id, wanted.set(medium, lines));
    clearTimeout(this.#telling.get(id));
    this.#telling.set(
      id,
      setTimeout(() => this.#tellWanted(id), SETTLED_AFTER),
    );
  }

  #tellWanted(id: string): void {
    const one = this.#peers.get(id);
    if (!one?.isConnected) return;
    const { attempt } = one.peer;
    for (const [medium, lines] of this.#wanted.get(id) ?? []) {
      if (one.told.get(medium) === lines) continue;
      one.told.set(medium, lines);
      this.#parts.post({ kind: 'wants', attempt, medium, lines }, id);
    }
  }

  isPoor(id: string): boolean {
    return this.#peers.get(id)?.isPoor ?? false;
  }

  reconnect(): void {
    for (const { peer, isConnected } of this.#peers.values()) if (!isConnected) peer.restart();
  }

  close(): void {
    for (const id of [...this.#peers.keys()]) this.#disconnect(id);
    for (const timer of this.#telling.values()) clearTimeout(timer);
  }

  #disconnect(id: string): void {
    const one = this.#peers.get(id);
    clearTimeout(one?.givenUp);
    one?.peer.close();
    this.#peers.delete(id);
  }

  /** The side that leads begins anew; the other one asks it to. */
  #beginAgain(id: string): void {
    const { you, post } = this.#parts;
    if (you > id) {
      this.#disconnect(id);
      this.#connect(id, crypto.randomUUID());
      this.#parts.changed();
    } else {
      this.#giveUpLater(id);
      post({ kind: 'hello' }, id);
    }
  }

  #giveUpLater(id: string): void {
    const one = this.#peers.get(id);
    if (!one) return;
    const tries = this.#tries.get(id) ?? 0;
    this.#tries.set(id, tries + 1);
    clearTimeout(one.givenUp);
    one.givenUp = setTimeout(() => this.#beginAgain(id), Math.min(LONGEST, GIVEN_UP_AFTER * 2 ** tries));
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
      receivers: () => this.#peers.size,
      onPoor: (isPoor) => {
        const one = this.#peers.get(id);
        if (one?.peer !== peer) return;
        one.isPoor = isPoor;
        changed();
      },
      onState: (isConnected) => {
        const one = this.#peers.get(id);
        if (one?.peer !== peer) return;
        const wasThere = one.isConnected;
        one.isConnected = isConnected;
        one.wasConnected ||= isConnected;
        if (isConnected) {
          clearTimeout(one.givenUp);
          this.#tries.delete(id);
          this.#tellWanted(id);
        } else if (wasThere) this.#giveUpLater(id);
        changed();
      },
    });
    this.#peers.set(id, {
      peer,
      streams: undefined,
      isConnected: false,
      wasConnected: false,
      isPoor: false,
      told: new Map(),
      givenUp: undefined,
    });
    this.#giveUpLater(id);
  }
}
