import { useTexts } from '../../texts/texts.ts';
import { Icon } from '../frame/icon.tsx';
import type { RoomView } from '../frame/room-view.ts';
import { MUTED_SELF, useIsSpeaking } from '../media/use-speaking.ts';

/** Somebody speaks, and nobody hears them. */
export function MutedWarning({ media, room }: RoomView) {
  const texts = useTexts();
  const isSpeaking = useIsSpeaking(MUTED_SELF);
  return (
    <div className="muted-warning" role="status">
      {isSpeaking && (
        <p className="toast">
          <Icon name="microphoneOff" />
          {texts.inRoom.mutedWarning}
          {room.may.microphone && (
            <button type="button" onClick={() => void media.turn('microphone', true)}>
              {texts.inRoom.unmuteNow}
            </button>
          )}
        </p>
      )}
    </div>
  );
}
