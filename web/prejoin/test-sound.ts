/** A sound to try the speaker by. */
import { throughSpeaker } from './sound-out.ts';

/** Hertz, one after the other. */
const NOTES = [523.25, 659.25, 783.99];
/** Seconds. */
const NOTE = 0.22;

/** Three notes; resolves when they are over. */
export async function playTestSound(): Promise<void> {
  const context = new AudioContext();
  const out = context.createMediaStreamDestination();
  const volume = context.createGain();
  volume.connect(out);
  const element = new Audio();
  element.srcObject = out.stream;
  await throughSpeaker(element);
  await element.play();
  const begin = context.currentTime + 0.05;
  let last: OscillatorNode | undefined;
  for (const [at, note] of NOTES.entries()) {
    const start = begin + at * NOTE;
    const tone = context.createOscillator();
    tone.frequency.value = note;
    tone.connect(volume);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE);
    tone.start(start);
    tone.stop(start + NOTE);
    last = tone;
  }
  await new Promise((resolve) => last?.addEventListener('ended', resolve));
  element.srcObject = null;
  await context.close();
}
