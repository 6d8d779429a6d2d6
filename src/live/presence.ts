/**
 * Whether the browser of a stay is there: which of its pages has the room, which stream that page listens to, and
 * until when the stay lasts. A browser that has a room in two tabs is in it with the newer one.
 */
import type { Clock } from '../clock.ts';
import type { Executor } from '../database/database.ts';
import { tokenHash } from '../random.ts';
import type { Site } from '../sites/site.ts';
import { LEASE, type LiveStatements, type RunRow, type StayRow } from './live-statements.ts';
import type { Runs } from './runs.ts';
import { isThere } from './stay.ts';
import type { Sweeper } from './sweeper.ts';

/** Milliseconds for which a stay lasts whose page has said that it goes: long enough for another to take it over. */
const GOING = 3_000;

/** Milliseconds for which somebody who was lost comes back by themselves, into the same stay. */
const MAY_COME_BACK = 5 * 60_000;

/** A stream that a page listens to. */
export interface Stream {
  readonly stay: number;
  readonly page: number;
  readonly number: number;
  /** They are in; otherwise they wait at the door. */
  readonly isIn: boolean;
  /** They were given up in the meantime: the others know nothing of them any more. */
  readonly wasLost: boolean;
}

interface Parts {
  readonly clock: Clock;
  readonly statements: LiveStatements;
  readonly runs: Pick<Runs, 'touch' | 'letInBack' | 'peopleIn'>;
  readonly sweeper: Pick<Sweeper, 'after'>;
  /** Does something with the stay of a token while nothing else happens in its run; nothing when it is over. */
  readonly withOwn: <T>(
    site: Site,
    token: string,
    work: (tx: Executor, run: RunRow, stay: StayRow) => Promise<T>,
    also?: { readonly alsoOver: boolean },
  ) => Promise<T | undefined>;
}

export type Presence = ReturnType<typeof openPresence>;

export function openPresence({ clock, statements, runs, sweeper, withOwn }: Parts) {
  const until = () => clock.now() + LEASE;

  /** Whoever was lost had not left: as long as nobody has their place, and they are back soon, it is still theirs. */
  async function back(tx: Executor, run: RunRow, lost: StayRow): Promise<StayRow | undefined> {
    const { id, state, away, is_host, lease_until } = lost;
    if (state !== 'LEFT' || away === 0 || lease_until + MAY_COME_BACK < clock.now()) return undefined;
    if (is_host === 0 && (await runs.peopleIn(tx, run)) >= run.capacity) return undefined;
    const stay = await statements.comeBack.first({ id, until: until() }, tx);
    if (stay) await runs.letInBack(tx, run, stay);
    return stay;
  }

  return {
    /** A page begins that shows the room; the one before it hears that it is over there. Gives its number. */
    async beginPage(site: Site, token: string): Promise<number | undefined> {
      return withOwn(site, token, async (tx, run, { id }) => {
        const stay = await statements.beginPage.first({ id, until: until() }, tx);
        await runs.touch(tx, run);
        return stay?.page;
      });
    },

    /**
     * A page begins to listen, or listens again; whoever was lost meanwhile is in again. Nothing when the stay is over,
     * or a later page has it.
     * @param page its number; nothing for one that has none, at the door
     */
    async beginStream(site: Site, token: string, page: number | undefined): Promise<Stream | undefined> {
      const begin = async (tx: Executor, run: RunRow, before: StayRow) => {
        if (page !== undefined && page < before.page) return undefined;
        const wasLost = !isThere(before);
        if (wasLost && !(await back(tx, run, before))) return undefined;
        const stay = await statements.beginStream.first({ id: before.id, until: until() }, tx);
        if (before.away === 1) await runs.touch(tx, run);
        if (!stay) return undefined;
        return { stay: stay.id, page: stay.page, number: stay.stream, isIn: stay.state === 'IN', wasLost };
      };
      return withOwn(site, token, begin, { alsoOver: true });
    },

    /** A stream has broken: its person may be back soon. One that another has followed means nothing. */
    async lost(site: Site, token: string, { stay, page, number }: Stream): Promise<void> {
      await withOwn(site, token, async (tx, run, now) => {
        if (now.id !== stay || now.page !== page || now.stream !== number || now.away === 1) return;
        await statements.setAway.run({ id: stay }, tx);
        await runs.touch(tx, run);
        sweeper.after(now.lease_until - clock.now());
      });
    },

    /** A page says that it is being left: unless another one follows at once, the stay is over. */
    async going(site: Site, token: string, page: number): Promise<void> {
      const hash = tokenHash(token);
      await statements.shorten.run({ site: site.id, hash, page, until: clock.now() + GOING });
      sweeper.after(GOING);
    },
  };
}
