/** Every voice of the room in one track. */
import type { Scene } from './scene.ts';

export class SoundMix {
  readonly #context = new AudioContext();
  readonly #out = this.#context.createMediaStreamDestination();
  readonly #voices = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  readonly #stopped = new AbortController();

  constructor() {
    // A recorder that gets no sound at all waits for some: silence is sound, too.
    const silence = new ConstantSourceNode(this.#context, { offset: 0 });
    silence.connect(this.#out);
    silence.start();
    this.#begin();
  }

  /** A browser that lets no page sound that nobody has touched yet waits for the first touch. */
  #begin(): void {
    const { signal } = this.#stopped;
    const resume = () => void this.#context.resume().catch(() => {});
    for (const name of ['pointerdown', 'keydown'] as const)
      document.addEventListener(name, resume, { signal });
    resume();
  }

  /** Whether nothing is heard until somebody touches the page. */
  get waits(): boolean {
    return this.#context.state === 'suspended';
  }

  get track(): MediaStreamTrack | undefined {
    return this.#out.stream.getAudioTracks()[0];
  }

  show({ people }: Scene): void {
    const voices = new Set(people.map(({ microphone }) => microphone).filter((track) => track !== undefined));
    for (const [track, source] of this.#voices) {
      if (voices.has(track)) continue;
      source.disconnect();
      this.#voices.delete(track);
    }
    for (const track of voices) {
      if (this.#voices.has(track) || track.readyState === 'ended') continue;
      const source = this.#context.createMediaStreamSource(new MediaStream([track]));
      source.connect(this.#out);
      this.#voices.set(track, source);
    }
  }

  close(): void {
    this.#stopped.abort();
    void this.#context.close();
  }
}
