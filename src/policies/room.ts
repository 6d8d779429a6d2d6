/** Who is in charge of a room. */
import type { Stay } from '../live/live.ts';

/** Whether somebody lets people in and puts them out, locks the room and ends it: the host, while they are in. */
export function runsRoom(stay: Stay): boolean {
  return stay.isHost && stay.state === 'IN';
}
