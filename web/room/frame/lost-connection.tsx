import { useTexts } from '../../texts/texts.ts';
import type { RoomView } from './room-view.ts';

/** The room's stream is away: what works meanwhile. */
export function LostConnection({ isConnected }: RoomView) {
  const texts = useTexts().inRoom;
  if (isConnected) return null;
  return (
    <p className="notice attention slim" role="alert">
      <span>
        <strong>{texts.reconnecting}</strong> {texts.reconnectingLead}
      </span>
    </p>
  );
}
