/**
 * Records the room as this browser hears and sees it, while the room says that it does. Each time that it begins, after a
 * reload and after a pause, it writes a new segment.
 */
import { PictureMix } from './picture-mix.ts';
import { post, type RecorderAddress, recordableType } from './recorder-address.ts';
import type { Scene } from './scene.ts';
import { SoundMix } from './sound-mix.ts';
import { type Hindrance, Uploader } from './uploader.ts';

/** Milliseconds of a part: as much is lost at most when a page goes without a word. */
const PART = 2_000;

const QUALITY = { videoBitsPerSecond: 1_500_000, audioBitsPerSecond: 96_000 };

/** Milliseconds after which a segment that was given up is begun anew. */
const AGAIN_AFTER = 2_000;

export interface RecorderParts extends RecorderAddress {
  /** What is in the way of what was recorded, when that changes. */
  hindered(why: Hindrance | undefined): void;
}

export class Recorder {
  readonly #parts: RecorderParts;
  readonly #picture = new PictureMix();
  readonly #sound = new SoundMix();
  /** One change after the other. */
  #work: Promise<void> = Promise.resolve();
  #segment: MediaRecorder | undefined;
  /** Those of the segments, which may bring their last parts when the next one is written. */
  readonly #uploaders: Uploader[] = [];
  #isWanted = false;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  show(scene: Scene): void {
    this.#picture.show(scene);
    this.#sound.show(scene);
  }

  /** Whether no voice is recorded until somebody touches the page. */
  get waits(): boolean {
    return this.#sound.waits;
  }

  /** Begins a segment, if none is written. */
  begin(): void {
    this.#isWanted = true;
    this.#work = this.#work.then(() => this.#begin()).catch(() => this.#beginLater());
  }

  /** Ends the segment, if one is written; what was recorded of it is still brought to the server. */
  pause(): Promise<void> {
    this.#isWanted = false;
    this.#work = this.#work.then(() => this.#end()).catch(() => {});
    return this.#work;
  }

  /** Ends it, and says that all of it is at the server. */
  async finish(): Promise<void> {
    await this.pause();
    await Promise.all(this.#uploaders.map((uploader) => uploader.done()));
    await post(this.#parts, { DO: 'DONE' });
  }

  close(): void {
    this.#isWanted = false;
    if (this.#segment?.state === 'recording') this.#segment.stop();
    this.#picture.close();
    this.#sound.close();
  }

  async #begin(): Promise<void> {
    const type = recordableType();
    if (!this.#isWanted || this.#segment || type === undefined) return;
    const answer = await post(this.#parts, { DO: 'SEGMENT', TYPE: type });
    // The recording has ended: the room says so soon.
    if (answer?.status === 410 || answer?.status === 403) return;
    if (answer?.status !== 200) throw new Error('no segment');
    const { segment } = (await answer.json()) as { readonly segment: number };
    if (!this.#isWanted) return;
    const { address, MK } = this.#parts;
    const uploader = new Uploader({
      address: (part) =>
        `${address}?${new URLSearchParams({ MK: `${MK}`, SEGMENT: `${segment}`, PART: `${part}` })}`,
      hindered: this.#parts.hindered,
      lost: (why) => {
        this.#work = this.#work.then(() => this.#end()).catch(() => {});
        if (why === 'broken') this.#beginLater();
      },
    });
    const tracks = [this.#picture.track, this.#sound.track].filter((track) => track !== undefined);
    const media = new MediaRecorder(new MediaStream(tracks), { mimeType: type, ...QUALITY });
    media.ondataavailable = ({ data }) => uploader.add(data);
    media.start(PART);
    this.#uploaders.push(uploader);
    this.#segment = media;
  }

  #beginLater(): void {
    setTimeout(() => {
      if (this.#isWanted) this.begin();
    }, AGAIN_AFTER);
  }

  async #end(): Promise<void> {
    const media = this.#segment;
    this.#segment = undefined;
    if (!media || media.state === 'inactive') return;
    const stopped = new Promise((resolve) => media.addEventListener('stop', resolve, { once: true }));
    media.stop();
    await stopped;
  }
}
