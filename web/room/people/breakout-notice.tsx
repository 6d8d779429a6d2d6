/** Tells somebody in which breakout room they are, and that they have been moved. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTexts } from '../../texts/texts.ts';
import { ownBreakout } from '../breakouts.ts';
import type { RoomView } from '../frame/room-view.ts';

export function BreakoutNotice({ room }: RoomView) {
  const texts = useTexts().breakouts;
  const own = ownBreakout(room);
  if (own > 0) return <p className="notice">{texts.youAreIn(own)}</p>;
  return (room.breakouts ?? 0) > 0 ? <p className="notice">{texts.youAreInMain}</p> : null;
}

/** Shows nothing by itself. */
export function OwnBreakout({ room, toast }: RoomView) {
  const texts = useTexts().breakouts;
  const own = ownBreakout(room);
  const before = useRef(own);
  const tell = useEffectEvent(() => toast(own > 0 ? texts.moved(own) : texts.movedBack));
  useEffect(() => {
    if (before.current !== own) tell();
    before.current = own;
  }, [own]);
  return null;
}
