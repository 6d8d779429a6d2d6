/**
 * Wrong guesses at the password of a session, counted in the database by the session and by where they come from.
 * Session passwords are short and many people know them, so that no account could be locked in their place.
 */
import type { Clock } from '../clock.ts';
import type { Database, Executor } from '../database/database.ts';
import { Refusal } from '../refusal.ts';
import type { Site } from '../sites/site.ts';
import { networkOf } from './network.ts';

/** Too many wrong passwords for the session; a right one is refused too, so that nothing is learned from it. */
export class TooManyGuesses extends Refusal {
  constructor(sessionKey: number) {
    super(`too many wrong passwords for session ${sessionKey}`);
  }
}

/** Milliseconds for which wrong passwords count, from the first of them on. */
const WINDOW = 15 * 60_000;

/** Wrong passwords for a session in that time: from one network, and from everywhere. */
const MOST_FROM_ONE = 10;
const MOST_FROM_ALL = 100;

/** In place of a network: all of them together. */
const EVERYWHERE = '';

interface Row {
  readonly network: string;
  readonly wrong: number;
}

export type Guesses = ReturnType<typeof openGuesses>;

export function openGuesses(database: Database, clock: Clock) {
  const counts = database.prepare<
    { site: number; sessionKey: number; network: string; windowStart: number },
    Row
  >((db, p) =>
    // Waits on PostgreSQL for whoever is counting at this moment.
    database.locked(
      db
        .selectFrom('guess')
        .select(['network', 'wrong'])
        .where('site', '=', p('site'))
        .where('session_key', '=', p('sessionKey'))
        .where('network', 'in', [EVERYWHERE, p('network')])
        .where('since', '>', p('windowStart'))
        .orderBy('network'),
    ),
  );
  const add = database.prepare<{ site: number; sessionKey: number; network: string; now: number }, unknown>(
    (db, p) =>
      db
        .insertInto('guess')
        .values({
          site: p('site'),
          session_key: p('sessionKey'),
          network: p('network'),
          since: p('now'),
          wrong: 1,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['site', 'session_key', 'network'])
            .doUpdateSet((eb) => ({ wrong: eb('guess.wrong', '+', 1) })),
        ),
  );
  const dropOld = database.prepare<{ windowStart: number }, unknown>((db, p) =>
    db.deleteFrom('guess').where('since', '<=', p('windowStart')),
  );

  /** @throws TooManyGuesses when more are counted than `spare` below the limits */
  async function bounded(
    site: Site,
    sessionKey: number,
    network: string,
    spare: number,
    tx: Executor,
  ): Promise<void> {
    const windowStart = clock.now() - WINDOW;
    const rows = await counts.all({ site: site.id, sessionKey, network, windowStart }, tx);
    for (const row of rows) {
      const most = row.network === EVERYWHERE ? MOST_FROM_ALL : MOST_FROM_ONE;
      if (row.wrong > most - spare) throw new TooManyGuesses(sessionKey);
    }
  }

  return {
    /**
     * Call when the password was right, before anything is told: it waits for the wrong ones that came first, so
     * that guesses that come together are no more than those that come one by one.
     * @param address of the caller, where it is known
     * @throws TooManyGuesses when the guesses are used up
     */
    async check(site: Site, sessionKey: number, address?: string): Promise<void> {
      await database.write((tx) => bounded(site, sessionKey, networkOf(address), 1, tx));
    },

    /**
     * Counts a wrong password. An attempt without one is not a guess, and neither is one for a session that has
     * none.
     * @throws TooManyGuesses when they were used up before this one, so that it looks as a right one does then
     */
    async wrong(site: Site, sessionKey: number, address?: string): Promise<void> {
      const network = networkOf(address);
      await database.write(async (tx) => {
        const now = clock.now();
        await dropOld.run({ windowStart: now - WINDOW }, tx);
        for (const counted of new Set([EVERYWHERE, network])) {
          await add.run({ site: site.id, sessionKey, network: counted, now }, tx);
        }
        // One too many takes its own count back with it.
        await bounded(site, sessionKey, network, 0, tx);
      });
    },
  };
}
