/**
 * How many calls people make in a minute who are not signed in, counted by where they come from: the limits of a site
 * are for those whose right is proven, and must not be used up by anybody else.
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { networkOf } from './network.ts';
import { RateLimitReached } from './throttle.ts';
import { WindowCounts } from './window-counts.ts';

/** Milliseconds. */
const WINDOW = 60_000;

/** Beyond so many networks in a minute, those that are new count as one. */
const MOST_NETWORKS = 20_000;

/**
 * Who knows nothing but the address of the site, and who knows its partner id; and numbers of sessions that strangers
 * have named and that led nowhere.
 */
export type OutsiderKind = 'strangers' | 'partners' | 'guessedNumbers';

export type Outsiders = ReturnType<typeof openOutsiders>;

export function openOutsiders(clock: Clock) {
  const calls = new WindowCounts(clock, WINDOW, MOST_NETWORKS);
  const boundOf = (who: OutsiderKind, most: number, address: string | undefined) => [
    { kind: who, name: networkOf(address), most },
  ];

  return {
    /** Whether one more could be counted; counts nothing. */
    hasRoom: (site: Site, who: OutsiderKind, limit: number, address: string | undefined): boolean =>
      calls.hasRoom(site, boundOf(who, limit, address)),

    /**
     * Counts a call.
     * @param limit in a minute; 0 is any number
     * @param address of the caller, where it is known
     * @throws RateLimitReached
     */
    count(site: Site, who: OutsiderKind, limit: number, address: string | undefined): void {
      if (!calls.count(site, boundOf(who, limit, address))) throw new RateLimitReached(who);
    },
  };
}
