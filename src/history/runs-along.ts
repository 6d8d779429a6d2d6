/** The times that sessions of an account ran, the newest first, page after page from where the last one ended. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database, UsageTable } from '../database/database.ts';
import { keysOfMember } from '../sessions/session-facts.ts';
import { SERVICE_TYPES, type ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import type { Usage } from './usage.ts';
import { usageOf } from './usage-rows.ts';

export interface RunsSearch {
  /** The row of the account: its host then, or somebody who has to do with the session now. */
  readonly account: number;
  /** Bounds of the start, in epoch milliseconds; `from` is included, `to` is not. */
  readonly from: number;
  readonly to: number;
  readonly services?: readonly ServiceType[] | undefined;
  /** Those that are over, or those that run; all without it. */
  readonly ended?: boolean | undefined;
  /** The place of the last one that is known. */
  readonly after?: { readonly at: number; readonly id: number } | undefined;
  readonly most: number;
}

export function openRunsAlong(database: Database) {
  return async (site: Site, search: RunsSearch): Promise<Usage[]> => {
    const { account, most } = search;
    const conditions = sql.join(conditionsOf(site, search), sql` and `);
    // Two ways, each along an index of its own: what the account hosted, and what it has to do with.
    const hosted = sql`select u.id as id, u.started_at as at from usage as u where u.host = ${account}
      and u.ended_at is not null and ${conditions} order by u.started_at desc, u.id desc limit ${most}`;
    const known = sql`select u.id as id, u.started_at as at from usage as u
      where u.session_key in (${keysOfMember(site, account)})
      and ${conditions} order by u.started_at desc, u.id desc limit ${most}`;
    const found = await database.all<{ readonly id: number }>(
      sql<{ id: number }>`select id, at from (select * from (${hosted}) as hosted
        union select * from (${known}) as known) as found
        order by at desc, id desc limit ${most}`.compile(database.builder),
    );
    if (found.length === 0) return [];
    const rows = await database.all<UsageTable>(
      database.builder
        .selectFrom('usage')
        .selectAll()
        .where(
          'id',
          'in',
          found.map(({ id }) => id),
        )
        .compile(),
    );
    const byId = new Map(rows.map((row) => [row.id, usageOf(row)]));
    return found.flatMap(({ id }) => byId.get(id) ?? []);
  };
}

function conditionsOf(
  site: Site,
  { from, to, services = SERVICE_TYPES, ended, after }: RunsSearch,
): RawBuilder<SqlBool>[] {
  const conditions: RawBuilder<SqlBool>[] = [
    sql`u.site = ${site.id}`,
    sql`u.service in (${sql.join(services)})`,
    sql`u.started_at >= ${from}`,
    sql`u.started_at < ${to}`,
  ];
  if (ended !== undefined) {
    conditions.push(ended ? sql`u.ended_at is not null` : sql`u.ended_at is null`);
  }
  if (after) conditions.push(sql`(u.started_at, u.id) < (${after.at}, ${after.id})`);
  return conditions;
}
