/**
 * Lists of the history: sessions that have ended, and the stays of people in them. A page is read along an index, and
 * the total of a site's list comes from kept counts.
 */
import { type RawBuilder, sql } from 'kysely';
import type { AttendanceTable, Database, UsageTable } from '../database/database.ts';
import type { Site } from '../sites/site.ts';
import { boundedBy, type Counted, countedBy, openHistoryCounts } from './history-counts.ts';
import {
  ATTENDANCE_TERMS,
  type AttendanceOrder,
  type HistoryOrder,
  USAGE_TERMS,
  type UsageOrder,
} from './history-order.ts';
import {
  ATTENDANCES,
  conditionsOf,
  type HistorySearch,
  type Source,
  spansOf,
  USAGES,
} from './history-search.ts';
import type { Attendance, Usage } from './usage.ts';
import { attendanceOf, usageOf } from './usage-rows.ts';

export interface HistoryPage<W extends string> {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly HistoryOrder<W>[];
}

/** A session that has ended. */
export type EndedUsage = Usage & { readonly endedAt: number };

/** A stay that has ended, with the session that it was in. */
export interface EndedAttendance extends Attendance {
  readonly leftAt: number;
  readonly session: EndedUsage;
}

export interface HistoryFound<T> {
  /** How many match in all. */
  readonly total: number;
  readonly rows: readonly T[];
}

export type HistoryList = ReturnType<typeof openHistoryList>;

/** So many are sorted as they are found; more are read in their order. */
const FEW = 2_000;

/** @param few another number of rows that are sorted as they are found */
export function openHistoryList(database: Database, few = FEW) {
  const { builder, dialect } = database;
  const counts = openHistoryCounts(database);

  async function found<W extends string>(
    source: Source,
    site: Site,
    search: HistorySearch,
    page: HistoryPage<W>,
    columns: Readonly<Record<W, (of: typeof dialect) => RawBuilder<unknown>>>,
  ): Promise<{ readonly total: number; readonly ids: readonly number[] }> {
    const by = countedBy(search);
    const counted = by && (await counts.within(site, search, by));
    const within = await boundsOfStart(source, site, search, counted);
    const fitting = (byStart: boolean) =>
      within
        ? sql`${conditionsOf(source, site, beside(source, search), dialect, byStart)} ${within}`
        : conditionsOf(source, site, search, dialect, byStart);
    const total = counted ? totalOf(source, counted) : await count(source, fitting(within !== undefined));
    if (total < page.startFrom) return { total, ids: [] };
    const areFew = counted !== undefined && total <= few;
    const isByStart = page.order.every(({ by: word }) => word === 'STARTTIME' || word === 'SESSIONSTARTTIME');
    const terms = isByStart
      ? directed([source.startTime, id(source)], page.order[0]?.descending ?? false, areFew)
      : [
          ...page.order.flatMap(({ by: word, descending }) =>
            directed([columns[word](dialect)], descending, areFew),
          ),
          source.startTime,
          id(source),
        ];
    // By their start: few are found by their end and sorted, many are read along the starts.
    const alongStarts = isByStart && !areFew && (counted !== undefined || within !== undefined);
    const query = sql<{ id: number }>`select ${id(source)} as id
      from ${isByStart ? source.from : joined(source)} where ${fitting(alongStarts)}
      order by ${sql.join(terms)} limit ${page.maximumNum} offset ${page.startFrom - 1}`;
    const rows = await database.all(query.compile(builder));
    return { total, ids: rows.map((row) => row.id) };
  }

  async function count(source: Source, conditions: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ count: number }>`select count(*) as count from ${source.from} where ${conditions}`;
    return (await database.first(query.compile(builder)))?.count ?? 0;
  }

  /** What began too early to end within the window, or too late, need not be looked at. */
  async function boundsOfStart(
    source: Source,
    site: Site,
    search: HistorySearch,
    counted: Counted | undefined,
  ): Promise<RawBuilder<unknown> | undefined> {
    const by = boundedBy(search);
    if (!by) return undefined;
    const longest = counted?.longest ?? (await counts.longest(site, search, by));
    const { started, ended } = spansOf(search);
    // People come while it lasts.
    const later = source === ATTENDANCES ? longest : 0;
    const from = Math.max(started?.from ?? 0, (ended?.from ?? 0) - longest);
    const to = Math.min(ended?.to ?? Infinity, (started?.to ?? Infinity) + later);
    return sql`${from > 0 ? sql`and ${source.startTime} >= ${from}` : sql``}
      ${Number.isFinite(to) ? sql`and ${source.startTime} <= ${to}` : sql``}`;
  }

  async function usages(ids: readonly number[]): Promise<Map<number, EndedUsage>> {
    if (ids.length === 0) return new Map();
    const query = builder.selectFrom('usage').selectAll().where('id', 'in', ids).compile();
    const rows = await database.all<UsageTable>(query);
    return new Map(rows.map((row) => [row.id, { ...usageOf(row), endedAt: row.ended_at ?? 0 }]));
  }

  return {
    async sessions(
      site: Site,
      search: HistorySearch,
      page: HistoryPage<UsageOrder>,
    ): Promise<HistoryFound<EndedUsage>> {
      const { total, ids } = await found(USAGES, site, search, page, USAGE_TERMS);
      const byId = await usages(ids);
      return { total, rows: ids.flatMap((one) => byId.get(one) ?? []) };
    },

    async attendances(
      site: Site,
      search: HistorySearch,
      page: HistoryPage<AttendanceOrder>,
    ): Promise<HistoryFound<EndedAttendance>> {
      const { total, ids } = await found(ATTENDANCES, site, search, page, ATTENDANCE_TERMS);
      if (ids.length === 0) return { total, rows: [] };
      const query = builder.selectFrom('attendance').selectAll().where('id', 'in', ids).compile();
      const read = await database.all<AttendanceTable>(query);
      const byId = new Map(read.map((row) => [row.id, row]));
      const sessions = await usages([...new Set(read.map(({ usage }) => usage))]);
      const rows = ids.flatMap((one) => {
        const row = byId.get(one);
        const session = row && sessions.get(row.usage);
        return session ? { ...attendanceOf(row), leftAt: row.left_at ?? session.endedAt, session } : [];
      });
      return { total, rows };
    },
  };
}

function id({ alias }: Source): RawBuilder<unknown> {
  return sql.ref(`${alias}.id`);
}

/** With the usage, whose columns some orders name. */
function joined(source: Source): RawBuilder<unknown> {
  return source.alias === 'u' ? source.from : sql`${source.from} join usage as u on u.id = a.usage`;
}

/** @param isComputed what is computed is sorted: no index has its order */
function directed(
  columns: readonly RawBuilder<unknown>[],
  descending: boolean,
  isComputed: boolean,
): RawBuilder<unknown>[] {
  return columns.map((column) => {
    const term = isComputed ? sql`coalesce(${column}, null)` : column;
    return descending ? sql`${term} desc` : sql`${term} asc`;
  });
}

/** What the bounds of the start do not say: SQLite finds its way by one pair of bounds, and not by two. */
function beside(source: Source, search: HistorySearch): HistorySearch {
  if (source === ATTENDANCES || spansOf(search).started === undefined) return search;
  return { ...search, criteria: { ...search.criteria, started: undefined } };
}

function totalOf({ alias }: Source, { usages, attendances }: Counted): number {
  return alias === 'u' ? usages : attendances;
}
