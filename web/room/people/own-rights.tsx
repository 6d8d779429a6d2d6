/** Tells somebody what the host lets them do, or no longer: a button that goes without a word is a riddle. */
import { useEffect, useEffectEvent, useRef } from 'react';
import type { MediaRights } from '../../../src/media/rights.ts';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from '../frame/room-view.ts';

export function OwnRights({ room, toast }: RoomView) {
  const texts = useTexts().roomPeople;
  const { microphone, camera, screen } = room.may;
  const before = useRef<MediaRights>(room.may);
  const tell = useEffectEvent((now: MediaRights) => {
    for (const medium of ['microphone', 'camera', 'screen'] as const) {
      if (now[medium] === before.current[medium]) continue;
      toast(now[medium] ? texts.mayNow[medium] : texts.mayNoLonger[medium]);
    }
    before.current = now;
  });
  useEffect(() => tell({ microphone, camera, screen }), [microphone, camera, screen]);
  return null;
}
