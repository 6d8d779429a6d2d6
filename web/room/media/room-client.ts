/** How a page talks to an engine: sound and picture to the others of the room, and from them. */
import type { Signal } from '../../../src/media/signal.ts';

export const MEDIA = ['microphone', 'camera', 'screen'] as const;
export type Medium = (typeof MEDIA)[number];

/** What is sent, by medium; null is nothing. */
export type Tracks = Readonly<Record<Medium, MediaStreamTrack | null>>;

/** What comes from somebody: a stream for each medium, whether or not something is in it. */
export type Streams = Readonly<Record<Medium, MediaStream>>;

/** CSS pixels in which a picture is drawn. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type ConnectionState = 'connecting' | 'connected' | 'interrupted';

/** People are known by their ids in the room. */
export interface RoomClient {
  /** The page has begun, and these are there besides oneself. */
  begin(people: readonly string[]): void;
  /** Who is there besides oneself from now on, as the room's stream tells it. */
  meet(people: readonly string[]): void;
  setTracks(tracks: Tracks): void;
  streamsOf(id: string): Streams | undefined;
  stateOf(id: string): ConnectionState;
  /** Whether what carries sound and picture cannot be reached. */
  readonly isAway: boolean;
  /** How large something of somebody is drawn; null when it is not drawn. An engine that can sends no more than that. */
  wants(id: string, medium: Medium, size: Size | null): void;
  /** Whether the way to somebody is poor, where the engine tells. */
  isPoor?(id: string): boolean;
  /** An event `signal` of the room's stream. */
  take(from: string, signal: Signal): void;
  /** Looks for every way anew: the network has changed, or was away. */
  reconnect(): void;
  close(): void;
}

/** What an engine's client is made with. */
export interface ClientParts {
  /** Posts a signal to somebody, or to everybody. */
  post(signal: Signal, to?: string): void;
  /** What comes from somebody, or how, has changed. */
  changed(): void;
}
