/**
 * Who speaks, as the voices themselves tell it, whichever engine brings them: one AudioContext, an analyser for each
 * voice, and ten looks a second at how loud each is.
 */

/** Milliseconds between two looks. */
const EVERY = 100;

/** Of full scale (root mean square): a voice close to a microphone has ten times as much, a quiet office a fifth. */
const LOUD = 0.012;

/** Milliseconds: a breath between two words is no silence. */
const BREATH = 700;

/** Milliseconds for which somebody speaks before the stage turns to them: a cough does not take it. */
const BEFORE_TURN = 400;

interface Voice {
  readonly stream: MediaStream;
  readonly track: MediaStreamTrack;
  readonly source: MediaStreamAudioSourceNode;
  readonly analyser: AnalyserNode;
  /** When they began to speak, and were last loud: milliseconds of `performance.now`. */
  since: number;
  last: number;
  isSpeaking: boolean;
}

export class Speaking {
  readonly #voices = new Map<string, Voice>();
  readonly #listeners = new Set<() => void>();
  readonly #wave = new Float32Array(512);
  #context: AudioContext | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #active: string | undefined;
  /** Whoever speaks under this name has no stage. */
  readonly #quiet: string | undefined;

  constructor(quiet?: string) {
    this.#quiet = quiet;
  }

  /** Listens to somebody's voice, or no more to it. A browser without sound hears nobody speak. */
  watch(id: string, stream: MediaStream | undefined): void {
    const [track] = stream?.getAudioTracks() ?? [];
    const before = this.#voices.get(id);
    if (before && before.stream === stream && before.track === track) return;
    if (before) this.#forget(id, before);
    if (!stream || !track) return;
    const context = this.#opened();
    if (!context) return;
    const source = context.createMediaStreamSource(stream);
    const analyser = context.createAnalyser();
    analyser.fftSize = this.#wave.length;
    source.connect(analyser);
    this.#voices.set(id, { stream, track, source, analyser, since: 0, last: 0, isSpeaking: false });
    this.#timer ??= setInterval(() => this.#look(), EVERY);
  }

  /** Forgets everybody else. */
  keep(ids: readonly string[]): void {
    for (const [id, voice] of this.#voices) if (!ids.includes(id)) this.#forget(id, voice);
  }

  isSpeaking(id: string): boolean {
    return this.#voices.get(id)?.isSpeaking ?? false;
  }

  /** Who speaks now or spoke last, of those who are still watched. */
  get active(): string | undefined {
    return this.#active;
  }

  /** @returns what ends it */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#voices.clear();
    void this.#context?.close();
    this.#context = undefined;
  }

  /** It begins when there is a first voice, and sounds once the browser lets it: after a gesture at the latest. */
  #opened(): AudioContext | undefined {
    if (!this.#context && 'AudioContext' in globalThis) {
      const context = new AudioContext({ latencyHint: 'playback' });
      this.#context = context;
      const wake = () => void context.resume().catch(() => {});
      if (context.state === 'suspended') {
        for (const gesture of ['pointerdown', 'keydown'])
          document.addEventListener(gesture, wake, { once: true });
      }
    }
    return this.#context;
  }

  #forget(id: string, voice: Voice): void {
    voice.source.disconnect();
    this.#voices.delete(id);
    if (this.#active === id) this.#active = undefined;
    if (voice.isSpeaking) this.#tell();
    if (this.#voices.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const now = performance.now();
    let hasChanged = false;
    let turn: Voice | undefined;
    let turnTo: string | undefined;
    for (const [id, voice] of this.#voices) {
      if (this.#loudness(voice) > LOUD) voice.last = now;
      const isSpeaking = voice.last > 0 && now - voice.last < BREATH;
      if (isSpeaking !== voice.isSpeaking) {
        voice.isSpeaking = isSpeaking;
        voice.since = now;
        hasChanged = true;
      }
      // Who has spoken longest keeps the stage while they speak.
      if (
        id !== this.#quiet &&
        isSpeaking &&
        now - voice.since >= BEFORE_TURN &&
        (!turn || voice.since < turn.since)
      ) {
        turn = voice;
        turnTo = id;
      }
    }
    const current = this.#active === undefined ? undefined : this.#voices.get(this.#active);
    if (turnTo !== undefined && turnTo !== this.#active && !current?.isSpeaking) {
      this.#active = turnTo;
      hasChanged = true;
    }
    if (hasChanged) this.#tell();
  }

  #loudness({ analyser, track }: Voice): number {
    if (!track.enabled || track.readyState === 'ended') return 0;
    analyser.getFloatTimeDomainData(this.#wave);
    let sum = 0;
    for (const level of this.#wave) sum += level * level;
    return Math.sqrt(sum / this.#wave.length);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
