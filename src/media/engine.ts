/**
 * What carries sound and picture between the browsers of a room. An engine knows no rights: who may come in, be heard
 * and share is decided before it is called. What is so stands in the rows of the room; an engine whose servers hold
 * people to it is told the whole of it again and again (`settle`), so that nothing is lost with a process or a message.
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
  /** Breakout rooms that are open. */
  readonly breakouts: number;
}

/** Somebody who is in the room, what they may send, and what the room says that they send (`stay.sends`). */
export interface Occupant {
  readonly stay: Stay;
  readonly rights: MediaRights;
}

export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** By what a browser is let in: for one stay alone, and short-lived. It goes into the page. */
export type JoinGrant =
  | { readonly engine: 'mesh'; readonly iceServers: readonly IceServer[] }
  /** `path` is where LiveKit's signalling is reached, from the root of the page's own origin. */
  | {
      readonly engine: 'livekit';
      readonly path: string;
      readonly token: string;
      readonly iceServers: readonly IceServer[];
    };

export interface Capabilities {
  /** People who may show their picture at once. */
  readonly pictures: number;
  /** Whether the engine's own servers hold people to what they may, whatever their browsers send. */
  readonly serverMute: boolean;
  /** Where a recording is made. */
  readonly recording: 'server' | 'browser';
  readonly dialIn: boolean;
}

/** By what the server's own recorder comes into a room, seen by nobody: where that is, and a token for it. */
export interface RecorderGrant {
  readonly url: string;
  readonly token: string;
}

export interface MediaEngine {
  readonly name: JoinGrant['engine'];
  readonly can: Capabilities;
  /** After policies and lobby have said yes: for somebody who is in. An engine that is away is no error. */
  grant(admitted: Occupant, run: MediaRun): Promise<JoinGrant>;
  /** Where `can.recording` says that the server records. An engine that is away fails. */
  readonly recorderGrant?: (run: MediaRun) => Promise<RecorderGrant>;
  /**
   * Makes the room of a run as it is to be: those are in it and nobody else, and send what they may and no more.
   * @param people is asked after the engine has looked at what there is: whatever somebody has begun since the rows
   *   said so is in them then. Nothing when the run is over
   */
  settle(run: MediaRun, people: () => Promise<readonly Occupant[] | undefined>): Promise<void>;
  /** Ends every room of this installation but those of these runs. */
  endOthers(running: () => Promise<readonly Omit<MediaRun, 'site'>[]>): Promise<void>;
  /**
   * Something has happened in the room of a run that the rows may know nothing of.
   * @param listener must not throw
   * @returns what ends it
   */
  on(listener: (sessionKey: number) => void): () => void;
  /**
   * A server of the engine has died, and with it what it carried of a room: whoever is there without a browser comes in
   * again. Browsers are cut off, and come again by themselves.
   * @param listener must not throw
   * @returns what ends it
   */
  readonly onDeath?: (run: MediaRun, breakout: number, listener: () => void) => () => void;
}
