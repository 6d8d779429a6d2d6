/**
 * How many calls people make in a minute who are not signed in, counted by where they come from: the limits of a site
 * are for those whose right is proven, and must not be used up by anybody else. Each process counts for itself, because
 * a call that is refused anyway must not cost a write.
 */
import type { Clock } from '../clock.ts';
import type { Site } from '../sites/site.ts';
import { networkOf } from './network.ts';
import { RateLimitReached } from './throttle.ts';

/** Milliseconds; windows begin with the clock's minute. */
const WINDOW = 60_000;

/** Beyond so many networks in a minute, those that are new count as one. */
const MOST_NETWORKS = 20_000;
const EVERY_OTHER = 'others';

/** Who knows nothing but the address of the site, and who knows its partner id. */
export type OutsiderKind = 'strangers' | 'partners';

export type Outsiders = ReturnType<typeof openOutsiders>;

export function openOutsiders(clock: Clock) {
  const calls = new Map<string, number>();
  let window = 0;

  return {
    /**
     * Counts a call.
     * @param limit in a minute; 0 is any number
     * @param address of the caller, where it is known
     * @throws RateLimitReached
     */
    count(site: Site, who: OutsiderKind, limit: number, address: string | undefined): void {
      if (limit === 0) return;
      const now = clock.now();
      if (now - (now % WINDOW) !== window) {
        window = now - (now % WINDOW);
        calls.clear();
      }
      const own = `${site.id} ${who} ${networkOf(address)}`;
      const counted = calls.has(own) || calls.size < MOST_NETWORKS ? own : EVERY_OTHER;
      const made = (calls.get(counted) ?? 0) + 1;
      if (made > limit) throw new RateLimitReached(who);
      calls.set(counted, made);
    },
  };
}
