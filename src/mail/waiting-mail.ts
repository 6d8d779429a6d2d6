/** How much mail of the installation waits to be sent. */
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

export function waitingMail(database: Database): () => Promise<number> {
  const count = database.prepare<Record<never, never>, { waiting: number | string }>((db) =>
    db
      .selectFrom('mail')
      .select((eb) => eb.fn.countAll().as('waiting'))
      .where('state', '=', sql.lit('WAITING' as const)),
  );
  return async () => Number((await count.first({}))?.waiting ?? 0);
}
