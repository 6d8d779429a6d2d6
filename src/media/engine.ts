/**
 * What carries sound and picture between the browsers of a room. An engine knows no rights: who may come in, be heard
 * and share is decided before it is called, and what it is told is what is so from then on.
 */
import type { Stay } from '../live/live.ts';
import type { Site } from '../sites/site.ts';
import type { MediaRights } from './rights.ts';

/** A session or a personal room that runs, from its first moment to its last. */
export interface MediaRun {
  readonly site: Site;
  readonly sessionKey: number;
  /** The row's number, and when it began (epoch milliseconds): together they name no other run. */
  readonly id: number;
  readonly startedAt: number;
}

export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** By what a browser is let in: for one stay alone, and short-lived. It goes into the page. */
export type JoinGrant = { readonly engine: 'mesh'; readonly iceServers: readonly IceServer[] };

export interface Capabilities {
  /** People who may show their picture at once. */
  readonly pictures: number;
  /** Whether nobody hears somebody whom the engine has been told to mute, whatever their browser sends. */
  readonly serverMute: boolean;
  /** Where a recording is made. */
  readonly recording: 'server' | 'browser';
  readonly dialIn: boolean;
}

export type MediaEvent =
  /** `identity` is in the engine's room, by the engine's own word, or is no longer. */
  | { readonly kind: 'joined' | 'left'; readonly run: MediaRun; readonly identity: string }
  /** The engine has lost the room: everybody needs a new grant. */
  | { readonly kind: 'lost'; readonly run: MediaRun };

export interface MediaEngine {
  readonly name: JoinGrant['engine'];
  readonly can: Capabilities;
  /** Makes the room of a run, if there is none. */
  open(run: MediaRun): Promise<void>;
  /** After policies and lobby have said yes: for somebody who is in. */
  grant(run: MediaRun, stay: Stay, rights: MediaRights): Promise<JoinGrant>;
  /** From now on they may send so much, and what the room says that they send is so (`stay.sends`). */
  change(run: MediaRun, stay: Stay, rights: MediaRights): Promise<void>;
  /** Puts somebody out; what they were granted is worth nothing any more. */
  remove(run: MediaRun, stay: Stay): Promise<void>;
  end(run: MediaRun): Promise<void>;
  /**
   * @param listener must not throw
   * @returns what ends it
   */
  on(listener: (event: MediaEvent) => void): () => void;
  close(): Promise<void>;
}
