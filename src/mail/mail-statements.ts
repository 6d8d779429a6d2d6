/** The statements of the outbox. */
import { sql } from 'kysely';
import type { Database, MailState, Params } from '../database/database.ts';

export interface MailRow {
  readonly id: number;
  readonly site: number;
  readonly session_key: number | null;
  readonly kind: string;
  readonly recipient: string;
  readonly state: MailState;
  readonly due_at: number;
  readonly attempts: number;
  readonly claimed_until: number;
  readonly sent_at: number | null;
  readonly problem: string | null;
  readonly created_at: number;
  readonly document: string;
}

export const MAIL_COLUMNS = [
  'id',
  'site',
  'session_key',
  'kind',
  'recipient',
  'state',
  'due_at',
  'attempts',
  'claimed_until',
  'sent_at',
  'problem',
  'created_at',
  'document',
] as const;

/** What is sent again when somebody asks for it. */
const AGAIN: readonly MailState[] = ['FAILED', 'KEPT', 'RELEASED', 'SENT'];

/** A literal: SQLite chooses the indexes of waiting mail by it. */
const WAITING = sql.lit('WAITING' as const);

export function mailStatements(database: Database) {
  const insert = database.prepare(
    (
      db,
      p: Params<{
        site: number;
        session_key: number | null;
        kind: string;
        recipient: string;
        state: MailState;
        due_at: number;
        problem: string | null;
        now: number;
        document: string;
      }>,
    ) =>
      db.insertInto('mail').values({
        site: p('site'),
        session_key: p('session_key'),
        kind: p('kind'),
        recipient: p('recipient'),
        state: p('state'),
        due_at: p('due_at'),
        attempts: 0,
        claimed_until: 0,
        sent_at: null,
        problem: p('problem'),
        created_at: p('now'),
        document: p('document'),
      }),
  );
  const cancel = database.prepare((db, p: Params<{ sessionKey: number; kind: string }>) =>
    db
      .updateTable('mail')
      .set({ state: 'CANCELLED' })
      .where('session_key', '=', p('sessionKey'))
      .where('kind', '=', p('kind'))
      .where('state', '=', WAITING),
  );
  const cancelAll = database.prepare((db, p: Params<{ sessionKey: number }>) =>
    db
      .updateTable('mail')
      .set({ state: 'CANCELLED' })
      .where('session_key', '=', p('sessionKey'))
      .where('state', '=', WAITING),
  );
  // Whoever comes second finds the row claimed: PostgreSQL looks at the conditions again when it has the row.
  const claim = database.prepare((db, p: Params<{ now: number; until: number; most: number }>) =>
    db
      .updateTable('mail')
      .set((eb) => ({ claimed_until: p('until'), attempts: eb('attempts', '+', 1) }))
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('mail')
          .select('id')
          .where('state', '=', WAITING)
          .where('due_at', '<=', p('now'))
          .where('claimed_until', '<=', p('now'))
          .orderBy('due_at')
          .orderBy('id')
          .limit(p('most')),
      )
      .where('state', '=', WAITING)
      .where('claimed_until', '<=', p('now'))
      .returning(MAIL_COLUMNS),
  );
  const finish = database.prepare(
    (
      db,
      p: Params<{
        id: number;
        claim: number;
        state: MailState;
        notBefore: number;
        sentAt: number | null;
        problem: string | null;
      }>,
    ) =>
      db
        .updateTable('mail')
        .set({
          state: p('state'),
          claimed_until: p('notBefore'),
          sent_at: p('sentAt'),
          problem: p('problem'),
        })
        .where('id', '=', p('id'))
        .where('claimed_until', '=', p('claim')),
  );
  /** One that was cancelled in the meantime stays so, unless it has gone out. */
  const finishWaiting = database.prepare(
    (
      db,
      p: Params<{ id: number; claim: number; state: MailState; notBefore: number; problem: string | null }>,
    ) =>
      db
        .updateTable('mail')
        .set({ state: p('state'), claimed_until: p('notBefore'), problem: p('problem') })
        .where('id', '=', p('id'))
        .where('claimed_until', '=', p('claim'))
        .where('state', '=', WAITING),
  );
  const release = database.prepare((db, p: Params<{ id: number; claim: number }>) =>
    db
      .updateTable('mail')
      .set((eb) => ({ claimed_until: 0, attempts: eb('attempts', '-', 1) }))
      .where('id', '=', p('id'))
      .where('claimed_until', '=', p('claim'))
      .where('state', '=', WAITING),
  );
  /** One that has come to its end, or was kept, begins anew: also one that has arrived, for whoever has lost it. */
  const retry = database.prepare((db, p: Params<{ site: number; id: number; now: number }>) =>
    db
      .updateTable('mail')
      .set({ state: 'WAITING', due_at: p('now'), claimed_until: 0, attempts: 0, sent_at: null })
      .where('site', '=', p('site'))
      .where('id', '=', p('id'))
      .where('state', 'in', AGAIN),
  );
  /** One that has not gone out. If it is being sent at this moment, and arrives, it is sent after all. */
  const handOver = database.prepare((db, p: Params<{ site: number; id: number; now: number }>) =>
    db
      .updateTable('mail')
      .set({ state: 'RELEASED', sent_at: p('now'), problem: null })
      .where('site', '=', p('site'))
      .where('id', '=', p('id'))
      .where('state', 'in', ['FAILED', 'WAITING', 'KEPT']),
  );
  const soonest = database.prepare((db) =>
    db
      .selectFrom('mail')
      .select('due_at')
      .where('state', '=', WAITING)
      .orderBy('due_at')
      .orderBy('id')
      .limit(1),
  );
  const byId = database.prepare((db, p: Params<{ site: number; id: number }>) =>
    db.selectFrom('mail').select(MAIL_COLUMNS).where('site', '=', p('site')).where('id', '=', p('id')),
  );
  const page = database.prepare(
    (db, p: Params<{ site: number; createdAt: number; id: number; most: number }>) =>
      db
        .selectFrom('mail')
        .select(MAIL_COLUMNS)
        .where('site', '=', p('site'))
        .where((eb) =>
          eb.or([
            eb('created_at', '<', p('createdAt')),
            eb.and([eb('created_at', '=', p('createdAt')), eb('id', '<', p('id'))]),
          ]),
        )
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(p('most')),
  );

  return {
    insert,
    cancel,
    cancelAll,
    claim,
    finish,
    finishWaiting,
    release,
    retry,
    handOver,
    soonest,
    byId,
    page,
  };
}
