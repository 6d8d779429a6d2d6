/** Two short taps on wood, quieter than a voice. */

/** Seconds between the taps, and for which each is heard. */
const PAUSE = 0.18;
const LENGTH = 0.12;

/** Where the browser wants a gesture first, or has no sound, nothing is heard. */
export function knock(): void {
  if (!('AudioContext' in globalThis)) return;
  const context = new AudioContext();
  const start = context.currentTime + 0.02;
  for (const at of [start, start + PAUSE]) {
    const tap = new OscillatorNode(context, { type: 'triangle', frequency: 320 });
    const level = new GainNode(context, { gain: 0 });
    level.gain.setValueAtTime(0.25, at);
    level.gain.exponentialRampToValueAtTime(0.001, at + LENGTH);
    tap.frequency.exponentialRampToValueAtTime(150, at + LENGTH);
    tap.connect(level).connect(context.destination);
    tap.start(at);
    tap.stop(at + LENGTH);
    tap.onended = () => void (at === start || context.close().catch(() => {}));
  }
}
