/** Somebody waits to be let in: a host hears it, and sees it at the tab while they look at another. */
import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { chosen } from '../choices.ts';
import type { RoomView } from '../frame/room-view.ts';
import { knock } from './knock-sound.ts';

export function Knock({ room: { waiting } }: RoomView) {
  const texts = useTexts().roomPeople;
  const known = useRef<readonly string[]>([]);
  const ids = waiting.map(({ id }) => id).join(' ');

  useEffect(() => {
    const now = ids.split(' ').filter(Boolean);
    const isNew = now.some((id) => !known.current.includes(id));
    known.current = now;
    if (isNew && chosen().knocks) knock();
  }, [ids]);

  const word = waiting.length > 0 ? texts.knockTitle(waiting.length) : '';
  useEffect(() => {
    if (!word) return;
    const before = document.title;
    document.title = `(${word}) ${before}`;
    return () => {
      document.title = before;
    };
  }, [word]);

  return null;
}
