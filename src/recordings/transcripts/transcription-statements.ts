/** The statements of what waits to be written down, each compiled once. */
import { sql } from 'kysely';
import type { Database, Params, TranscriptionTable } from '../../database/database.ts';

/** What is announced when one waits. */
export const UNWRITTEN = 'recording to be transcribed';

const COLUMNS = ['recording', 'site', 'state', 'leased_until', 'attempts'] as const;

export function transcriptionStatements(database: Database) {
  return {
    add: database.prepare((db, p: Params<{ recording: number; site: number }>) =>
      db
        .insertInto('transcription')
        .values({
          recording: p('recording'),
          site: p('site'),
          state: sql.lit('WAITING'),
          leased_until: 0,
          attempts: 0,
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    of: database.prepare<{ recording: number }, TranscriptionTable>((db, p) =>
      db.selectFrom('transcription').select(COLUMNS).where('recording', '=', p('recording')),
    ),
    anyWaiting: database.prepare<{ now: number }, { recording: number }>((db, p) =>
      db
        .selectFrom('transcription')
        .select('recording')
        .where('state', '=', sql.lit('WAITING'))
        .where('leased_until', '<=', p('now'))
        .limit(1),
    ),
    /** Kept as it is until the write ends. */
    waiting: database.prepare<{ now: number }, TranscriptionTable>((db, p) =>
      database.locked(
        db
          .selectFrom('transcription')
          .select(COLUMNS)
          .where('state', '=', sql.lit('WAITING'))
          .where('leased_until', '<=', p('now'))
          .orderBy('leased_until')
          .orderBy('recording')
          .limit(1),
      ),
    ),
    lease: database.prepare((db, p: Params<{ recording: number; until: number }>) =>
      db
        .updateTable('transcription')
        .set((eb) => ({ leased_until: p('until'), attempts: eb('attempts', '+', 1) }))
        .where('recording', '=', p('recording')),
    ),
    /** Nothing happens when somebody else has taken it meanwhile. */
    renew: database.prepare((db, p: Params<{ recording: number; attempts: number; until: number }>) =>
      db
        .updateTable('transcription')
        .set({ leased_until: p('until') })
        .where('recording', '=', p('recording'))
        .where('attempts', '=', p('attempts'))
        .where('state', '=', sql.lit('WAITING')),
    ),
    /** For another time, unless somebody else has taken it meanwhile. */
    putBack: database.prepare(
      (
        db,
        p: Params<{
          recording: number;
          attempts: number;
          counted: number;
          until: number;
          state: TranscriptionTable['state'];
        }>,
      ) =>
        db
          .updateTable('transcription')
          .set({ leased_until: p('until'), attempts: p('counted'), state: p('state') })
          .where('recording', '=', p('recording'))
          .where('attempts', '=', p('attempts')),
    ),
    remove: database.prepare((db, p: Params<{ recording: number }>) =>
      db.deleteFrom('transcription').where('recording', '=', p('recording')),
    ),
  };
}
