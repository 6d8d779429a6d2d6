/** Entries of "More" that open a dialog. */
import { useTexts } from '../../texts/texts.ts';
import { MenuItem } from './menu.tsx';
import type { RoomView } from './room-view.ts';

export function SettingsItem({ openDialog }: RoomView) {
  const texts = useTexts().inRoom;
  return (
    <MenuItem icon="settings" onChoose={() => openDialog('settings')}>
      {texts.settings}
    </MenuItem>
  );
}

/** Somebody on a phone has no keys. */
export function ShortcutsItem({ openDialog }: RoomView) {
  const texts = useTexts().inRoom;
  return (
    <div className="not-on-phones">
      <MenuItem icon="keyboard" onChoose={() => openDialog('shortcuts')}>
        {texts.shortcuts}
      </MenuItem>
    </div>
  );
}
