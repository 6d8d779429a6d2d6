/**
 * The sessions that an account has to do with, in the order of their starts: page after page from where the last one
 * ended, read along the index of the account's sessions, so that no page costs more than the first.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../../database/database.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { readDocument } from '../documents/session-document.ts';
import type { SessionWithDocument } from '../session.ts';
import { SESSION_COLUMNS, type SessionRow, sessionOf } from '../session-rows.ts';

export interface AlongSearch {
  /** The row of the account. */
  readonly account: number;
  /** Epoch milliseconds; `from` is included, `to` is not. */
  readonly from: number;
  readonly to: number;
  readonly services?: readonly ServiceType[] | undefined;
  /** Every start of a series; without it a series is found once, by its first start in the window. */
  readonly everyStart?: boolean | undefined;
  /** The place of the last one that is known. */
  readonly after?: StartPlace | undefined;
  readonly most: number;
}

export interface StartPlace {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The row of the session. */
  readonly id: number;
}

export interface FoundAlong {
  readonly session: SessionWithDocument;
  readonly place: StartPlace;
  /** The bits of `MEMBER` that the account has in it. */
  readonly kinds: number;
}

interface Found {
  readonly id: number;
  readonly at: number;
  readonly kinds: number;
}

export function openMeetingsAlong(database: Database) {
  /** @param site whose starts have been worked out for the window (`Sessions.workOutFor`) */
  return async (site: Site, search: AlongSearch): Promise<FoundAlong[]> => {
    const found = await database.all<Found>(
      sql<Found>`select id, at, kinds from (select * from (${single(site, search)}) as singles
        union all select * from (${series(site, search)}) as series) as found
        order by at, id limit ${search.most}`.compile(database.builder),
    );
    if (found.length === 0) return [];
    const rows = await database.all<SessionRow & { readonly document: string }>(
      database.builder
        .selectFrom('session')
        .select([...SESSION_COLUMNS, 'document'])
        .where(
          'id',
          'in',
          found.map(({ id }) => id),
        )
        .compile(),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return found.flatMap(({ id, at, kinds }) => {
      const row = byId.get(id);
      if (!row) return [];
      const session = { ...sessionOf(row), document: readDocument(row.document, row.service) };
      return [{ session, place: { at: Number(at), id }, kinds }];
    });
  };
}

function single(site: Site, search: AlongSearch): RawBuilder<unknown> {
  const conditions = conditionsOf(site, search, sql.ref('m.start_at'), sql.ref('m.session'));
  return sql`select m.session as id, m.start_at as at, m.kinds as kinds
    from session_member as m join session as s on s.id = m.session
    where s.recurring = ${sql.lit(0)} and ${sql.join(conditions, sql` and `)}
    order by m.start_at, m.session limit ${search.most}`;
}

function series(site: Site, search: AlongSearch): RawBuilder<unknown> {
  const conditions = conditionsOf(site, search, sql.ref('o.start_at'), sql.ref('o.session'));
  if (!search.everyStart) {
    conditions.push(sql`not exists (select 1 from occurrence as earlier
      where earlier.session = o.session and earlier.start_at >= ${search.from} and earlier.start_at < o.start_at)`);
  }
  return sql`select o.session as id, o.start_at as at, m.kinds as kinds
    from session_member as m join session as s on s.id = m.session join occurrence as o on o.session = s.id
    where s.recurring = ${sql.lit(1)} and ${sql.join(conditions, sql` and `)}
    order by o.start_at, o.session limit ${search.most}`;
}

function conditionsOf(
  site: Site,
  { account, from, to, services, after }: AlongSearch,
  start: RawBuilder<unknown>,
  session: RawBuilder<unknown>,
): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [
    sql`m.account = ${account}`,
    sql`s.site = ${site.id}`,
    sql`${start} >= ${from}`,
    sql`${start} < ${to}`,
  ];
  if (services) conditions.push(sql`s.service in (${sql.join(services)})`);
  if (after) conditions.push(sql`(${start}, ${session}) > (${after.at}, ${after.id})`);
  return conditions;
}
