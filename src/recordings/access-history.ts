/**
 * Who looked at which recording. Whoever makes recordings and hands them out writes it (`made`, `accessed`), in the
 * transaction that does so.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type {
  Database,
  Executor,
  Params,
  RecordedTable,
  RecordingAccessTable,
} from '../database/database.ts';
import { nameKey } from '../sessions/name-key.ts';
import type { Site } from '../sites/site.ts';
import { documentText, parsedDocument, upgraded } from '../stored/codec.ts';
import {
  type AccessedRecording,
  accessDetails,
  type NewAccess,
  type Recorded,
  type RecordingAccess,
} from './recording-access.ts';

/** Epoch milliseconds, both included. */
export interface TimeSpan {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface RecordedSearch {
  /** The row of the account whose recordings they are; without it the whole site. */
  readonly host?: number | undefined;
  readonly method: 'AND' | 'OR';
  readonly created?: TimeSpan | undefined;
  /** Recordings that somebody looked at then; what is counted is counted within it. */
  readonly viewed?: TimeSpan | undefined;
  /** The beginning of a name, in any case. */
  readonly recordName?: string | undefined;
}

export const RECORDED_ORDERS = ['RECORDID', 'UPLOADTIME', 'RECORDNAME'] as const;
export type RecordedOrder = (typeof RECORDED_ORDERS)[number];

export interface RecordedPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
}

/** Where a page begins, behind that row, and how many rows it has at most. */
export interface PageAfter {
  readonly after?: { readonly at: number; readonly id: number } | undefined;
  readonly max: number;
}

interface Ordered extends RecordedPage {
  readonly order: readonly { readonly by: RecordedOrder; readonly descending: boolean }[];
}

interface Found<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

interface Counts {
  readonly recorded: number;
  readonly registered: number;
  readonly downloaded: number;
  readonly viewed: number;
}

type NewAccessRow = Omit<RecordingAccessTable, 'id'>;
type AccessRow = NewAccessRow & { readonly id: number };

const COLUMNS: Readonly<Record<RecordedOrder, RawBuilder<unknown>>> = {
  RECORDID: sql`r.id`,
  UPLOADTIME: sql`r.created_at`,
  RECORDNAME: sql`r.name_key`,
};

export type AccessHistory = ReturnType<typeof openAccessHistory>;

export function openAccessHistory(database: Database) {
  const { builder } = database;
  const make = database.prepare((db, p: Params<RecordedTable>) =>
    db
      .insertInto('recorded')
      .values({
        id: p('id'),
        site: p('site'),
        host: p('host'),
        name: p('name'),
        name_key: p('name_key'),
        created_at: p('created_at'),
      })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({ host: p('host'), name: p('name'), name_key: p('name_key') }),
      ),
  );
  const access = database.prepare((db, p: Params<NewAccessRow>) =>
    db
      .insertInto('recording_access')
      .values({
        recorded: p('recorded'),
        site: p('site'),
        accessed_at: p('accessed_at'),
        name: p('name'),
        email: p('email'),
        registered_at: p('registered_at'),
        downloaded: p('downloaded'),
        viewed: p('viewed'),
        document: p('document'),
      })
      .returning('id'),
  );
  const byId = database.prepare<{ site: number; id: number }, AccessRow>((db, p) =>
    db.selectFrom('recording_access').selectAll().where('site', '=', p('site')).where('id', '=', p('id')),
  );

  const recordedById = database.prepare<{ site: number; id: number }, RecordedTable>((db, p) =>
    db.selectFrom('recorded').selectAll().where('site', '=', p('site')).where('id', '=', p('id')),
  );

  async function count(source: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ count: number }>`select count(*) as count from ${source}`.compile(builder);
    return (await database.first(query))?.count ?? 0;
  }

  async function countsOf(
    ids: readonly number[],
    viewed: TimeSpan | undefined,
  ): Promise<Map<number, Counts>> {
    const conditions = [sql`a.recorded in (${sql.join(ids)})`, ...within(sql`a.accessed_at`, viewed)];
    const query = sql<Counts>`select a.recorded as recorded, sum(a.downloaded) as downloaded,
        sum(a.viewed) as viewed, 
          count(distinct case when a.registered_at is not null then a.email end) as registered
      from recording_access as a where ${sql.join(conditions, sql` and `)} group by a.recorded`;
    const rows = await database.all(query.compile(builder));
    return new Map(rows.map((row) => [row.recorded, row]));
  }

  return {
    /** Something has been recorded, or has another name or host now. */
    async made(
      tx: Executor,
      site: Pick<Site, 'id'>,
      { recordID, recordName, ...recorded }: Recorded,
    ): Promise<void> {
      const { host, createdAt } = recorded;
      const name = { name: recordName, name_key: nameKey(recordName) };
      await make.run({ id: recordID, site: site.id, host, ...name, created_at: createdAt }, tx);
    },

    /**
     * Somebody looks at it, fetches it, or registers for it.
     * @returns the viewID
     */
    async accessed(tx: Executor, site: Pick<Site, 'id'>, { details, ...by }: NewAccess): Promise<number> {
      const written = await access.first(
        {
          recorded: by.recordID,
          site: site.id,
          accessed_at: by.accessedAt,
          name: by.name,
          email: by.email,
          registered_at: by.registeredAt,
          downloaded: by.downloaded ? 1 : 0,
          viewed: by.viewed ? 1 : 0,
          document: documentText(accessDetails, details),
        },
        tx,
      );
      if (!written) throw new Error('what was written down has no number');
      return written.id;
    },

    /** One time, by its viewID. */
    async access(site: Pick<Site, 'id'>, viewID: number): Promise<RecordingAccess | undefined> {
      const row = await byId.first({ site: site.id, id: viewID });
      return row && accessOf(row);
    },

    /** Recordings, the newest last where nothing else is asked for. */
    async recordings(site: Site, search: RecordedSearch, page: Ordered): Promise<Found<AccessedRecording>> {
      const matches = sql`recorded as r where ${conditionsOf(site, search)}`;
      const total = await count(matches);
      if (total < page.startFrom) return { total, rows: [] };
      const terms = page.order.map(({ by, descending }) => sql`${COLUMNS[by]} ${direction(descending)}`);
      const rows = await database.all(
        sql<RecordedTable>`select r.* from ${matches}
          order by ${sql.join([...terms, sql`r.created_at`, sql`r.id`])}
          limit ${page.maximumNum} offset ${page.startFrom - 1}`.compile(builder),
      );
      const counts = await countsOf(
        rows.map(({ id }) => id),
        search.viewed,
      );
      return { total, rows: rows.map((row) => ({ ...recordedOf(row), ...countedOf(counts.get(row.id)) })) };
    },

    /**
     * Everybody who looked at a recording, or at any, in the order in which they did.
     * @param host the row of the account whose recordings count; without it those of the whole site
     */
    async accesses(
      site: Site,
      { recordID, host }: { readonly recordID?: number | undefined; readonly host?: number | undefined },
      page: RecordedPage,
    ): Promise<Found<RecordingAccess>> {
      const conditions = [sql`a.site = ${site.id}`];
      if (recordID !== undefined) conditions.push(sql`a.recorded = ${recordID}`);
      if (host !== undefined) {
        conditions.push(
          sql`a.recorded in (select r.id from recorded as r where r.site = ${site.id} and r.host = ${host})`,
        );
      }
      const matches = sql`recording_access as a where ${sql.join(conditions, sql` and `)}`;
      const total = await count(matches);
      const rows = await database.all(
        sql<AccessRow>`select a.* from ${matches} order by a.accessed_at, a.id
          limit ${page.maximumNum} offset ${page.startFrom - 1}`.compile(builder),
      );
      return { total, rows: rows.map(accessOf) };
    },

    /** Recordings page after page, the newest first, with all that was ever counted. */
    async newest(
      site: Pick<Site, 'id'>,
      { host, created }: Pick<RecordedSearch, 'host' | 'created'>,
      { after, max }: PageAfter,
    ): Promise<readonly AccessedRecording[]> {
      const conditions = [sql`r.site = ${site.id}`, ...within(sql`r.created_at`, created)];
      if (host !== undefined) conditions.push(sql`r.host = ${host}`);
      if (after) conditions.push(sql`(r.created_at, r.id) < (${after.at}, ${after.id})`);
      // SQLite takes two bounds of a time for less than one host: the index is named.
      const index = host === undefined ? 'recorded_by_creation' : 'recorded_of_host';
      const along = database.dialect === 'sqlite' ? sql`indexed by ${sql.ref(index)}` : sql``;
      const rows = await database.all(
        sql<RecordedTable>`select r.* from recorded as r ${along} where ${sql.join(conditions, sql` and `)}
          order by r.created_at desc, r.id desc limit ${max}`.compile(builder),
      );
      const counts =
        rows.length === 0
          ? new Map<number, Counts>()
          : await countsOf(
              rows.map(({ id }) => id),
              undefined,
            );
      return rows.map((row) => ({ ...recordedOf(row), ...countedOf(counts.get(row.id)) }));
    },

    /** What was recorded, whether it is still there or not. */
    async recorded(site: Pick<Site, 'id'>, recordID: number): Promise<Recorded | undefined> {
      const row = await recordedById.first({ site: site.id, id: recordID });
      return row && recordedOf(row);
    },

    /** Everybody who looked at a recording, page after page, the last first. */
    async latest(recordID: number, { after, max }: PageAfter): Promise<readonly RecordingAccess[]> {
      const conditions = [sql`a.recorded = ${recordID}`];
      if (after) conditions.push(sql`(a.accessed_at, a.id) < (${after.at}, ${after.id})`);
      const rows = await database.all(
        sql<AccessRow>`select a.* from recording_access as a where ${sql.join(conditions, sql` and `)}
          order by a.accessed_at desc, a.id desc limit ${max}`.compile(builder),
      );
      return rows.map(accessOf);
    },
  };
}

function conditionsOf(
  site: Site,
  { host, method, created, viewed, recordName }: RecordedSearch,
): RawBuilder<unknown> {
  const prefix = nameKey(recordName ?? '');
  const views = within(sql`a.accessed_at`, viewed);
  const criteria = [
    ...within(sql`r.created_at`, created),
    ...views.map(
      (view) =>
        sql`r.id in (select a.recorded from recording_access as a where a.site = ${site.id} and ${view})`,
    ),
    ...(recordName === undefined
      ? []
      : [sql`(r.name_key >= ${prefix} and r.name_key < ${`${prefix}\u{10ffff}`})`]),
  ];
  const conditions = [sql`r.site = ${site.id}`];
  if (host !== undefined) conditions.push(sql`r.host = ${host}`);
  if (criteria.length > 0) {
    conditions.push(sql`(${sql.join(criteria, method === 'AND' ? sql` and ` : sql` or `)})`);
  }
  return sql.join(conditions, sql` and `);
}

/** One condition, in brackets; none of a span without bounds. */
function within(column: RawBuilder<unknown>, span: TimeSpan | undefined): RawBuilder<SqlBool>[] {
  const bounds = [
    span?.from !== undefined && sql<SqlBool>`${column} >= ${span.from}`,
    span?.to !== undefined && sql<SqlBool>`${column} <= ${span.to}`,
  ].filter((bound) => bound !== false);
  return bounds.length === 0 ? [] : [sql<SqlBool>`(${sql.join(bounds, sql` and `)})`];
}

function direction(descending: boolean): RawBuilder<unknown> {
  return descending ? sql`desc` : sql`asc`;
}

function recordedOf({ id, host, name, created_at }: RecordedTable): Recorded {
  return { recordID: id, host, recordName: name, createdAt: created_at };
}

function countedOf(counts: Counts | undefined): Omit<Counts, 'recorded'> {
  const { registered = 0, downloaded = 0, viewed = 0 } = counts ?? {};
  return { registered, downloaded, viewed };
}

function accessOf(row: AccessRow): RecordingAccess {
  return {
    viewID: row.id,
    recordID: row.recorded,
    accessedAt: row.accessed_at,
    name: row.name,
    email: row.email,
    registeredAt: row.registered_at,
    downloaded: row.downloaded === 1,
    viewed: row.viewed === 1,
    details: upgraded(accessDetails, parsedDocument(row.document)),
  };
}
