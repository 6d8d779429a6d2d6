/** How far back a site's history is told, and how far back it is kept. */
import type { Site } from '../sites/site.ts';

const DAY = 86_400_000;

/** Sessions that ended before are in no list: epoch milliseconds, or nothing where all of it is told. */
export function toldSince({ settings }: Pick<Site, 'settings'>, now: number): number | undefined {
  return before(now, settings.history.toldDays);
}

/** What ended before is deleted. */
export function keptSince({ settings }: Pick<Site, 'settings'>, now: number): number | undefined {
  return before(now, settings.history.keptDays);
}

function before(now: number, days: number): number | undefined {
  return days === 0 ? undefined : now - days * DAY;
}
