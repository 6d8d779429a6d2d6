/**
 * Throttling: how many calls of a group a site makes in a minute (000045 beyond), counted in the database for all
 * processes together. A process reserves calls there by the block and spends them in memory, so that a call costs
 * no write.
 */
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import type { Site, SiteSettings } from '../sites/site.ts';
import type { OutsiderKind } from './outsiders.ts';

/** Calls that are counted together. */
export type ThrottleGroup = Exclude<
  keyof SiteSettings['throttling'],
  'strangers' | 'registrations' | 'registrationsOfSession'
>;

/** More calls than the site allows in a minute. */
export class RateLimitReached extends Refusal {
  constructor(group: ThrottleGroup | OutsiderKind) {
    super(`there have been too many calls in this minute (${group})`);
  }
}

/** Milliseconds; windows begin with the clock's minute. */
const WINDOW = 60_000;

/** A block is this part of the limit. */
const BLOCKS = 50;

/** What this process may still let through in a window. */
interface Share {
  readonly site: number;
  readonly group: ThrottleGroup;
  readonly window: number;
  readonly limit: number;
  readonly block: number;
  left: number;
  /** The database had fewer calls left than were asked for. */
  full: boolean;
  reserving: Promise<void> | undefined;
}

export type Throttle = ReturnType<typeof openThrottle>;

export function openThrottle(database: Database, clock: Clock) {
  const begin = database.prepare<{ site: number; group: ThrottleGroup; window: number }, unknown>((db, p) =>
    db
      .insertInto('throttle')
      .values({ site: p('site'), throttle_group: p('group'), window_start: p('window'), used: 0 })
      .onConflict((conflict) => conflict.doNothing()),
  );
  const counted = database.prepare<
    { site: number; group: ThrottleGroup },
    { window_start: number; used: number }
  >((db, p) =>
    database.locked(
      db
        .selectFrom('throttle')
        .select(['window_start', 'used'])
        .where('site', '=', p('site'))
        .where('throttle_group', '=', p('group')),
    ),
  );
  const use = database.prepare<{ site: number; group: ThrottleGroup; window: number; used: number }, unknown>(
    (db, p) =>
      db
        .updateTable('throttle')
        .set({ window_start: p('window'), used: p('used') })
        .where('site', '=', p('site'))
        .where('throttle_group', '=', p('group')),
  );
  const shares = {
    userOperations: new Map<number, Share>(),
    meetingWrites: new Map<number, Share>(),
    meetingLists: new Map<number, Share>(),
  } satisfies Record<ThrottleGroup, Map<number, Share>>;

  function shareOf(site: Site, group: ThrottleGroup, limit: number): Share {
    const now = clock.now();
    const window = now - (now % WINDOW);
    const known = shares[group].get(site.id);
    if (known && known.window === window && known.limit === limit) return known;
    const block = Math.max(1, Math.floor(limit / BLOCKS));
    const share = { site: site.id, group, window, limit, block, left: 0, full: false, reserving: undefined };
    shares[group].set(site.id, share);
    return share;
  }

  /** Fills the share up to a block; those who ask at the same time share the answer. */
  function reserve(share: Share): Promise<void> {
    share.reserving ??= granted(share, share.block - share.left)
      .then((calls) => {
        share.left += calls;
      })
      .finally(() => {
        share.reserving = undefined;
      });
    return share.reserving;
  }

  /** How many of the wanted calls the window still has. */
  async function granted(share: Share, demand: number): Promise<number> {
    const { site, group, limit } = share;
    const calls = await database.write(async (tx) => {
      await begin.run({ site, group, window: share.window }, tx);
      const row = await counted.first({ site, group }, tx);
      // A process whose clock is ahead may have begun the next window already: then this counts there.
      const isOpen = row && (row.window_start === share.window || row.window_start === share.window + WINDOW);
      const window = isOpen ? row.window_start : share.window;
      const used = isOpen ? row.used : 0;
      const free = Math.min(demand, Math.max(0, limit - used));
      if (free > 0) await use.run({ site, group, window, used: used + free }, tx);
      return free;
    });
    if (calls < demand) share.full = true;
    return calls;
  }

  async function wait(share: Share): Promise<void> {
    while (share.left === 0) {
      if (share.full) throw new RateLimitReached(share.group);
      await reserve(share);
    }
    share.left -= 1;
  }

  return {
    /**
     * Counts a call of the site; the promise, where there is one, waits for the database. All processes together
     * never let more through than the limit (`throttling` of the site's settings, 0 is any number). What a process
     * has reserved and not spent is lost to the others: each other process makes this one refuse a block (a
     * fiftieth of the limit, at least one call) early at most.
     * @throws RateLimitReached when the site's calls are used up; at once where nothing is waited for
     */
    count(site: Site, group: ThrottleGroup): void | Promise<void> {
      const limit = site.settings.throttling[group];
      if (limit === 0) return;
      const share = shareOf(site, group, limit);
      if (share.left === 0) return wait(share);
      share.left -= 1;
      if (share.left > 0 && share.left <= share.block / 2 && !share.full && !share.reserving) {
        // Ahead of need; whoever finds nothing left asks again, and hears what is wrong.
        reserve(share).catch(() => {});
      }
    },
  };
}
