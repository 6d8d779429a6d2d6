/** The dialogs of the room, by the names that `openDialog` takes; each is loaded when it is opened. */
import type { RoomDialog } from './room-view.ts';

export const DIALOGS: Readonly<Record<string, RoomDialog>> = {};
