/** The statements of the runs, each compiled once. */
import { sql } from 'kysely';
import type { CoHostsOfRun, Database, Params, RunTable } from '../database/database.ts';

type Flag = 0 | 1;

const RUN_COLUMNS = [
  'id',
  'site',
  'session_key',
  'session',
  'started_at',
  'capacity',
  'admission',
  'locked',
  'lock_at',
  'rules',
  'first_presents',
  'co_hosts',
  'first_co_host',
  'breakouts',
  'breakout_size',
  'host_joined',
  'participants_joined',
  'peak',
  'version',
] as const satisfies readonly (keyof RunTable)[];

export type RunRow = Omit<Pick<RunTable, (typeof RUN_COLUMNS)[number]>, 'id'> & { readonly id: number };

type NewRun = Omit<
  RunRow,
  | 'id'
  | 'session'
  | 'capacity'
  | 'admission'
  | 'locked'
  | 'lock_at'
  | 'rules'
  | 'first_presents'
  | 'co_hosts'
  | 'first_co_host'
  | 'breakouts'
  | 'breakout_size'
  | 'host_joined'
  | 'participants_joined'
  | 'peak'
  | 'version'
>;

export function runStatements(database: Database) {
  return {
    run: database.prepare<{ site: number; key: number }, RunRow>((db, p) =>
      db
        .selectFrom('run')
        .select(RUN_COLUMNS)
        .where('site', '=', p('site'))
        .where('session_key', '=', p('key')),
    ),
    /** Kept as it is until the write ends: everything that happens in a run does so under this lock. */
    runToChange: database.prepare<{ site: number; key: number }, RunRow>((db, p) =>
      database.locked(
        db
          .selectFrom('run')
          .select(RUN_COLUMNS)
          .where('site', '=', p('site'))
          .where('session_key', '=', p('key')),
      ),
    ),
    /** Gives nothing when another has begun it. */
    beginRun: database.prepare<NewRun, RunRow>((db, p) =>
      db
        .insertInto('run')
        .values({
          site: p('site'),
          session_key: p('session_key'),
          session: null,
          started_at: p('started_at'),
          capacity: 0,
          admission: 0,
          locked: 0,
          lock_at: null,
          rules: '',
          first_presents: 0,
          co_hosts: 'NONE',
          first_co_host: null,
          breakouts: 0,
          breakout_size: 0,
          host_joined: 0,
          participants_joined: 0,
          peak: 0,
          version: 1,
        })
        .onConflict((conflict) => conflict.column('session_key').doNothing())
        .returning(RUN_COLUMNS),
    ),
    setTerms: database.prepare(
      (
        db,
        p: Params<{
          id: number;
          session: number | null;
          capacity: number;
          admission: Flag;
          lockAt: number | null;
          rules: string;
          firstPresents: Flag;
          coHosts: CoHostsOfRun;
        }>,
      ) =>
        db
          .updateTable('run')
          .set({
            session: p('session'),
            capacity: p('capacity'),
            admission: p('admission'),
            lock_at: p('lockAt'),
            rules: p('rules'),
            first_presents: p('firstPresents'),
            co_hosts: p('coHosts'),
          })
          .where('id', '=', p('id')),
    ),
    setFirstCoHost: database.prepare((db, p: Params<{ id: number; account: number }>) =>
      db
        .updateTable('run')
        .set({ first_co_host: p('account') })
        .where('id', '=', p('id')),
    ),
    /** Somebody came in. */
    joined: database.prepare((db, p: Params<{ id: number; host: Flag; participants: Flag; peak: number }>) =>
      db
        .updateTable('run')
        .set((eb) => ({
          host_joined: p('host'),
          participants_joined: p('participants'),
          peak: p('peak'),
          version: eb('version', '+', 1),
        }))
        .where('id', '=', p('id')),
    ),
    lock: database.prepare((db, p: Params<{ id: number; locked: Flag }>) =>
      db
        .updateTable('run')
        .set((eb) => ({ locked: p('locked'), lock_at: null, version: eb('version', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    setRules: database.prepare((db, p: Params<{ id: number; rules: string }>) =>
      db
        .updateTable('run')
        .set((eb) => ({ rules: p('rules'), version: eb('version', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    setBreakouts: database.prepare((db, p: Params<{ id: number; rooms: number; size: number }>) =>
      db
        .updateTable('run')
        .set({ breakouts: p('rooms'), breakout_size: p('size') })
        .where('id', '=', p('id')),
    ),
    touch: database.prepare((db, p: Params<{ id: number }>) =>
      db
        .updateTable('run')
        .set((eb) => ({ version: eb('version', '+', 1) }))
        .where('id', '=', p('id')),
    ),
    dropRun: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('run').where('id', '=', p('id')),
    ),
    /** Every run of the installation. */
    runs: database.prepare<
      Record<never, never>,
      { id: number; site: number; session_key: number; started_at: number; breakouts: number }
    >((db) => db.selectFrom('run').select(['id', 'site', 'session_key', 'started_at', 'breakouts'])),
    siteOfRun: database.prepare<{ key: number }, { site: number }>((db, p) =>
      db.selectFrom('run').select('site').where('session_key', '=', p('key')),
    ),
    runVersion: database.prepare<{ site: number; key: number }, { id: number; version: number }>((db, p) =>
      db
        .selectFrom('run')
        .select(['id', 'version'])
        .where('site', '=', p('site'))
        .where('session_key', '=', p('key')),
    ),
    /** Runs with people whose lease is over. */
    runsToSweep: database.prepare<{ now: number; most: number }, { site: number; session_key: number }>(
      (db, p) =>
        db
          .selectFrom('stay')
          .select(['site', 'session_key'])
          .distinct()
          .where('ended_at', 'is', sql.lit(null))
          .where('lease_until', '<=', p('now'))
          .limit(p('most')),
    ),
    runsToLock: database.prepare<{ now: number }, { site: number; session_key: number }>((db, p) =>
      db
        .selectFrom('run')
        .select(['site', 'session_key'])
        .where('lock_at', 'is not', sql.lit(null))
        .where('lock_at', '<=', p('now')),
    ),
  };
}
