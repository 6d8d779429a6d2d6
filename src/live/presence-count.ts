/** How much goes on at this moment, on all sites together. */
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database, Params } from '../database/database.ts';

export interface PresenceCount {
  readonly sessions: number;
  /** Those who are in a session; whoever waits to be let in is not. */
  readonly people: number;
}

export function presenceCount(database: Database, clock: Clock): () => Promise<PresenceCount> {
  const runs = database.prepare<Record<never, never>, { count: number | string }>((db) =>
    db.selectFrom('run').select((eb) => eb.fn.countAll().as('count')),
  );
  const stays = database.prepare((db, p: Params<{ now: number }>) =>
    db
      .selectFrom('stay')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('state', '=', sql.lit('IN' as const))
      .where('lease_until', '>', p('now')),
  );
  return async () => ({
    sessions: Number((await runs.first({}))?.count ?? 0),
    people: Number((await stays.first({ now: clock.now() }))?.count ?? 0),
  });
}
