/**
 * One's own microphone, camera and screen: asked for when they are turned on, given back when they are turned off. A
 * microphone that was on may be kept open while it is muted: nobody is sent it, and the page can tell that its owner
 * speaks into it.
 */
import { canConnect } from './no-client.ts';
import { openDevice, troubleOf } from './open-device.ts';
import type { Medium, Tracks } from './room-client.ts';
import type { Trouble } from './trouble.ts';

const NOTHING: Tracks = { microphone: null, camera: null, screen: null };

export class OwnTracks {
  #tracks: Tracks = NOTHING;
  #muted: MediaStreamTrack | null = null;
  readonly #changed: (tracks: Tracks) => void;
  readonly #ended: (medium: Medium) => void;

  /** @param ended something ended that nobody turned off here: unplugged, or the browser's own button */
  constructor(changed: (tracks: Tracks) => void, ended: (medium: Medium) => void) {
    this.#changed = changed;
    this.#ended = ended;
  }

  get tracks(): Tracks {
    return this.#tracks;
  }

  /** The microphone that was on, while it is off. */
  get muted(): MediaStreamTrack | null {
    return this.#muted;
  }

  /** Nothing when it is on, or what is in its way. The browser may ask the person first. */
  async turnOn(medium: Medium): Promise<Trouble | undefined> {
    if (this.#tracks[medium]) return undefined;
    try {
      const kept = medium === 'microphone' ? this.#muted : null;
      if (kept?.readyState === 'live') {
        this.#muted = null;
        this.#put({ ...this.#tracks, microphone: kept });
        return undefined;
      }
      const track = canConnect() ? await openDevice(medium) : undefined;
      if (!track) return 'unsupported';
      this.#mind(medium, track);
      this.#put({ ...this.#tracks, [medium]: track });
      return undefined;
    } catch (error) {
      return troubleOf(error);
    }
  }

  /** Goes on with the device that is chosen now, where it is on. */
  async change(medium: Medium): Promise<Trouble | undefined> {
    if (medium === 'microphone') this.forgetMuted();
    const before = this.#tracks[medium];
    if (!before) return undefined;
    try {
      const track = await openDevice(medium);
      if (!track) return 'unsupported';
      if (this.#tracks[medium] !== before) {
        track.stop();
        return undefined;
      }
      this.#mind(medium, track);
      this.#put({ ...this.#tracks, [medium]: track });
      before.stop();
      return undefined;
    } catch (error) {
      return troubleOf(error);
    }
  }

  #mind(medium: Medium, track: MediaStreamTrack): void {
    track.addEventListener('ended', () => {
      if (this.#muted === track) this.forgetMuted();
      if (this.#tracks[medium] !== track) return;
      this.turnOff(medium);
      this.#ended(medium);
    });
  }

  /** @param keeps whether a microphone stays open, so that the page can tell that somebody speaks into it */
  turnOff(medium: Medium, keeps = false): void {
    const track = this.#tracks[medium];
    if (!track) return;
    if (medium === 'microphone' && keeps) this.#muted = track;
    else track.stop();
    this.#put({ ...this.#tracks, [medium]: null });
  }

  /** Gives a microphone that is kept back too. */
  forgetMuted(): void {
    if (!this.#muted) return;
    this.#muted.stop();
    this.#muted = null;
    this.#put(this.#tracks);
  }

  close(): void {
    for (const track of Object.values(this.#tracks)) track?.stop();
    this.#muted?.stop();
    this.#muted = null;
    this.#tracks = NOTHING;
  }

  #put(tracks: Tracks): void {
    this.#tracks = tracks;
    this.#changed(tracks);
  }
}
