/** What is heard when somebody comes or goes, as the session says; somebody may silence it for themselves. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { useChoices } from '../choices.ts';
import type { RoomView } from '../frame/room-view.ts';
import { type Moved, movedBetween } from './moved.ts';
import { TonePlayer } from './tone-player.ts';

export function Tones({ page: { tone }, room: { people } }: RoomView) {
  const texts = useTexts().live;
  const { tones } = useChoices();
  const player = useRef<TonePlayer | undefined>(undefined);
  const before = useRef(people);
  useEffect(() => {
    const opened = new TonePlayer();
    player.current = opened;
    return () => opened.close();
  }, []);
  const tell = useEffectEvent(({ came, went }: Moved) => {
    if (tone === 'none' || !tones) return;
    const said = tone === 'name' ? [...came.map(texts.joined), ...went.map(texts.left)] : [];
    if (said.length > 0 && player.current?.say(said.join(' '))) return;
    if (came.length > 0) player.current?.beep('up');
    if (went.length > 0) player.current?.beep('down');
  });
  useEffect(() => {
    const moved = movedBetween(before.current, people);
    before.current = people;
    if (moved) tell(moved);
  }, [people]);
  return null;
}
