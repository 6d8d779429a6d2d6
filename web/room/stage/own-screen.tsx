import { useTexts } from '../../texts/texts.ts';
import { Icon } from '../frame/icon.tsx';
import type { RoomView } from '../frame/room-view.ts';

/** Whoever shares is told; their own screen in their own screen would have no end. */
export function OwnScreen({ media }: RoomView) {
  const texts = useTexts().live;
  if (!media.sends.screen) return null;
  return (
    <div className="notice slim" role="status">
      <Icon name="share" />
      <span>{texts.youShare}</span>
      <button type="button" className="quiet" onClick={() => void media.turn('screen', false)}>
        {texts.stopSharing}
      </button>
    </div>
  );
}
