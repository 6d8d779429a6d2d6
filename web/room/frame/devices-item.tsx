import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from './menu.tsx';
import type { RoomView } from './room-view.ts';

/** Opens the choice of microphone, camera and speaker. */
export function DevicesItem({ openDialog }: RoomView) {
  const texts = useTexts().prejoin;
  return (
    <MenuItem icon="sound" onChoose={() => openDialog('devices')}>
      {texts.devicesItem}
    </MenuItem>
  );
}
