/** The statements of planned mail. */
import { sql } from 'kysely';
import type { Database, Params } from '../database/database.ts';

export interface PlannedRow {
  readonly id: number;
  readonly site: number;
  readonly session_key: number;
  readonly kind: string;
  readonly start_at: number;
  readonly due_at: number;
}

const COLUMNS = ['id', 'site', 'session_key', 'kind', 'start_at', 'due_at'] as const;

/** Literals: the indexes are chosen by them. */
const OPEN = sql.lit(0 as const);
const DONE = sql.lit(1 as const);

export function plannedStatements(database: Database) {
  return {
    /** What was written once is not planned again; what is planned is moved. */
    plan: database.prepare(
      (
        db,
        p: Params<{ site: number; session_key: number; kind: string; start_at: number; due_at: number }>,
      ) =>
        db
          .insertInto('planned_mail')
          .values({
            site: p('site'),
            session_key: p('session_key'),
            kind: p('kind'),
            start_at: p('start_at'),
            due_at: p('due_at'),
            done: 0,
          })
          .onConflict((conflict) =>
            conflict
              .columns(['session_key', 'kind', 'start_at'])
              .doUpdateSet({ due_at: (eb) => eb.ref('excluded.due_at') })
              .where('planned_mail.done', '=', OPEN),
          ),
    ),
    open: database.prepare<{ sessionKey: number }, PlannedRow>((db, p) =>
      db
        .selectFrom('planned_mail')
        .select(COLUMNS)
        .where('session_key', '=', p('sessionKey'))
        .where('done', '=', OPEN)
        .orderBy('id'),
    ),
    drop: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('planned_mail').where('id', '=', p('id')).where('done', '=', OPEN),
    ),
    dropAll: database.prepare((db, p: Params<{ sessionKey: number }>) =>
      db.deleteFrom('planned_mail').where('session_key', '=', p('sessionKey')),
    ),
    due: database.prepare<{ now: number; most: number }, PlannedRow>((db, p) =>
      db
        .selectFrom('planned_mail')
        .select(COLUMNS)
        .where('done', '=', OPEN)
        .where('due_at', '<=', p('now'))
        .orderBy('due_at')
        .orderBy('id')
        .limit(p('most')),
    ),
    /** Whoever comes second changes nothing: PostgreSQL waits for the first one's transaction. */
    take: database.prepare((db, p: Params<{ id: number; due_at: number }>) =>
      db
        .updateTable('planned_mail')
        .set({ done: 1 })
        .where('id', '=', p('id'))
        .where('due_at', '=', p('due_at'))
        .where('done', '=', OPEN),
    ),
    postpone: database.prepare((db, p: Params<{ id: number; due_at: number; to: number }>) =>
      db
        .updateTable('planned_mail')
        .set({ due_at: p('to') })
        .where('id', '=', p('id'))
        .where('due_at', '=', p('due_at'))
        .where('done', '=', OPEN),
    ),
    sweep: database.prepare((db, p: Params<{ before: number }>) =>
      db.deleteFrom('planned_mail').where('done', '=', DONE).where('due_at', '<', p('before')),
    ),
  };
}
