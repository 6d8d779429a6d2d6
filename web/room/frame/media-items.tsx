/** What the bar has no room for on a phone. */
import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from './menu.tsx';
import type { RoomView } from './room-view.ts';

export function ShareItem({ media }: RoomView) {
  const texts = useTexts().live;
  // Phones cannot share their screens from a page.
  if (!('getDisplayMedia' in (navigator.mediaDevices ?? {}))) return null;
  return (
    <div className="on-phones">
      <MenuItem icon="share" onChoose={() => void media.toggle('screen')}>
        {media.own.screen ? texts.stopSharing : texts.share}
      </MenuItem>
    </div>
  );
}

export function HandItem({ media }: RoomView) {
  const texts = useTexts().live;
  return (
    <div className="on-phones">
      <MenuItem icon="hand" onChoose={() => media.raiseHand()}>
        {media.sends.hand ? texts.lowerHand : texts.raiseHand}
      </MenuItem>
    </div>
  );
}
