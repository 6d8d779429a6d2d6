/**
 * One's own microphone, camera and screen: asked for when they are turned on, given back when they are turned off. A
 * microphone that was on may be kept open while it is muted: nobody is sent it, and the page can tell that its owner
 * speaks into it.
 */
import type { Medium, Tracks } from './room-client.ts';

/** Why something cannot be sent, as the page says it. */
export type Trouble = 'refused' | 'missing' | 'busy' | 'unsupported' | 'full' | 'forbidden';

const NOTHING: Tracks = { microphone: null, camera: null, screen: null };

const CAMERA: MediaTrackConstraints = {
  width: { ideal: 640 },
  height: { ideal: 360 },
  frameRate: { ideal: 24 },
};

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
      const track = await trackOf(medium);
      if (!track) return 'unsupported';
      track.addEventListener('ended', () => {
        if (this.#muted === track) this.forgetMuted();
        if (this.#tracks[medium] !== track) return;
        this.turnOff(medium);
        this.#ended(medium);
      });
      this.#put({ ...this.#tracks, [medium]: track });
      return undefined;
    } catch (error) {
      return troubleOf(error);
    }
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

async function trackOf(medium: Medium): Promise<MediaStreamTrack | undefined> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return undefined;
  switch (medium) {
    case 'microphone':
      return (await devices.getUserMedia({ audio: true })).getAudioTracks()[0];
    case 'camera':
      return (await devices.getUserMedia({ video: CAMERA })).getVideoTracks()[0];
    case 'screen':
      return (await devices.getDisplayMedia({ video: { frameRate: { max: 10 } } })).getVideoTracks()[0];
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy';
  if (name === 'NotSupportedError' || name === 'TypeError') return 'unsupported';
  return 'refused';
}
