/** Parts that are there as long as the room is and show nothing: sounds, the tab's title, what runs beside. */
import type { RoomPart } from './room-view.ts';

export const COMPANIONS: Readonly<Record<string, RoomPart>> = {};
