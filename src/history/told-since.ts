/** How far back the lists of a site's history reach. */
import type { Site } from '../sites/site.ts';

const DAY = 86_400_000;

/** Epoch milliseconds; nothing where all of it is told. */
export function toldSince({ settings }: Site, now: number): number | undefined {
  const { toldDays } = settings.history;
  return toldDays === 0 ? undefined : now - toldDays * DAY;
}
