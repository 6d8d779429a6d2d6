/**
 * One caller's time in a room of LiveKit, from coming in until it is left or lost. LiveKit's library waits for its
 * servers by itself, and sometimes for ever: each of its waits has a bound here, and whatever is not done by then is a
 * lost room.
 */
import type { IceServer } from '../../media/engine.ts';
import { personOf } from '../../media/livekit/livekit-names.ts';
import type {
  LiveKitPublication,
  LiveKitRoom,
  LiveKitSource,
  LocalVoice,
  RemoteVoice,
  RtcNode,
} from './rtc-node.ts';
import { within } from './within.ts';

/** Samples a second. */
const RATE = 8_000;

/** By relays and without, and looked for as long as the call lasts (livekit.proto). */
const EVERY_WAY = { iceTransportType: 2, continualGatheringPolicy: 1 };

/** Milliseconds for coming in by one node, for a change of what is sent, and for the library's own way back. */
const TO_CONNECT = 8_000;
const TO_PUBLISH = 8_000;
const TO_RECONNECT = 8_000;

/** Milliseconds in which the room says why LiveKit's server has muted the caller. */
const SECOND_THOUGHT = 1_000;

/** Pieces of 20 ms that LiveKit has not taken yet, at most: more are not kept. */
const MOST_WAITING = 50;

/** By what a caller comes in. */
export interface LiveKitWay {
  readonly token: string;
  readonly iceServers: readonly IceServer[];
}

interface ConnectionParts {
  readonly rtc: RtcNode;
  /** @param voice of which a person may have several for a moment */
  hear(person: string, voice: string, samples: Int16Array): void;
  silent(voice: string): void;
  /** What is sent is to be looked at again. */
  changed(): void;
  /** The room is lost. It is called once at most, and not after the room was left. */
  lost(why: string): void;
}

export class LiveKitConnection {
  readonly #parts: ConnectionParts;
  readonly #room: LiveKitRoom;
  readonly #source: LiveKitSource;
  readonly #left = new AbortController();
  readonly #readers = new Set<ReadableStreamDefaultReader<unknown>>();
  #sent: { readonly publication: LiveKitPublication; readonly track: LocalVoice } | undefined;
  /** LiveKit's server has muted what is sent: it is sent anew, if the caller is to be heard all the same. */
  #isMuted = false;
  #waiting = 0;
  #reconnecting: NodeJS.Timeout | undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#room = new parts.rtc.Room();
    this.#source = new parts.rtc.AudioSource(RATE, 1);
  }

  /** Comes in by one of the nodes. @throws Error when it does not take them */
  async open(node: string, { token, iceServers }: LiveKitWay): Promise<void> {
    this.#listen();
    const servers = iceServers.map(({ urls, username = '', credential: password = '' }) => ({
      urls,
      username,
      password,
    }));
    const rtcConfig = { iceServers: servers, ...EVERY_WAY };
    const coming = this.#room.connect(node.replace(/^http/, 'ws'), token, {
      autoSubscribe: true,
      dynacast: false,
      rtcConfig,
    });
    await this.#bounded(TO_CONNECT, 'coming in', coming);
  }

  /** Makes it so that the voice is in the room while it may be, and not otherwise. @throws Error when that fails */
  async send(speaks: boolean): Promise<void> {
    const own = this.#room.localParticipant;
    if (!own) return;
    if (this.#sent && (this.#isMuted || !speaks)) {
      const { publication, track } = this.#sent;
      this.#sent = undefined;
      const gone = own.unpublishTrack(publication.sid ?? '');
      await this.#bounded(TO_PUBLISH, 'taking the voice away', gone);
      await track.close(false);
    }
    if (this.#sent || !speaks) return;
    const { rtc } = this.#parts;
    const track = rtc.LocalAudioTrack.createAudioTrack('telephone', this.#source);
    const options = new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE });
    this.#isMuted = false;
    const publication = await this.#bounded(
      TO_PUBLISH,
      'bringing the voice in',
      own.publishTrack(track, options),
    );
    this.#sent = { publication, track };
  }

  say(samples: Int16Array): void {
    if (!this.#sent || this.#waiting >= MOST_WAITING) return;
    this.#waiting += 1;
    const frame = new this.#parts.rtc.AudioFrame(samples, RATE, 1, samples.length);
    this.#source
      .captureFrame(frame)
      .catch(() => {})
      .finally(() => {
        this.#waiting -= 1;
      });
  }

  /** Nothing is heard, sent or told any more; what the library still does for it ends by itself. */
  leave(): void {
    if (this.#left.signal.aborted) return;
    this.#left.abort(new Error('the room was left'));
    clearTimeout(this.#reconnecting);
    for (const reader of this.#readers) reader.cancel().catch(() => {});
    this.#disconnect();
  }

  #disconnect(): void {
    this.#room
      .disconnect()
      .then(() => this.#source.close())
      .catch(() => {});
  }

  #lose(why: string): void {
    if (this.#left.signal.aborted) return;
    this.leave();
    this.#parts.lost(why);
  }

  async #bounded<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
    const { signal } = this.#left;
    try {
      return await within({ milliseconds, what, signal }, work);
    } catch (error) {
      // What is done too late is undone.
      work.then(() => signal.aborted && this.#disconnect()).catch(() => {});
      throw error;
    }
  }

  #listen(): void {
    const { rtc, changed } = this.#parts;
    const room = this.#room;
    room.on('trackSubscribed', (track, { sid = '' }, { identity }) => {
      if (track.kind === rtc.TrackKind.KIND_AUDIO) void this.#hear(track, personOf(identity), sid);
    });
    room.on('trackMuted', ({ sid }) => {
      if (sid !== this.#sent?.publication.sid) return;
      this.#isMuted = true;
      setTimeout(() => this.#left.signal.aborted || changed(), SECOND_THOUGHT);
    });
    room.on('localTrackUnpublished', (publication) => {
      // A right that was taken away; the next word of the room says whether they speak again.
      if (publication && publication.sid === this.#sent?.publication.sid) this.#sent = undefined;
    });
    room.on('reconnecting', () => {
      clearTimeout(this.#reconnecting);
      const why = `LiveKit was out of reach for ${TO_RECONNECT / 1000} s`;
      this.#reconnecting = setTimeout(() => this.#lose(why), TO_RECONNECT);
    });
    room.on('reconnected', () => {
      clearTimeout(this.#reconnecting);
      changed();
    });
    room.on('disconnected', (reason) => {
      this.#lose(`LiveKit has ended it (${rtc.DisconnectReason[reason] ?? reason})`);
    });
  }

  async #hear(track: RemoteVoice, person: string, voice: string): Promise<void> {
    if (this.#left.signal.aborted) return;
    const stream = new this.#parts.rtc.AudioStream(track, { sampleRate: RATE, numChannels: 1 });
    const reader = stream.getReader();
    this.#readers.add(reader);
    try {
      for (;;) {
        const { done, value } = await reader.read();
        if (done || this.#left.signal.aborted) return;
        this.#parts.hear(person, voice, value.data);
      }
    } catch {
      // The track has ended.
    } finally {
      this.#readers.delete(reader);
      this.#parts.silent(voice);
    }
  }
}
