/** Tells somebody what they have been made, and reads it out. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';

export function OwnRole({ room, toast }: RoomView) {
  const texts = useTexts().roomPeople;
  const role = room.people.find(({ isYou }) => isYou)?.role ?? 'ATTENDEE';
  const before = useRef(role);
  const tell = useEffectEvent(() => toast(texts.youAre[role]));
  useEffect(() => {
    if (before.current !== role) tell();
    before.current = role;
  }, [role]);
  return null;
}
