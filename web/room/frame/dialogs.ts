/** The dialogs of the room, by the names that `openDialog` takes; each is loaded when it is opened. */
import { lazy } from 'react';
import type { RoomDialog } from './room-view.ts';

export const DIALOGS: Readonly<Record<string, RoomDialog>> = {
  devices: lazy(async () => ({ default: (await import('../../prejoin/devices-dialog.tsx')).DevicesDialog })),
  leave: lazy(async () => ({ default: (await import('./leave-dialog.tsx')).LeaveDialog })),
  settings: lazy(async () => ({ default: (await import('../settings/settings-dialog.tsx')).SettingsDialog })),
  shortcuts: lazy(async () => ({
    default: (await import('../shortcuts/shortcuts-dialog.tsx')).ShortcutsDialog,
  })),
};
