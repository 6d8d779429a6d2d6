/**
 * A process of its own that records one room of LiveKit: it comes in hidden, hears and sees everybody, and writes a file
 * to where `FILE_OUT` leads until it is told to end, or whoever started it is gone. What may break in it breaks nothing else.
 */
import {
  AudioStream,
  dispose,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackSource as Sources,
  TrackKind,
  type TrackSource,
  VideoBufferType,
  VideoStream,
} from '@livekit/rtc-node';
import { areasOf, type Box, fitted, tilesIn } from '../../recordings/picture-layout.ts';
import { personOf } from '../livekit/livekit-names.ts';
import { type Ffmpeg, openFfmpeg } from './ffmpeg.ts';
import { type Planar, PlanarPicture } from './planar-picture.ts';
import type { RecordedPerson, RecorderOrder } from './recorder-messages.ts';
import { SAMPLE_RATE, VoiceMix } from './voice-mix.ts';

const SIZE = { width: 1280, height: 720, rate: 10 } as const;

/** Milliseconds between two looks at what is due. */
const EVERY = 20;

/** Bytes that wait for the encoder: behind them pictures are left out and sound is silence. */
const MOST_WAITING = 64 * 1024 * 1024;

const MOST_TILES = 25;

class RoomRecorder {
  readonly #room = new Room();
  readonly #encoder: Ffmpeg = openFfmpeg(SIZE);
  readonly #picture = new PlanarPicture(SIZE.width, SIZE.height);
  readonly #voices = new VoiceMix();
  /** The newest pictures, by person and source. */
  readonly #frames = new Map<string, Planar>();
  #people: readonly RecordedPerson[] = [];
  #timer: NodeJS.Timeout | undefined;
  #begunAt = 0;
  #pictures = 0;
  #samples = 0;

  async begin(url: string, token: string): Promise<void> {
    this.#encoder.process.on('exit', (code) => void this.#leave(code ?? 1));
    this.#room.on(RoomEvent.TrackSubscribed, (track, publication, person) => {
      void this.#follow(track, publication.source, personOf(person.identity)).catch(() => {});
    });
    this.#room.on(RoomEvent.Disconnected, () => this.end());
    await this.#room.connect(url, token, { autoSubscribe: true, dynacast: false });
    this.#begunAt = performance.now();
    this.#timer = setInterval(() => this.#write(), EVERY);
  }

  show(people: readonly RecordedPerson[]): void {
    this.#people = people;
  }

  /** The encoder writes the rest, and ends the process. */
  end(): void {
    clearInterval(this.#timer);
    this.#encoder.pictures.end();
    this.#encoder.sound.end();
  }

  async #leave(code: number): Promise<void> {
    clearInterval(this.#timer);
    await this.#room.disconnect().catch(() => {});
    await dispose().catch(() => {});
    process.exit(code);
  }

  async #follow(track: RemoteTrack, source: TrackSource | undefined, person: string): Promise<void> {
    if (track.kind === TrackKind.KIND_AUDIO) {
      const voice = `${person} ${track.sid}`;
      const stream = new AudioStream(track, { sampleRate: SAMPLE_RATE, numChannels: 1 });
      for await (const { data } of stream) {
        const isOn = this.#people.some(({ publicId, microphone }) => publicId === person && microphone);
        // A copy: what the decoder gives may be written over.
        if (isOn) this.#voices.add(voice, data.slice());
        else this.#voices.remove(voice);
      }
      this.#voices.remove(voice);
      return;
    }
    const of = `${person} ${source === Sources.SOURCE_SCREENSHARE ? 'screen' : 'camera'}`;
    for await (const { frame } of new VideoStream(track)) {
      const { width, height, data } = frame.convert(VideoBufferType.I420);
      this.#frames.set(of, { width, height, data });
    }
    this.#frames.delete(of);
  }

  /** Everything that is due since the beginning, by the clock: sound and picture never drift apart. */
  #write(): void {
    const seconds = (performance.now() - this.#begunAt) / 1000;
    const { pictures, sound } = this.#encoder;
    const samples = Math.floor(seconds * SAMPLE_RATE) - this.#samples;
    this.#samples += samples;
    const taken = this.#voices.take(samples);
    sound.write(Buffer.from(taken.buffer, taken.byteOffset, taken.byteLength));
    const due = Math.floor(seconds * SIZE.rate) - this.#pictures;
    if (due === 0) return;
    this.#pictures += due;
    if (pictures.writableLength > MOST_WAITING) {
      this.end();
      return;
    }
    this.#draw();
    for (let picture = 0; picture < due; picture++) pictures.write(Buffer.from(this.#picture.data));
  }

  #draw(): void {
    const picture = this.#picture;
    picture.clear();
    const sharing = this.#people.find(
      ({ publicId, screen }) => screen && this.#frames.has(`${publicId} screen`),
    );
    const { screen, tiles } = areasOf(SIZE.width, SIZE.height, sharing !== undefined);
    const shared = sharing && this.#frames.get(`${sharing.publicId} screen`);
    if (screen && shared) picture.draw(shared, fitted(shared, screen, false), screen);
    const people = [...this.#people];
    if (people.length > MOST_TILES) people.sort((one, other) => Number(other.camera) - Number(one.camera));
    const shown = people.slice(0, MOST_TILES);
    for (const [at, box] of tilesIn(tiles, shown.length).entries()) this.#drawPerson(shown[at], box);
  }

  #drawPerson(person: RecordedPerson | undefined, box: Box): void {
    const frame = person?.camera ? this.#frames.get(`${person.publicId} camera`) : undefined;
    if (frame) this.#picture.draw(frame, fitted(frame, box, true), box);
    else this.#picture.fill(box);
  }
}

const recorder = new RoomRecorder();

process.on('message', (order: RecorderOrder) => {
  switch (order.kind) {
    case 'begin':
      recorder.begin(order.url, order.token).catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      });
      break;
    case 'scene':
      recorder.show(order.people);
      break;
    case 'end':
      recorder.end();
      break;
  }
});
// Whoever started it is gone: what is there is all.
process.on('disconnect', () => recorder.end());
// The terminal's signal is for the server, which ends this when it has ended.
process.on('SIGINT', () => {});
