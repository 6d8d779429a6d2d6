/** The statements of the session store, each compiled once. */
import { sql } from 'kysely';
import { accountByEmail } from '../accounts/account-rows.ts';
import type { Database, Params } from '../database/database.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { AttendeeRole, JoinStatus } from './attendee.ts';
import type { ListStatus } from './session.ts';
import { ATTENDEE_COLUMNS, type AttendeeRow, SESSION_COLUMNS, type SessionRow } from './session-rows.ts';

type Flag = 0 | 1;

/** What a change can write. */
export interface StoredSession {
  readonly host: number;
  readonly session_type: number;
  readonly name: string;
  readonly name_key: string;
  readonly start_at: number;
  readonly end_at: number;
  readonly duration: number;
  readonly time_zone_id: number;
  readonly recurring: Flag;
  readonly list_status: ListStatus;
  readonly password_required: Flag;
  readonly registration: Flag;
  readonly program: number | null;
  readonly sales_account: number | null;
  readonly sales_opportunity: number | null;
  readonly document: string;
}

/** What only a new session has. */
export interface InsertedSession extends StoredSession {
  readonly site: number;
  readonly creator: number;
  readonly session_key: number;
  readonly host_token: string;
  readonly attendee_token: string;
  readonly service: ServiceType;
  readonly series: number | null;
  readonly original_start_at: number | null;
  readonly now: number;
}

export interface StoredAttendee {
  readonly account: number | null;
  readonly email: string;
  readonly email_key: string;
  readonly name: string;
  readonly role: AttendeeRole;
  readonly join_status: JoinStatus;
  readonly register_id: number | null;
  readonly registered_at: number | null;
  readonly lead_source: string | null;
  readonly lead_score: number | null;
  readonly document: string;
}

export type SessionStatements = ReturnType<typeof sessionStatements>;

export function sessionStatements(database: Database) {
  return {
    byKey: database.prepare<{ site: number; key: number }, SessionRow>((db, p) =>
      db
        .selectFrom('session')
        .select(SESSION_COLUMNS)
        .where('site', '=', p('site'))
        .where('session_key', '=', p('key')),
    ),
    byId: database.prepare((db, p: Params<{ id: number }>) =>
      db.selectFrom('session').select(SESSION_COLUMNS).where('id', '=', p('id')),
    ),
    /** Kept as it is until the write ends. */
    toChange: database.prepare((db, p: Params<{ site: number; key: number }>) =>
      database.locked(
        db
          .selectFrom('session')
          .select([...SESSION_COLUMNS, 'document'])
          .where('site', '=', p('site'))
          .where('session_key', '=', p('key')),
      ),
    ),
    toChangeById: database.prepare((db, p: Params<{ id: number }>) =>
      database.locked(db.selectFrom('session').select(SESSION_COLUMNS).where('id', '=', p('id'))),
    ),
    document: database.prepare((db, p: Params<{ id: number }>) =>
      db.selectFrom('session').select('document').where('id', '=', p('id')),
    ),
    insert: database.prepare((db, p: Params<InsertedSession>) =>
      db
        .insertInto('session')
        .values({
          site: p('site'),
          host: p('host'),
          creator: p('creator'),
          session_key: p('session_key'),
          host_token: p('host_token'),
          attendee_token: p('attendee_token'),
          service: p('service'),
          session_type: p('session_type'),
          name: p('name'),
          name_key: p('name_key'),
          start_at: p('start_at'),
          end_at: p('end_at'),
          duration: p('duration'),
          time_zone_id: p('time_zone_id'),
          recurring: p('recurring'),
          occurrences_until: null,
          series: p('series'),
          original_start_at: p('original_start_at'),
          list_status: p('list_status'),
          password_required: p('password_required'),
          registration: p('registration'),
          program: p('program'),
          sales_account: p('sales_account'),
          sales_opportunity: p('sales_opportunity'),
          in_progress: 0,
          actual_start_at: null,
          host_joined: 0,
          participants_joined: 0,
          sequence: 0,
          version: 1,
          created_at: p('now'),
          document: p('document'),
        })
        .returning(SESSION_COLUMNS),
    ),
    update: database.prepare((db, p: Params<StoredSession & { id: number; told: number }>) =>
      db
        .updateTable('session')
        .set((eb) => ({
          host: p('host'),
          session_type: p('session_type'),
          name: p('name'),
          name_key: p('name_key'),
          start_at: p('start_at'),
          end_at: p('end_at'),
          duration: p('duration'),
          time_zone_id: p('time_zone_id'),
          recurring: p('recurring'),
          list_status: p('list_status'),
          password_required: p('password_required'),
          registration: p('registration'),
          program: p('program'),
          sales_account: p('sales_account'),
          sales_opportunity: p('sales_opportunity'),
          sequence: eb('sequence', '+', p('told')),
          version: eb('version', '+', 1),
          document: p('document'),
        }))
        .where('id', '=', p('id')),
    ),
    touch: database.prepare((db, p: Params<{ id: number }>) =>
      db
        .updateTable('session')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    setLive: database.prepare(
      (
        db,
        p: Params<{ id: number; running: Flag; startedAt: number | null; host: Flag; participants: Flag }>,
      ) =>
        db
          .updateTable('session')
          .set((eb) => ({
            in_progress: p('running'),
            actual_start_at: p('startedAt'),
            host_joined: p('host'),
            participants_joined: p('participants'),
            version: eb('version', '+', 1),
          }))
          .where('id', '=', p('id')),
    ),
    remove: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('session').where('id', '=', p('id')),
    ),
    count: database.prepare(
      (db, p: Params<{ site: number; service: ServiceType; type: number; change: number }>) =>
        db
          .insertInto('session_count')
          .values({ site: p('site'), service: p('service'), session_type: p('type'), sessions: p('change') })
          .onConflict((conflict) =>
            conflict.columns(['site', 'service', 'session_type']).doUpdateSet((eb) => ({
              sessions: eb('session_count.sessions', '+', eb.ref('excluded.sessions')),
            })),
          ),
    ),
    dropOccurrences: database.prepare((db, p: Params<{ session: number }>) =>
      db.deleteFrom('occurrence').where('session', '=', p('session')),
    ),
    workedOutUntil: database.prepare((db, p: Params<{ id: number; until: number | null }>) =>
      db
        .updateTable('session')
        .set({ occurrences_until: p('until') })
        .where('id', '=', p('id')),
    ),
    /** Series of a site of which the table does not hold what takes place after an instant. */
    toWorkOut: database.prepare((db, p: Params<{ site: number; from: number }>) =>
      db
        .selectFrom('session')
        .select(['session_key', 'occurrences_until as until'])
        .where('site', '=', p('site'))
        .where('recurring', '=', sql.lit(1))
        .where('occurrences_until', '<', p('from')),
    ),
    /** The same of those that an account has to do with. */
    toWorkOutOf: database.prepare((db, p: Params<{ account: number; from: number }>) =>
      db
        .selectFrom('session_member')
        .innerJoin('session', 'session.id', 'session_member.session')
        .select(['session.session_key', 'session.occurrences_until as until'])
        .where('session_member.account', '=', p('account'))
        .where('session.recurring', '=', sql.lit(1))
        .where('session.occurrences_until', '<', p('from')),
    ),
    addMember: database.prepare(
      (db, p: Params<{ account: number; session: number; kinds: number; start: number }>) =>
        db
          .insertInto('session_member')
          .values({ account: p('account'), session: p('session'), kinds: p('kinds'), start_at: p('start') }),
    ),
    dropMembers: database.prepare((db, p: Params<{ session: number }>) =>
      db.deleteFrom('session_member').where('session', '=', p('session')),
    ),
    member: database.prepare((db, p: Params<{ account: number; session: number }>) =>
      db
        .selectFrom('session_member')
        .select('kinds')
        .where('account', '=', p('account'))
        .where('session', '=', p('session')),
    ),
    attendees: database.prepare<{ session: number }, AttendeeRow>((db, p) =>
      db.selectFrom('attendee').select(ATTENDEE_COLUMNS).where('session', '=', p('session')).orderBy('id'),
    ),
    addAttendee: database.prepare(
      (db, p: Params<StoredAttendee & { session: number; attendee_id: number }>) =>
        db.insertInto('attendee').values({
          attendee_id: p('attendee_id'),
          session: p('session'),
          account: p('account'),
          email: p('email'),
          email_key: p('email_key'),
          name: p('name'),
          role: p('role'),
          join_status: p('join_status'),
          register_id: p('register_id'),
          registered_at: p('registered_at'),
          lead_source: p('lead_source'),
          lead_score: p('lead_score'),
          document: p('document'),
        }),
    ),
    updateAttendee: database.prepare((db, p: Params<StoredAttendee & { id: number }>) =>
      db
        .updateTable('attendee')
        .set({
          account: p('account'),
          email: p('email'),
          email_key: p('email_key'),
          name: p('name'),
          role: p('role'),
          join_status: p('join_status'),
          register_id: p('register_id'),
          registered_at: p('registered_at'),
          lead_source: p('lead_source'),
          lead_score: p('lead_score'),
          document: p('document'),
        })
        .where('id', '=', p('id')),
    ),
    dropAttendee: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('attendee').where('id', '=', p('id')),
    ),
    attendeeByID: database.prepare<
      { site: number; attendeeID: number },
      AttendeeRow & { session_key: number }
    >((db, p) =>
      db
        .selectFrom('attendee')
        .innerJoin('session', 'session.id', 'attendee.session')
        .select(ATTENDEE_COLUMNS.map((column) => `attendee.${column}` as const))
        .select('session.session_key')
        .where('attendee.attendee_id', '=', p('attendeeID'))
        .where('session.site', '=', p('site')),
    ),
    accountByEmail: accountByEmail(database),
  };
}
