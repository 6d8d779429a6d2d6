/** Two short notes: something begins that everybody is to know of. */

const NOTES = [660, 880] as const;

/** Seconds. */
const LENGTH = 0.14;
const LOUD = 0.08;

/** Silent where the browser lets no page sound that nobody has touched yet. */
export function playTone(): void {
  if (typeof AudioContext === 'undefined') return;
  const context = new AudioContext();
  for (const [at, frequency] of NOTES.entries()) {
    const begin = context.currentTime + at * LENGTH;
    const volume = new GainNode(context, { gain: 0 });
    volume.gain.setValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(LOUD, begin + 0.02);
    volume.gain.linearRampToValueAtTime(0, begin + LENGTH);
    const note = new OscillatorNode(context, { frequency });
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + LENGTH);
    if (at === NOTES.length - 1) note.onended = () => void context.close();
  }
}
