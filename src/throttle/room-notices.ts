/** How often the owner of a personal room is told of people there: a stranger at the door makes the site write. */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { WindowCounts } from './window-counts.ts';

/** Milliseconds. */
const WINDOW = 10 * 60_000;

/** Of one person, and of all together; an owner has enough to know then. */
const MOST_OF_ONE = 1;
const MOST = 5;

/** Beyond so many counts nobody is told from anybody else. */
const MOST_COUNTS = 20_000;

export type RoomNoticePace = ReturnType<typeof openRoomNoticePace>;

export function openRoomNoticePace(clock: Clock) {
  const counts = new WindowCounts(clock, WINDOW, MOST_COUNTS);
  return {
    /** Whether an owner is told once more; if so, it counts. */
    lets(site: Site, owner: number, person: string): boolean {
      return counts.count(site, [
        { kind: 'of', name: `${person.toLowerCase()} at ${owner}`, most: MOST_OF_ONE },
        { kind: 'for', name: String(owner), most: MOST },
      ]);
    },
  };
}
