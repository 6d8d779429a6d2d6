/** Lists of transcripts that are read page after page, along the time at which what they are of was recorded, the newest first. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { Site } from '../../sites/site.ts';
import type { Recording } from '../recording.ts';
import { type NarrowingSearch, narrowing } from '../recording-list.ts';
import type { PageOfRecordings } from '../recording-pages.ts';
import { RECORDING_COLUMNS, type RecordingRow, recordingOf } from '../recording-rows.ts';
import { type Transcript, type TranscriptRow, transcriptOf } from './transcript-statements.ts';

export interface FoundTranscript {
  readonly transcript: Transcript;
  readonly recording: Recording;
}

/** Of one host; and of a meeting, or of a time. */
export type TranscriptSearch = Pick<NarrowingSearch, 'sessionKey' | 'runs' | 'createdFrom' | 'createdTo'> & {
  readonly host: number;
};

type Row = RecordingRow & {
  readonly transcript: number;
  readonly written_at: number;
  readonly source: TranscriptRow['source'];
  readonly language: string;
  readonly cues: number;
};

export type TranscriptPages = ReturnType<typeof openTranscriptPages>;

export function openTranscriptPages(database: Database) {
  const { builder } = database;
  const columns = sql.join(RECORDING_COLUMNS.map((column) => sql.ref(`r.${column}`)));
  const isThere = sql`r.id = t.recording and r.state = 'READY' and r.deleted_at is null`;

  async function found(from: RawBuilder<unknown>, conditions: readonly RawBuilder<unknown>[], max: number) {
    const query = sql<Row>`select ${columns}, t.id as transcript, t.written_at, t.source, t.language, t.cues
      from ${from} where ${sql.join(conditions, sql` and `)}
      order by t.created_at desc, t.id desc limit ${max}`;
    return (await database.all(query.compile(builder))).map(foundOf);
  }

  return {
    /** Those of recordings that can be had, and do not lie in the bin. */
    async newest(
      site: Pick<Site, 'id'>,
      { host, createdFrom, createdTo, ...search }: TranscriptSearch,
      { after, max }: PageOfRecordings,
    ): Promise<readonly FoundTranscript[]> {
      const conditions = [
        sql`t.site = ${site.id} and t.host = ${host} and ${isThere}`,
        ...narrowing(search),
        ...(createdFrom === undefined ? [] : [sql`t.created_at >= ${createdFrom}`]),
        ...(createdTo === undefined ? [] : [sql`t.created_at <= ${createdTo}`]),
        ...(after ? [sql`(t.created_at, t.id) < (${after.createdAt}, ${after.id})`] : []),
      ];
      // The order of the join is given: the list of the host leads, and the recordings are found by their keys.
      return found(sql`transcript as t cross join recording as r`, conditions, max);
    },

    /** One that can be had. */
    async find(site: Pick<Site, 'id'>, id: number): Promise<FoundTranscript | undefined> {
      const conditions = [sql`t.id = ${id} and t.site = ${site.id} and ${isThere}`];
      return (await found(sql`transcript as t cross join recording as r`, conditions, 1))[0];
    },

    /** Which of the times that meetings ran have one. */
    async ofRuns(site: Pick<Site, 'id'>, runs: readonly number[]): Promise<ReadonlySet<number>> {
      if (runs.length === 0) return new Set();
      // The runs lead: by the site alone SQLite would read all that it has recorded.
      const query = sql<{
        run: number;
      }>`select distinct r.run as run from recording as r cross join transcript as t
        where r.run in (${sql.join(runs)}) and ${isThere} and t.site = ${site.id}`;
      return new Set((await database.all(query.compile(builder))).map(({ run }) => run));
    },
  };
}

function foundOf({ transcript: id, written_at, source, language, cues, ...row }: Row): FoundTranscript {
  const { site, host, created_at } = row;
  return {
    recording: recordingOf(row),
    transcript: transcriptOf({
      ...{ id, recording: row.id, site, host, created_at, written_at, source, language, cues },
    }),
  };
}
