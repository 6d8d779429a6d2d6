/** How loud a microphone hears, for a bar that moves with it. */
import { type RefObject, useEffect, useState } from 'react';

/** Of full scale: a voice close to a microphone. */
const VOICE = 0.02;

/**
 * Sets `--level`, from 0 to 1, of an element with every frame.
 * @returns whether a voice was heard since the track was there
 */
export function useLevel(track: MediaStreamTrack | null, bar: RefObject<HTMLElement | null>): boolean {
  const [heard, setHeard] = useState<MediaStreamTrack | null>(null);
  useEffect(() => {
    if (!track || !('AudioContext' in globalThis)) return;
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const wave = new Float32Array(analyser.fftSize);
    let frame = 0;
    const look = () => {
      analyser.getFloatTimeDomainData(wave);
      const level = Math.sqrt(wave.reduce((sum, one) => sum + one * one, 0) / wave.length);
      if (level > VOICE) setHeard(track);
      // As ears hear it: 60 dB from end to end.
      const shown = level === 0 ? 0 : Math.max(0, 1 + Math.log10(level) / 3);
      bar.current?.style.setProperty('--level', shown.toFixed(3));
      frame = requestAnimationFrame(look);
    };
    // Where the browser wants a gesture first, the next one on the page is it.
    const wake = () => void context.resume().catch(() => {});
    if (context.state === 'suspended') document.addEventListener('pointerdown', wake, { once: true });
    look();
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('pointerdown', wake);
      void context.close();
    };
  }, [track, bar]);
  return track !== null && heard === track;
}
