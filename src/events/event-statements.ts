/** The statements of the events. */
import { sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';

export interface WaitingEvent {
  readonly id: number;
  readonly site: number;
  readonly subject: string;
  readonly happened_at: number;
  readonly attempts: number;
  readonly document: string;
}

interface NewEvent {
  readonly site: number;
  readonly kind: string;
  readonly subject: string;
  readonly now: number;
  readonly document: string;
}

export type EventStatements = ReturnType<typeof eventStatements>;

/** Literals: the indexes are chosen by them. */
const WAITING = sql.lit(1 as const);
const NEVER_FAILED = sql.lit(0);

export function eventStatements(database: Database) {
  return {
    insert: database.prepare((db, p: Params<NewEvent>) =>
      db.insertInto('event').values({
        site: p('site'),
        kind: p('kind'),
        subject: p('subject'),
        happened_at: p('now'),
        waiting: 1,
        attempts: 0,
        not_before: 0,
        document: p('document'),
      }),
    ),
    /** The oldest that may be handed on: nothing of a subject before an earlier one of it that failed. */
    due: database.prepare<{ now: number; most: number }, WaitingEvent>((db, p) =>
      db
        .selectFrom('event')
        .select(['id', 'site', 'subject', 'happened_at', 'attempts', 'document'])
        .where('waiting', '=', WAITING)
        .where('not_before', '<=', p('now'))
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('event as earlier')
                .select('earlier.id')
                .where('earlier.waiting', '=', WAITING)
                .where('earlier.attempts', '>', NEVER_FAILED)
                .whereRef('earlier.subject', '=', 'event.subject')
                .whereRef('earlier.id', '<', 'event.id'),
            ),
          ),
        )
        .orderBy('id')
        .limit(p('most')),
    ),
    /** Whoever comes second changes nothing: PostgreSQL waits for the first one's transaction. */
    take: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('event').set({ waiting: 0 }).where('id', '=', p('id')).where('waiting', '=', WAITING),
    ),
    postpone: database.prepare((db, p: Params<{ id: number; attempts: number; notBefore: number }>) =>
      db
        .updateTable('event')
        .set((eb) => ({ attempts: eb('attempts', '+', 1), not_before: p('notBefore') }))
        .where('id', '=', p('id'))
        .where('attempts', '=', p('attempts'))
        .where('waiting', '=', WAITING),
    ),
    /** Looks at the oldest alone, whatever their number. */
    sweep: database.prepare((db, p: Params<{ before: number; most: number }>) =>
      db.deleteFrom('event').where('id', 'in', (eb) =>
        eb
          .selectFrom((oldest) =>
            oldest
              .selectFrom('event')
              .select(['id', 'happened_at', 'waiting'])
              .orderBy('id')
              .limit(p('most'))
              .as('oldest'),
          )
          .select('oldest.id')
          .where('oldest.happened_at', '<', p('before'))
          .where('oldest.waiting', '=', 0),
      ),
    ),
  };
}
