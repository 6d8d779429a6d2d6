/**
 * The history page after page, the newest first: each page goes on behind the last row of the one before, along an index.
 * Only what has ended is told.
 */
import { type RawBuilder, sql } from 'kysely';
import type { AttendanceTable, Database, UsageTable } from '../database/database.ts';
import { nameKey } from '../sessions/name-key.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import type { EndedAttendance, EndedUsage } from './history-list.ts';
import { attendanceOf, usageOf } from './usage-rows.ts';

/** What is absent narrows nothing. Bounds are epoch milliseconds, both included. */
export interface UsageSearch {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** What ended before is not told. */
  readonly since?: number | undefined;
  /** The row of the account that held them. */
  readonly host?: number | undefined;
  readonly service?: ServiceType | undefined;
  readonly sessionKey?: number | undefined;
  /** The whole name, in any case. */
  readonly confName?: string | undefined;
}

/** Where a page of sessions begins: behind this one. */
export interface AfterUsage {
  readonly startedAt: number;
  readonly id: number;
}

/** Where a page of people begins: behind this stay. */
export interface AfterAttendance extends AfterUsage {
  readonly joinedAt: number;
  readonly stay: number;
}

interface Page<A> {
  readonly after?: A | undefined;
  /** Rows, at most. Whoever asks for one more than they show knows whether another page follows. */
  readonly max: number;
}

const SERVICES = ['MeetingCenter', 'EventCenter', 'TrainingCenter', 'SupportCenter', 'SalesCenter'] as const;

export type HistoryPages = ReturnType<typeof openHistoryPages>;

export function openHistoryPages(database: Database) {
  const { builder, dialect } = database;

  async function usages(
    site: Pick<Site, 'id'>,
    search: UsageSearch,
    { after, max, withAfter = false }: Page<AfterUsage> & { readonly withAfter?: boolean },
  ): Promise<readonly EndedUsage[]> {
    const conditions = conditionsOf(site, search);
    if (after) {
      const key = sql`(u.started_at, u.id)`;
      const bound = sql`(${after.startedAt}, ${after.id})`;
      conditions.push(withAfter ? sql`${key} <= ${bound}` : sql`${key} < ${bound}`);
    }
    // SQLite takes two bounds of a time for less than one name, and would read all of that time: the index is named.
    const along = dialect === 'sqlite' ? sql`indexed by ${sql.ref(indexFor(search))}` : sql``;
    const query = sql<UsageTable>`select u.* from usage as u ${along}
      where ${sql.join(conditions, sql` and `)}
      order by u.started_at desc, u.id desc limit ${max}`;
    const rows = await database.all(query.compile(builder));
    return rows.map((row) => ({ ...usageOf(row), endedAt: row.ended_at ?? 0 }));
  }

  return {
    /** One time that a session ran is one row. */
    usages: (
      site: Pick<Site, 'id'>,
      search: UsageSearch & { readonly service: ServiceType },
      page: Page<AfterUsage>,
    ): Promise<readonly EndedUsage[]> => usages(site, search, page),

    /**
     * A row for each stay: those of the newest session first, and of each session whoever came last.
     * @param search by a session's key or its name: few sessions fit
     */
    async attendances(
      site: Pick<Site, 'id'>,
      search: UsageSearch,
      { after, max }: Page<AfterAttendance>,
    ): Promise<readonly EndedAttendance[]> {
      const found: EndedAttendance[] = [];
      let from: AfterUsage | undefined = after;
      let isFirst = after !== undefined;
      while (found.length < max) {
        const sessions = await usages(site, search, { after: from, max, withAfter: isFirst });
        if (sessions.length === 0) break;
        found.push(...(await staysOf(sessions, isFirst ? after : undefined, max - found.length)));
        from = sessions.map(({ startedAt, id }) => ({ startedAt, id })).at(-1);
        isFirst = false;
      }
      return found;
    },

    /** When each of these times that sessions ran began; what is not kept any more is missing. */
    async starts(runs: readonly (number | null)[]): Promise<ReadonlyMap<number, number>> {
      const ids = [...new Set(runs.filter((run) => run !== null))];
      if (ids.length === 0) return new Map();
      const query = builder.selectFrom('usage').select(['id', 'started_at']).where('id', 'in', ids).compile();
      return new Map((await database.all(query)).map((row) => [row.id, row.started_at]));
    },
  };

  async function staysOf(
    sessions: readonly EndedUsage[],
    after: AfterAttendance | undefined,
    max: number,
  ): Promise<readonly EndedAttendance[]> {
    const byId = new Map(sessions.map((session) => [session.id, session]));
    const conditions = [sql`a.usage in (${sql.join([...byId.keys()])})`];
    if (after) {
      const bound = sql.join([after.startedAt, after.id, after.joinedAt, after.stay]);
      conditions.push(sql`(a.session_started_at, a.usage, a.joined_at, a.id) < (${bound})`);
    }
    const query = sql<AttendanceTable>`select a.* from attendance as a
      where ${sql.join(conditions, sql` and `)}
      order by a.session_started_at desc, a.usage desc, a.joined_at desc, a.id desc limit ${max}`;
    const rows = await database.all(query.compile(builder));
    return rows.flatMap((row) => {
      const session = byId.get(row.usage);
      return session ? [{ ...attendanceOf(row), leftAt: row.left_at ?? session.endedAt, session }] : [];
    });
  }
}

function conditionsOf(site: Pick<Site, 'id'>, search: UsageSearch): RawBuilder<unknown>[] {
  const { from, to, since, host, service, sessionKey, confName } = search;
  const conditions: RawBuilder<unknown>[] = [
    sql`u.site = ${site.id}`,
    // A literal: the partial indexes are chosen by it.
    sql`u.ended_at is not null`,
  ];
  if (from !== undefined) conditions.push(sql`u.started_at >= ${from}`);
  if (to !== undefined) conditions.push(sql`u.started_at <= ${to}`);
  if (since !== undefined) conditions.push(sql`u.ended_at >= ${since}`);
  if (host !== undefined) conditions.push(sql`u.host = ${host}`);
  if (sessionKey !== undefined) conditions.push(sql`u.session_key = ${sessionKey}`);
  if (confName !== undefined) conditions.push(sql`u.name_key = ${nameKey(confName)}`);
  const services = service === undefined && confName !== undefined ? SERVICES : service && [service];
  if (services) conditions.push(sql`u.service in (${sql.join(services)})`);
  return conditions;
}

function indexFor({ sessionKey, confName }: UsageSearch): string {
  if (sessionKey !== undefined) return 'usage_by_session';
  return confName === undefined ? 'usage_by_start' : 'usage_by_name';
}
