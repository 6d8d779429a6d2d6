/** The statements of labs and their reservations. */
import { accountRows } from '../accounts/account-rows.ts';
import type { Database, LabTable, Params } from '../database/database.ts';

const LAB_COLUMNS = ['id', 'name', 'description', 'computers'] as const satisfies readonly (keyof LabTable)[];

export interface LabRow {
  readonly id: number;
  readonly name: string;
  readonly description: string | null;
  readonly computers: number;
}

export interface LabNowRow extends LabRow {
  readonly taken: number | null;
}

export interface ReservationRow {
  readonly id: number;
  readonly lab_name: string;
  readonly topic: string;
  readonly account: number;
  readonly webex_id: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly computers: number;
}

export interface StoredReservation {
  readonly lab: number;
  readonly account: number;
  readonly session: number | null;
  readonly topic: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly computers: number;
}

interface InLab {
  readonly lab: number;
  readonly from: number;
  readonly to: number;
}

export type LabStatements = ReturnType<typeof labStatements>;

export function labStatements(database: Database) {
  return {
    counted: database.prepare((db, p: Params<{ site: number }>) =>
      db
        .selectFrom('lab')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('site', '=', p('site')),
    ),
    insert: database.prepare(
      (
        db,
        p: Params<{ site: number; name: string; key: string; description: string | null; computers: number }>,
      ) =>
        db
          .insertInto('lab')
          .values({
            site: p('site'),
            name: p('name'),
            name_key: p('key'),
            description: p('description'),
            computers: p('computers'),
          })
          .returning('id'),
    ),
    /** Kept as it is until the write ends: what is free hangs on it. */
    heldByName: database.prepare<{ site: number; key: string }, LabRow>((db, p) =>
      database.locked(
        db
          .selectFrom('lab')
          .select(LAB_COLUMNS)
          .where('site', '=', p('site'))
          .where('name_key', '=', p('key')),
      ),
    ),
    held: database.prepare<{ site: number; id: number }, LabRow>((db, p) =>
      database.locked(
        db.selectFrom('lab').select(LAB_COLUMNS).where('id', '=', p('id')).where('site', '=', p('site')),
      ),
    ),
    byName: database.prepare<{ site: number; key: string }, LabRow>((db, p) =>
      db.selectFrom('lab').select(LAB_COLUMNS).where('site', '=', p('site')).where('name_key', '=', p('key')),
    ),
    update: database.prepare(
      (
        db,
        p: Params<{ id: number; name: string; key: string; description: string | null; computers: number }>,
      ) =>
        db
          .updateTable('lab')
          .set({
            name: p('name'),
            name_key: p('key'),
            description: p('description'),
            computers: p('computers'),
          })
          .where('id', '=', p('id')),
    ),
    remove: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('lab').where('id', '=', p('id')),
    ),
    /** By their names, with what is taken at a moment. */
    ofSite: database.prepare<{ site: number; now: number }, LabNowRow>((db, p) =>
      db
        .selectFrom('lab')
        .select(LAB_COLUMNS)
        .select((eb) =>
          eb
            .selectFrom('lab_reservation')
            .select((sum) => sum.fn.sum<number>('computers').as('taken'))
            .whereRef('lab_reservation.lab', '=', 'lab.id')
            .where('end_at', '>', p('now'))
            .where('start_at', '<=', p('now'))
            .as('taken'),
        )
        .where('site', '=', p('site'))
        .orderBy('name_key'),
    ),

    reserve: database.prepare((db, p: Params<StoredReservation>) =>
      db
        .insertInto('lab_reservation')
        .values({
          lab: p('lab'),
          account: p('account'),
          session: p('session'),
          topic: p('topic'),
          start_at: p('start_at'),
          end_at: p('end_at'),
          computers: p('computers'),
        })
        .returning('id'),
    ),
    /** What shares a moment with the period. */
    taken: database.prepare<InLab, { startAt: number; endAt: number; computers: number }>((db, p) =>
      db
        .selectFrom('lab_reservation')
        .select(['start_at as startAt', 'end_at as endAt', 'computers'])
        .where('lab', '=', p('lab'))
        .where('end_at', '>', p('from'))
        .where('start_at', '<', p('to')),
    ),
    lastOf: database.prepare<{ lab: number; now: number }, { id: number }>((db, p) =>
      db
        .selectFrom('lab_reservation')
        .select('id')
        .where('lab', '=', p('lab'))
        .where('end_at', '>', p('now'))
        .limit(1),
    ),
    dropAllOf: database.prepare((db, p: Params<{ lab: number }>) =>
      db.deleteFrom('lab_reservation').where('lab', '=', p('lab')),
    ),
    dropOfSession: database.prepare((db, p: Params<{ session: number }>) =>
      db.deleteFrom('lab_reservation').where('session', '=', p('session')),
    ),
    schedule: database.prepare<InLab & { limit: number }, ReservationRow>((db, p) =>
      db
        .selectFrom('lab_reservation')
        .innerJoin('lab', 'lab.id', 'lab_reservation.lab')
        .innerJoin(accountRows(db, 'holder'), 'holder.id', 'lab_reservation.account')
        .select([
          'lab_reservation.id as id',
          'lab.name as lab_name',
          'topic',
          'lab_reservation.account as account',
          'holder.webex_id as webex_id',
          'start_at',
          'end_at',
          'lab_reservation.computers as computers',
        ])
        .where('lab_reservation.lab', '=', p('lab'))
        .where('end_at', '>', p('from'))
        .where('start_at', '<', p('to'))
        .orderBy('start_at')
        .orderBy('lab_reservation.id')
        .limit(p('limit')),
    ),
  };
}
