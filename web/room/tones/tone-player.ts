/** Plays two short notes, or speaks a name. Where the browser wants a gesture first, nothing is heard until there is one. */

/** Hertz of the two notes, as somebody comes; the other way round as they go. */
const NOTES = [587.33, 880] as const;
/** Seconds of a note. */
const NOTE = 0.12;
/** So loud that nobody who speaks is drowned: from 0 to 1. */
const VOLUME = 0.08;

export class TonePlayer {
  #context: AudioContext | undefined;

  beep(direction: 'up' | 'down'): void {
    if (typeof AudioContext === 'undefined') return;
    this.#context ??= new AudioContext();
    const context = this.#context;
    if (context.state === 'suspended') void context.resume().catch(() => {});
    const notes = direction === 'up' ? NOTES : [...NOTES].reverse();
    for (const [at, frequency] of notes.entries()) this.#note(context, frequency, at * NOTE);
  }

  /** Whether the browser can say it. */
  say(text: string): boolean {
    if (typeof speechSynthesis === 'undefined' || speechSynthesis.getVoices().length === 0) return false;
    const spoken = new SpeechSynthesisUtterance(text);
    spoken.lang = document.documentElement.lang;
    spoken.volume = 0.6;
    speechSynthesis.speak(spoken);
    return true;
  }

  close(): void {
    void this.#context?.close().catch(() => {});
    if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
  }

  #note(context: AudioContext, frequency: number, after: number): void {
    const from = context.currentTime + after;
    const note = new OscillatorNode(context, { type: 'sine', frequency });
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(VOLUME, from + 0.015);
    volume.gain.linearRampToValueAtTime(0, from + NOTE);
    note.connect(volume).connect(context.destination);
    note.start(from);
    note.stop(from + NOTE);
  }
}
