/** The statements of the events. */
import { sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';

export interface WaitingEvent {
  readonly id: number;
  readonly site: number;
  readonly kind: string;
  readonly subject: string;
  readonly happened_at: number;
  readonly attempts: number;
  /** The one listener that it is for; nothing when it is for everybody. */
  readonly left_to: string | null;
  readonly document: string;
}

type LeftEvent = Omit<WaitingEvent, 'id' | 'attempts'> & { readonly not_before: number };

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
    /** What one listener could not be handed: it counts as failed, so that what comes after it waits. */
    leave: database.prepare((db, p: Params<LeftEvent>) =>
      db.insertInto('event').values({
        site: p('site'),
        kind: p('kind'),
        subject: p('subject'),
        happened_at: p('happened_at'),
        waiting: 1,
        attempts: 1,
        not_before: p('not_before'),
        left_to: p('left_to'),
        document: p('document'),
      }),
    ),
    anyFailed: database.prepare<Record<never, never>, { id: number }>((db) =>
      db
        .selectFrom('event')
        .select('id')
        .where('waiting', '=', WAITING)
        .where('attempts', '>', NEVER_FAILED)
        .limit(1),
    ),
    failedOf: database.prepare<{ subject: string }, { id: number }>((db, p) =>
      db
        .selectFrom('event')
        .select('id')
        .where('waiting', '=', WAITING)
        .where('attempts', '>', NEVER_FAILED)
        .where('subject', '=', p('subject'))
        .limit(1),
    ),
    /** The oldest that may be handed on: nothing of a subject before an earlier one of it that failed. */
    due: database.prepare<{ now: number; most: number }, WaitingEvent>((db, p) =>
      db
        .selectFrom('event')
        .select(['id', 'site', 'kind', 'subject', 'happened_at', 'attempts', 'left_to', 'document'])
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
