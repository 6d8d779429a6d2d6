import { useEffect, useState } from 'react';
import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from './room-view.ts';

/** Milliseconds that what carries sound and picture may take to answer before anything is said. */
const PATIENCE = 4_000;

/** What carries sound and picture cannot be reached: the rest of the room works, and the page goes on trying. */
export function AwayNotice({ media: { isAway }, isConnected }: RoomView) {
  const texts = useTexts();
  const [isSaid, say] = useState(false);
  useEffect(() => {
    if (!isAway) return say(false);
    const timer = setTimeout(() => say(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [isAway]);
  if (!isSaid || !isConnected) return null;
  return (
    <p className="notice bad" role="alert">
      <strong>{texts.connection.away}</strong> {texts.connection.awayLead}
    </p>
  );
}
