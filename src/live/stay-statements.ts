/** The statements of the stays, each compiled once. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { Database, Params, StayRole, StayState, StayTable, Tables } from '../database/database.ts';

/** Milliseconds for which a stay lasts without being renewed. */
export const LEASE = 15_000;

const STAY_COLUMNS = [
  'id',
  'public_id',
  'site',
  'run',
  'session_key',
  'state',
  'via',
  'name',
  'email',
  'account',
  'attendee',
  'is_host',
  'role',
  'own_role',
  'leads',
  'credential_version',
  'joined_at',
  'lease_until',
  'sends',
  'page',
  'stream',
  'away',
  'breakout',
  'document',
] as const satisfies readonly (keyof StayTable)[];

export type StayRow = Omit<Pick<StayTable, (typeof STAY_COLUMNS)[number]>, 'id'> & { readonly id: number };

type NewStay = Omit<StayRow, 'id' | 'sends' | 'leads' | 'page' | 'stream' | 'away' | 'breakout'> & {
  readonly token_hash: Buffer;
};

/** Whoever was put out of a run is kept out of it to its end. */
function isForgotten(eb: ExpressionBuilder<Tables, 'stay'>) {
  const running = eb.selectFrom('run').select('run.id').whereRef('run.id', '=', 'stay.run');
  return eb.or([eb('state', '<>', sql.lit('EXPELLED')), eb.not(eb.exists(running))]);
}

export function stayStatements(database: Database) {
  return {
    addStay: database.prepare<NewStay, StayRow>((db, p) =>
      db
        .insertInto('stay')
        .values({
          public_id: p('public_id'),
          token_hash: p('token_hash'),
          site: p('site'),
          run: p('run'),
          session_key: p('session_key'),
          state: p('state'),
          via: p('via'),
          name: p('name'),
          email: p('email'),
          account: p('account'),
          attendee: p('attendee'),
          is_host: p('is_host'),
          role: p('role'),
          own_role: p('own_role'),
          co_host_taken: 0,
          leads: 0,
          credential_version: p('credential_version'),
          joined_at: p('joined_at'),
          lease_until: p('lease_until'),
          ended_at: null,
          sends: '',
          page: 0,
          stream: 0,
          away: 0,
          breakout: 0,
          document: p('document'),
        })
        .returning(STAY_COLUMNS),
    ),
    /** The same person comes again: what their browser showed before is worth nothing from now on. */
    takeOver: database.prepare<
      Omit<NewStay, 'public_id' | 'site' | 'run' | 'session_key'> & { id: number },
      StayRow
    >((db, p) =>
      db
        .updateTable('stay')
        .set({
          token_hash: p('token_hash'),
          state: p('state'),
          via: p('via'),
          name: p('name'),
          email: p('email'),
          account: p('account'),
          attendee: p('attendee'),
          is_host: p('is_host'),
          role: p('role'),
          own_role: p('own_role'),
          credential_version: p('credential_version'),
          joined_at: p('joined_at'),
          lease_until: p('lease_until'),
          sends: '',
          away: 0,
          document: p('document'),
        })
        .where('id', '=', p('id'))
        .returning(STAY_COLUMNS),
    ),
    stayByToken: database.prepare<{ site: number; hash: Buffer }, StayRow>((db, p) =>
      db
        .selectFrom('stay')
        .select(STAY_COLUMNS)
        .where('token_hash', '=', p('hash'))
        .where('site', '=', p('site')),
    ),
    /** Everybody who is there, at the door too. */
    present: database.prepare<{ run: number }, StayRow>((db, p) =>
      db
        .selectFrom('stay')
        .select(STAY_COLUMNS)
        .where('run', '=', p('run'))
        .where('ended_at', 'is', sql.lit(null))
        .orderBy('joined_at')
        .orderBy('id'),
    ),
    /** Kept as they are until the write ends: one that is renewed in the meantime is not among them. */
    expired: database.prepare<{ run: number; now: number }, StayRow>((db, p) =>
      database.locked(
        db
          .selectFrom('stay')
          .select(STAY_COLUMNS)
          .where('run', '=', p('run'))
          .where('ended_at', 'is', sql.lit(null))
          .where('lease_until', '<=', p('now'))
          .orderBy('id'),
      ),
    ),
    peopleIn: database.prepare<{ run: number; now: number }, { people: number }>((db, p) =>
      db
        .selectFrom('stay')
        .select((eb) => eb.fn.countAll<number>().as('people'))
        .where('run', '=', p('run'))
        .where('ended_at', 'is', sql.lit(null))
        .where('state', '=', sql.lit('IN'))
        .where('lease_until', '>', p('now')),
    ),
    admitStay: database.prepare<{ id: number; now: number }, StayRow>((db, p) =>
      db
        .updateTable('stay')
        .set({ state: 'IN', joined_at: p('now') })
        .where('id', '=', p('id'))
        .returning(STAY_COLUMNS),
    ),
    setRole: database.prepare(
      (db, p: Params<{ id: number; role: Exclude<StayRole, 'HOST'>; leads: 0 | 1 }>) =>
        db
          .updateTable('stay')
          .set({ role: p('role'), leads: p('leads') })
          .where('id', '=', p('id')),
    ),
    takeCoHost: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('stay').set({ co_host_taken: 1 }).where('id', '=', p('id')),
    ),
    giveCoHostBack: database.prepare((db, p: Params<{ run: number; account: number }>) =>
      db
        .updateTable('stay')
        .set({ co_host_taken: 0 })
        .where('run', '=', p('run'))
        .where('account', '=', p('account'))
        .where('co_host_taken', '=', sql.lit(1)),
    ),
    /** Of any stay of an account in a run. */
    coHostTaken: database.prepare<{ run: number; account: number }, { id: number }>((db, p) =>
      db
        .selectFrom('stay')
        .select('id')
        .where('run', '=', p('run'))
        .where('account', '=', p('account'))
        .where('co_host_taken', '=', sql.lit(1))
        .limit(1),
    ),
    /** Those who were put out of a run and are not forgiven. */
    expelled: database.prepare<{ run: number }, StayRow & { readonly token_hash: Buffer }>((db, p) =>
      db
        .selectFrom('stay')
        .select([...STAY_COLUMNS, 'token_hash'])
        .where('run', '=', p('run'))
        .where('state', '=', sql.lit('EXPELLED'))
        .orderBy('ended_at')
        .orderBy('id'),
    ),
    /** It is as if they had gone by themselves. */
    forgive: database.prepare<{ run: number; publicId: string }, { id: number }>((db, p) =>
      db
        .updateTable('stay')
        .set({ state: 'LEFT' })
        .where('run', '=', p('run'))
        .where('public_id', '=', p('publicId'))
        .where('state', '=', sql.lit('EXPELLED'))
        .returning('id'),
    ),
    setSends: database.prepare((db, p: Params<{ id: number; sends: string }>) =>
      db
        .updateTable('stay')
        .set({ sends: p('sends') })
        .where('id', '=', p('id')),
    ),
    setBreakout: database.prepare((db, p: Params<{ id: number; breakout: number }>) =>
      db
        .updateTable('stay')
        .set({ breakout: p('breakout') })
        .where('id', '=', p('id')),
    ),
    leaveBreakouts: database.prepare((db, p: Params<{ run: number }>) =>
      db
        .updateTable('stay')
        .set({ breakout: 0 })
        .where('run', '=', p('run'))
        .where('ended_at', 'is', sql.lit(null)),
    ),
    endStay: database.prepare((db, p: Params<{ id: number; state: StayState; at: number }>) =>
      db
        .updateTable('stay')
        .set({ state: p('state'), ended_at: p('at'), away: 0 })
        .where('id', '=', p('id')),
    ),
    endStays: database.prepare((db, p: Params<{ run: number; at: number }>) =>
      db
        .updateTable('stay')
        .set({ state: 'ENDED', ended_at: p('at') })
        .where('run', '=', p('run'))
        .where('ended_at', 'is', sql.lit(null)),
    ),
    renew: database.prepare<{ site: number; hash: Buffer; until: number }, StayRow>((db, p) =>
      db
        .updateTable('stay')
        .set({ lease_until: p('until') })
        .where('token_hash', '=', p('hash'))
        .where('site', '=', p('site'))
        .where('ended_at', 'is', sql.lit(null))
        .returning(STAY_COLUMNS),
    ),
    beginPage: database.prepare<{ id: number; until: number }, StayRow>((db, p) =>
      db
        .updateTable('stay')
        .set((eb) => ({ page: eb('page', '+', 1), away: 0, lease_until: p('until') }))
        .where('id', '=', p('id'))
        .returning(STAY_COLUMNS),
    ),
    beginStream: database.prepare<{ id: number; until: number }, StayRow>((db, p) =>
      db
        .updateTable('stay')
        .set((eb) => ({ stream: eb('stream', '+', 1), away: 0, lease_until: p('until') }))
        .where('id', '=', p('id'))
        .returning(STAY_COLUMNS),
    ),
    /** Undoes the end of a stay. */
    comeBack: database.prepare<{ id: number; until: number }, StayRow>((db, p) =>
      db
        .updateTable('stay')
        .set({ state: 'IN', ended_at: null, away: 0, lease_until: p('until') })
        .where('id', '=', p('id'))
        .returning(STAY_COLUMNS),
    ),
    setAway: database.prepare((db, p: Params<{ id: number }>) =>
      db.updateTable('stay').set({ away: 1 }).where('id', '=', p('id')),
    ),
    /** A lease is only shortened. */
    shorten: database.prepare((db, p: Params<{ site: number; hash: Buffer; page: number; until: number }>) =>
      db
        .updateTable('stay')
        .set({ lease_until: p('until') })
        .where('token_hash', '=', p('hash'))
        .where('site', '=', p('site'))
        .where('page', '=', p('page'))
        .where('ended_at', 'is', sql.lit(null))
        .where('lease_until', '>', p('until')),
    ),
    oldStay: database.prepare<{ before: number }, { id: number }>((db, p) =>
      db
        .selectFrom('stay')
        .select('id')
        .where('ended_at', 'is not', sql.lit(null))
        .where('ended_at', '<', p('before'))
        .where(isForgotten)
        .limit(1),
    ),
    dropOldStays: database.prepare((db, p: Params<{ before: number }>) =>
      db
        .deleteFrom('stay')
        .where('ended_at', 'is not', sql.lit(null))
        .where('ended_at', '<', p('before'))
        .where(isForgotten),
    ),
  };
}
