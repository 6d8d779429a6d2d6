/** The statements of transcripts, each compiled once. */
import type { Database, Params, TranscriptTable } from '../../database/database.ts';
import type { TranscriptSource } from '../recording.ts';

const COLUMNS = [
  'id',
  'recording',
  'site',
  'host',
  'created_at',
  'written_at',
  'source',
  'language',
  'cues',
] as const;

export type TranscriptRow = Omit<TranscriptTable, 'id'> & { readonly id: number };

/** What is said in a recording, as lists tell of it: the words themselves are a file. */
export interface Transcript {
  readonly id: number;
  readonly recording: number;
  readonly site: number;
  /** The row of the account of the recording's host. */
  readonly host: number;
  /** Epoch milliseconds: when the recording was made, and when these words came. */
  readonly createdAt: number;
  readonly writtenAt: number;
  readonly source: TranscriptSource;
  /** A BCP 47 tag, where it is known. */
  readonly language: string | undefined;
  readonly cues: number;
}

export function transcriptOf(row: TranscriptRow): Transcript {
  const { id, recording, site, host, source, language, cues } = row;
  return {
    id,
    recording,
    site,
    host,
    createdAt: row.created_at,
    writtenAt: row.written_at,
    source,
    language: language === '' ? undefined : language,
    cues,
  };
}

export function transcriptStatements(database: Database) {
  return {
    byId: database.prepare<{ site: number; id: number }, TranscriptRow>((db, p) =>
      db.selectFrom('transcript').select(COLUMNS).where('id', '=', p('id')).where('site', '=', p('site')),
    ),
    ofRecording: database.prepare<{ recording: number }, TranscriptRow>((db, p) =>
      db.selectFrom('transcript').select(COLUMNS).where('recording', '=', p('recording')),
    ),
    insert: database.prepare<Omit<TranscriptTable, 'id'>, { id: number }>((db, p) =>
      db
        .insertInto('transcript')
        .values({
          recording: p('recording'),
          site: p('site'),
          host: p('host'),
          created_at: p('created_at'),
          written_at: p('written_at'),
          source: p('source'),
          language: p('language'),
          cues: p('cues'),
        })
        .returning('id'),
    ),
    replace: database.prepare(
      (
        db,
        p: Params<Pick<TranscriptTable, 'written_at' | 'source' | 'language' | 'cues'> & { id: number }>,
      ) =>
        db
          .updateTable('transcript')
          .set({
            written_at: p('written_at'),
            source: p('source'),
            language: p('language'),
            cues: p('cues'),
          })
          .where('id', '=', p('id')),
    ),
    remove: database.prepare((db, p: Params<{ id: number }>) =>
      db.deleteFrom('transcript').where('id', '=', p('id')),
    ),
  };
}
