/** Marks beside the name of the room, such as that it is locked; each shows nothing otherwise. */

import { RecordedMark } from '../recording/recorded-mark.tsx';
import { LockedMark } from './locked-mark.tsx';
import type { RoomPart } from './room-view.ts';

export const MARKS: Readonly<Record<string, RoomPart>> = {
  locked: LockedMark,
  recorded: RecordedMark,
};
