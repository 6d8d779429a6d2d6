/** One caller in a room of LiveKit: their voice is published while they are heard, and the others' are one. */
import type { IceServer } from '../../media/engine.ts';
import { personOf } from '../../media/livekit/livekit-names.ts';
import { Mixer } from '../audio/mixer.ts';
import type { Heard } from './room-sound.ts';
import type { LiveKitRoom, LiveKitSource, RemoteVoice, RtcNode } from './rtc-node.ts';

const RATE = 8_000;

/** By relays and without, and looked for as long as the call lasts (livekit.proto). */
const EVERY_WAY = { iceTransportType: 2, continualGatheringPolicy: 1 };

/** By what a caller comes in: at one of the nodes, once. */
export interface LiveKitTicket {
  readonly engine: 'livekit';
  readonly nodes: readonly string[];
  readonly token: string;
  readonly iceServers: readonly IceServer[];
}

interface LineParts {
  readonly rtc: RtcNode;
  /** The room is lost: another ticket is needed. */
  away(): void;
}

export class LiveKitLine {
  readonly #parts: LineParts;
  readonly #mixer = new Mixer();
  readonly #source: LiveKitSource;
  #room: LiveKitRoom | undefined;
  /** The caller's voice in the room, while it is there. */
  #published: string | undefined;
  #heard: ReadonlySet<string> = new Set();
  #speaks = false;
  #isClosed = false;
  #work: Promise<void> = Promise.resolve();

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#source = new parts.rtc.AudioSource(RATE, 1);
  }

  join(ticket: LiveKitTicket): void {
    this.#then(() => this.#join(ticket));
  }

  /** Nobody but LiveKit carries anything between the people of a room. */
  take(): void {}

  meet(people: readonly Heard[], speaks: boolean): void {
    this.#heard = new Set(people.filter(({ isHeard }) => isHeard).map(({ id }) => id));
    this.#speaks = speaks;
    this.#then(() => this.#publish());
  }

  say(samples: Int16Array): void {
    if (this.#published === undefined) return;
    const frame = new this.#parts.rtc.AudioFrame(samples, RATE, 1, samples.length);
    this.#source.captureFrame(frame).catch(() => {});
  }

  listen(count: number): Int16Array {
    return this.#mixer.take(count);
  }

  close(): void {
    this.#isClosed = true;
    const room = this.#room;
    room?.removeAllListeners();
    room?.disconnect().catch(() => {});
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#isClosed ? undefined : work())).catch(() => this.#lost());
  }

  #lost(): void {
    if (!this.#isClosed) this.#parts.away();
  }

  async #join({ nodes, token, iceServers }: LiveKitTicket): Promise<void> {
    const { rtc } = this.#parts;
    const room = new rtc.Room();
    this.#room = room;
    this.#published = undefined;
    room.on('trackSubscribed', (track, _publication, { identity }) => {
      if (track.kind === rtc.TrackKind.KIND_AUDIO) void this.#hear(track, personOf(identity));
    });
    await this.#connect(room, nodes, {
      autoSubscribe: true,
      dynacast: false,
      rtcConfig: {
        iceServers: iceServers.map(({ urls, username = '', credential: password = '' }) => ({
          urls,
          username,
          password,
        })),
        ...EVERY_WAY,
      },
      token,
    });
    room.on('disconnected', () => {
      if (this.#room === room) this.#lost();
    });
    await this.#publish();
  }

  /** @throws Error when no node takes them */
  async #connect(
    room: LiveKitRoom,
    nodes: readonly string[],
    { token, ...options }: { readonly token: string } & Parameters<LiveKitRoom['connect']>[2],
  ): Promise<void> {
    let last: unknown = new Error('there is no node');
    for (const node of nodes) {
      try {
        return await room.connect(node.replace(/^http/, 'ws'), token, options);
      } catch (error) {
        last = error;
      }
    }
    throw last;
  }

  /** Makes it so that the voice is in the room while it may be, and not otherwise. */
  async #publish(): Promise<void> {
    const { rtc } = this.#parts;
    const own = this.#room?.localParticipant;
    if (!own || this.#speaks === (this.#published !== undefined)) return;
    if (this.#published !== undefined) {
      const sid = this.#published;
      this.#published = undefined;
      await own.unpublishTrack(sid);
      return;
    }
    const track = rtc.LocalAudioTrack.createAudioTrack('telephone', this.#source);
    const options = new rtc.TrackPublishOptions({ source: rtc.TrackSource.SOURCE_MICROPHONE });
    this.#published = (await own.publishTrack(track, options)).sid;
  }

  async #hear(track: RemoteVoice, person: string): Promise<void> {
    const stream = new this.#parts.rtc.AudioStream(track, { sampleRate: RATE, numChannels: 1 });
    try {
      for await (const { data } of stream) {
        if (this.#isClosed) return;
        if (this.#heard.has(person)) this.#mixer.put(person, data);
      }
    } catch {
      // The track has ended.
    } finally {
      this.#mixer.remove(person);
    }
  }
}
