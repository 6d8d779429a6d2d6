/** What is asked of the database about jobs. */
import type { Database, JobState, Params } from '../database/database.ts';
import type { JobRow } from './job.ts';

const COLUMNS = [
  'id',
  'token',
  'site',
  'kind',
  'state',
  'abort_asked',
  'attempts',
  'created_at',
  'ended_at',
  'kept_until',
  'done',
  'total',
  'wish',
  'outcome',
] as const;

export type JobStatements = ReturnType<typeof jobStatements>;

export function jobStatements(database: Database) {
  return {
    insert: database.prepare(
      (
        db,
        p: Params<{
          token: string;
          site: number;
          kind: string;
          state: JobState;
          now: number;
          keptUntil: number;
          wish: string;
        }>,
      ) =>
        db.insertInto('job').values({
          token: p('token'),
          site: p('site'),
          kind: p('kind'),
          state: p('state'),
          abort_asked: 0,
          attempts: 0,
          leased_until: 0,
          created_at: p('now'),
          ended_at: null,
          kept_until: p('keptUntil'),
          done: 0,
          total: null,
          wish: p('wish'),
          outcome: '{}',
        }),
    ),
    byToken: database.prepare<{ token: string }, JobRow>((db, p) =>
      db.selectFrom('job').select(COLUMNS).where('token', '=', p('token')),
    ),
    /** The same row, kept as it is until the write ends. */
    held: database.prepare<{ token: string }, JobRow>((db, p) =>
      database.locked(db.selectFrom('job').select(COLUMNS).where('token', '=', p('token'))),
    ),
    newestOf: database.prepare<{ site: number; most: number }, JobRow>((db, p) =>
      db
        .selectFrom('job')
        .select(COLUMNS)
        .where('site', '=', p('site'))
        .orderBy('id', 'desc')
        .limit(p('most')),
    ),
    anyWaiting: database.prepare<{ now: number }, { id: number }>((db, p) =>
      db
        .selectFrom('job')
        .select('id')
        .where('state', 'in', ['WAITING', 'RUNNING'])
        .where('leased_until', '<=', p('now'))
        .limit(1),
    ),
    waiting: database.prepare<{ now: number }, JobRow>((db, p) =>
      database.locked(
        db
          .selectFrom('job')
          .select(COLUMNS)
          .where('state', 'in', ['WAITING', 'RUNNING'])
          .where('leased_until', '<=', p('now'))
          .orderBy('id')
          .limit(1),
      ),
    ),
    take: database.prepare<{ id: number; until: number }, unknown>((db, p) =>
      db
        .updateTable('job')
        .set((eb) => ({
          state: 'RUNNING',
          leased_until: p('until'),
          attempts: eb('attempts', '+', 1),
        }))
        .where('id', '=', p('id')),
    ),
    renew: database.prepare<{ id: number; attempts: number; until: number }, unknown>((db, p) =>
      db
        .updateTable('job')
        .set({ leased_until: p('until') })
        .where('id', '=', p('id'))
        .where('state', '=', 'RUNNING')
        .where('attempts', '=', p('attempts')),
    ),
    step: database.prepare<
      {
        id: number;
        attempts: number;
        until: number;
        done: number;
        total: number | null;
        outcome: string;
      },
      unknown
    >((db, p) =>
      db
        .updateTable('job')
        .set({ leased_until: p('until'), done: p('done'), total: p('total'), outcome: p('outcome') })
        .where('id', '=', p('id'))
        .where('state', '=', 'RUNNING')
        .where('attempts', '=', p('attempts')),
    ),
    become: database.prepare<
      { id: number; state: JobState; endedAt: number | null; keptUntil: number; outcome: string },
      unknown
    >((db, p) =>
      db
        .updateTable('job')
        .set({
          state: p('state'),
          leased_until: 0,
          ended_at: p('endedAt'),
          kept_until: p('keptUntil'),
          outcome: p('outcome'),
        })
        .where('id', '=', p('id')),
    ),
    askAbort: database.prepare<{ id: number }, unknown>((db, p) =>
      db.updateTable('job').set({ abort_asked: 1 }).where('id', '=', p('id')),
    ),
    putPiece: database.prepare<{ job: number; file: string; number: number; bytes: Buffer }, unknown>(
      (db, p) =>
        db
          .insertInto('job_piece')
          .values({ job: p('job'), file: p('file'), number: p('number'), bytes: p('bytes') }),
    ),
    piece: database.prepare<{ job: number; file: string; number: number }, { bytes: Uint8Array }>((db, p) =>
      db
        .selectFrom('job_piece')
        .select('bytes')
        .where('job', '=', p('job'))
        .where('file', '=', p('file'))
        .where('number', '=', p('number')),
    ),
    pieces: database.prepare<{ job: number; file: string }, { count: number }>((db, p) =>
      db
        .selectFrom('job_piece')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('job', '=', p('job'))
        .where('file', '=', p('file')),
    ),
    copyPieces: database.prepare<{ from: number; to: number; file: string }, unknown>((db, p) =>
      db
        .insertInto('job_piece')
        .columns(['job', 'file', 'number', 'bytes'])
        .expression((eb) =>
          eb
            .selectFrom('job_piece')
            .innerJoin('job', (join) => join.on('job.id', '=', p('to')))
            .select(['job.id', 'job_piece.file', 'job_piece.number', 'job_piece.bytes'])
            .where('job_piece.job', '=', p('from'))
            .where('job_piece.file', '=', p('file')),
        ),
    ),
    dropPieces: database.prepare<{ job: number; file: string }, unknown>((db, p) =>
      db.deleteFrom('job_piece').where('job', '=', p('job')).where('file', '=', p('file')),
    ),
    sweep: database.prepare<{ now: number }, unknown>((db, p) =>
      db
        .deleteFrom('job')
        .where('kept_until', '<=', p('now'))
        .where('state', 'not in', ['WAITING', 'RUNNING']),
    ),
  };
}
