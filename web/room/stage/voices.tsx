/** The voices of the others: they are played whoever is on the stage. */
import { useEffect, useRef } from 'react';
import { useDeviceChoices } from '../../prejoin/device-choices.ts';
import { throughSpeaker } from '../../prejoin/sound-out.ts';
import type { RoomView } from '../frame/room-view.ts';

export function Voices({ room, media }: Pick<RoomView, 'room' | 'media'>) {
  return room.people.map(({ id, isYou, sends }) => {
    const stream = isYou ? undefined : media.streamsOf(id)?.microphone;
    // What the room says is off is not played, whatever is sent.
    return stream && <Voice key={id} stream={stream} isOn={sends.microphone} />;
  });
}

function Voice({ stream, isOn }: { readonly stream: MediaStream; readonly isOn: boolean }) {
  const choices = useDeviceChoices();
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = isOn ? stream : null;
    // Where the browser wants a gesture first, the next one on the page is it.
    if (isOn) {
      element.play().catch(() => {
        document.addEventListener('pointerdown', () => void element.play().catch(() => {}), { once: true });
      });
    }
  }, [stream, isOn]);
  useEffect(() => {
    if (audio.current) void throughSpeaker(audio.current, choices);
  }, [choices]);
  // Nobody's words are known here.
  // biome-ignore lint/a11y/useMediaCaption: a live voice has no captions
  return <audio ref={audio} autoPlay />;
}
