/** The entries of the menu "More", in their order. */

import { RecordItems } from '../recording/record-items.tsx';
import { PictureInPictureItem } from '../stage/picture-in-picture.tsx';
import { AudioOnlyItem } from './audio-only.tsx';
import { DevicesItem } from './devices-item.tsx';
import { SettingsItem, ShortcutsItem } from './dialog-items.tsx';
import { FullScreenItem } from './full-screen.tsx';
import { LayoutItem } from './layout-item.tsx';
import { LockItem } from './lock-item.tsx';
import { HandItem, ShareItem } from './media-items.tsx';
import type { MoreItem } from './room-view.ts';

export const MORE_ITEMS: readonly MoreItem[] = [
  { id: 'share', isFor: ({ room }) => room.may.screen, Item: ShareItem },
  { id: 'hand', Item: HandItem },
  {
    id: 'lock',
    isFor: ({ room }) => room.deeds.includes('LOCK'),
    worksWithoutScripts: true,
    Item: LockItem,
  },
  {
    id: 'record',
    isFor: ({ room }) => room.mayRecord || room.recording?.byYou === true,
    Item: RecordItems,
  },
  { id: 'layout', Item: LayoutItem },
  { id: 'picture-in-picture', Item: PictureInPictureItem },
  { id: 'full-screen', Item: FullScreenItem },
  { id: 'audio-only', Item: AudioOnlyItem },
  { id: 'devices', Item: DevicesItem },
  { id: 'settings', Item: SettingsItem },
  { id: 'shortcuts', Item: ShortcutsItem },
];
