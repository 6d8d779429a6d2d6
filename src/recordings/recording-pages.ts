/**
 * Lists of recordings that are read page after page, the newest first: each page goes on behind the last recording of the
 * one before, along an index. They are those that other lists tell of (`recording-list.ts`).
 */
import { type RawBuilder, sql } from 'kysely';
import type { Database, PurgedRecordingTable } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { FORMATS, type Recording } from './recording.ts';
import { type RecordingHost, withHosts } from './recording-hosts.ts';
import { type NarrowingSearch, narrowing, type RecordingSearch, searchConditions } from './recording-list.ts';
import { RECORDING_COLUMNS, type RecordingRow, recordingOf } from './recording-rows.ts';

/** Where a page begins: behind this recording. */
export interface AfterRecording {
  readonly createdAt: number;
  readonly id: number;
}

export interface PageOfRecordings {
  readonly after?: AfterRecording | undefined;
  /** Rows, at most. Whoever asks for one more than they show knows whether another page follows. */
  readonly max: number;
}

export type PagedRecording = Recording & RecordingHost & { readonly isShared: boolean };

/** What is told of one that was deleted for good. */
export type PurgedRecording = Pick<
  Recording,
  | 'id'
  | 'site'
  | 'host'
  | 'name'
  | 'service'
  | 'sessionKey'
  | 'confID'
  | 'run'
  | 'createdAt'
  | 'duration'
  | 'bytes'
  | 'format'
> &
  RecordingHost & { readonly purgedAt: number };

export type RecordingPages = ReturnType<typeof openRecordingPages>;

export function openRecordingPages(database: Database) {
  const { builder } = database;
  const columns = sql.join(RECORDING_COLUMNS.map((column) => sql.ref(`r.${column}`)));

  const purgedById = database.prepare<{ site: number; id: number }, PurgedRecordingTable>((db, p) =>
    db.selectFrom('purged_recording').selectAll().where('id', '=', p('id')).where('site', '=', p('site')),
  );

  async function owned(site: Site, search: RecordingSearch, page: PageOfRecordings) {
    const conditions = [...searchConditions(site, search), ...behind(page, 'r')];
    const query = sql<RecordingRow>`select ${columns} from recording as r ${along(search)}
      where ${sql.join(conditions, sql` and `)}
      order by r.created_at desc, r.id desc limit ${page.max}`;
    return (await database.all(query.compile(builder))).map(recordingOf);
  }

  /** SQLite takes two bounds of a time for less than one host, and would read the whole site's: the index is named. */
  function along(search: RecordingSearch): RawBuilder<unknown> {
    return database.dialect === 'sqlite' ? sql`indexed by ${sql.ref(indexFor(search))}` : sql``;
  }

  /** Along the list of what is shared with the account: few are, of all that the site has. */
  async function shared(site: Site, account: number, search: RecordingSearch, page: PageOfRecordings) {
    const conditions = [
      sql`s.account = ${account}`,
      sql`r.id = s.recording`,
      ...searchConditions(site, { ...search, host: undefined, createdFrom: undefined, createdTo: undefined }),
      ...(search.createdFrom === undefined ? [] : [sql`s.created_at >= ${search.createdFrom}`]),
      ...(search.createdTo === undefined ? [] : [sql`s.created_at <= ${search.createdTo}`]),
      ...(page.after ? [sql`(s.created_at, s.recording) < (${page.after.createdAt}, ${page.after.id})`] : []),
    ];
    // The order of the join is given: the list of the account leads, and the recordings are found by their keys.
    const query = sql<RecordingRow>`select ${columns} from recording_share as s cross join recording as r
      where ${sql.join(conditions, sql` and `)}
      order by s.created_at desc, s.recording desc limit ${page.max}`;
    return (await database.all(query.compile(builder))).map(recordingOf);
  }

  return {
    /**
     * @param sharedWith the row of an account: what others have shared with it is in the list too
     */
    async newest(
      site: Site,
      search: RecordingSearch,
      page: PageOfRecordings,
      sharedWith?: number,
    ): Promise<readonly PagedRecording[]> {
      const own = (await owned(site, search, page)).map((one) => ({ ...one, isShared: false }));
      const others =
        sharedWith === undefined
          ? []
          : (await shared(site, sharedWith, search, page)).map((one) => ({ ...one, isShared: true }));
      const found = others.length === 0 ? own : [...own, ...others].sort(newestFirst).slice(0, page.max);
      return withHosts(database, found);
    },

    /** Of the site; nothing for one that is there, or of which nothing is kept. */
    async purgedById(site: Pick<Site, 'id'>, id: number): Promise<PurgedRecording | undefined> {
      const row = await purgedById.first({ site: site.id, id });
      return row && (await withHosts(database, [purgedOf(row)]))[0];
    },

    /** Of what was deleted for good, the newest first. */
    async purged(
      site: Site,
      search: NarrowingSearch,
      page: PageOfRecordings,
    ): Promise<readonly PurgedRecording[]> {
      const conditions = [sql`r.site = ${site.id}`, ...narrowing(search), ...behind(page, 'r')];
      const query = sql<PurgedRecordingTable>`select r.* from purged_recording as r
        where ${sql.join(conditions, sql` and `)}
        order by r.created_at desc, r.id desc limit ${page.max}`;
      const rows = await database.all(query.compile(builder));
      return withHosts(database, rows.map(purgedOf));
    },
  };
}

function indexFor({ host, sessionKey, confID, inBin }: RecordingSearch): string {
  if (sessionKey !== undefined) return 'recording_by_session';
  if (confID !== undefined) return 'recording_by_conference';
  if (inBin) return host === undefined ? 'recording_bin_of_site' : 'recording_bin_of_host';
  return host === undefined ? 'recording_by_creation' : 'recording_by_host';
}

function behind({ after }: PageOfRecordings, alias: string): RawBuilder<unknown>[] {
  if (!after) return [];
  const key = sql`(${sql.ref(`${alias}.created_at`)}, ${sql.ref(`${alias}.id`)})`;
  return [sql`${key} < (${after.createdAt}, ${after.id})`];
}

function newestFirst(one: AfterRecording, other: AfterRecording): number {
  return other.createdAt - one.createdAt || other.id - one.id;
}

function purgedOf(row: PurgedRecordingTable): Omit<PurgedRecording, keyof RecordingHost> {
  return {
    id: row.id,
    site: row.site,
    host: row.host,
    name: row.name,
    service: row.service,
    sessionKey: row.session_key,
    confID: row.conf_id,
    run: row.run,
    createdAt: row.created_at,
    duration: row.duration,
    bytes: row.bytes,
    format: FORMATS.find((one) => one === row.format) ?? 'ARF',
    purgedAt: row.purged_at,
  };
}
