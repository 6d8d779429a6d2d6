/** What a list of sessions looks for, and the statement that finds it. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { nameKey } from '../name-key.ts';
import { keyOfConfID } from '../numbers.ts';
import type { ListStatus } from '../session.ts';

/** Bounds of a start and of an end, both included; epoch milliseconds. */
export interface SessionWindow {
  readonly startFrom?: number | undefined;
  readonly startTo?: number | undefined;
  readonly endFrom?: number | undefined;
  readonly endTo?: number | undefined;
}

export interface SessionSearch {
  /** The row of an account and the bits of `MEMBER` that count; without it the whole site. */
  readonly member?: { readonly account: number; readonly kinds: number } | undefined;
  readonly services?: readonly ServiceType[] | undefined;
  readonly sessionTypes?: readonly number[] | undefined;
  readonly exceptTypes?: readonly number[] | undefined;
  readonly window?: SessionWindow | undefined;
  readonly sessionKey?: number | undefined;
  /** Sales sessions about one of those accounts, or of those opportunities, by their numbers. */
  readonly salesAccounts?: readonly number[] | undefined;
  readonly opportunities?: readonly number[] | undefined;
  /** Events of that program. */
  readonly program?: number | undefined;
  readonly listed?: readonly ListStatus[] | undefined;
  readonly confID?: number | undefined;
  /** The beginning of a name, in any case. */
  readonly confName?: string | undefined;
  readonly inProgress?: boolean | undefined;
  readonly recurring?: boolean | undefined;
}

/**
 * `id` and `at` of everything that matches. Within a window a series counts once, by its first occurrence
 * in it; single sessions and series are found along an index of their own each.
 */
export function matching(site: Site, search: SessionSearch): RawBuilder<unknown> {
  const { window, recurring } = search;
  if (!window) return plain(site, search);
  const single = plain(site, { ...search, recurring: false });
  if (recurring !== undefined) return recurring ? series(site, search, window) : single;
  return sql`${single} union all ${series(site, search, window)}`;
}

export function plain(site: Site, search: SessionSearch): RawBuilder<unknown> {
  const { member, window } = search;
  const start = member ? sql.ref('m.start_at') : sql.ref('s.start_at');
  const conditions = [...conditionsOf(site, search), ...windowOf(window, start, sql.ref('s.end_at'))];
  const source = member ? sql`session_member as m join session as s on s.id = m.session` : sql`session as s`;
  const id = member ? sql.ref('m.session') : sql.ref('s.id');
  return sql`select ${id} as id, ${start} as at from ${source} where ${sql.join(conditions, sql` and `)}`;
}

function series(site: Site, search: SessionSearch, window: SessionWindow): RawBuilder<unknown> {
  const { member } = search;
  const conditions = [
    ...conditionsOf(site, { ...search, recurring: true }),
    ...windowOf(window, sql.ref('o.start_at'), sql.ref('o.end_at')),
    ...(member ? [] : [sql<SqlBool>`o.site = ${site.id}`]),
  ];
  const source = member
    ? sql`session_member as m join session as s on s.id = m.session join occurrence as o on o.session = s.id`
    : sql`occurrence as o join session as s on s.id = o.session`;
  return sql`select s.id as id, min(o.start_at) as at from ${source}
    where ${sql.join(conditions, sql` and `)} group by s.id`;
}

function windowOf(
  window: SessionWindow | undefined,
  start: RawBuilder<unknown>,
  end: RawBuilder<unknown>,
): RawBuilder<SqlBool>[] {
  if (!window) return [];
  const bounds: RawBuilder<SqlBool>[] = [];
  if (window.startFrom !== undefined) bounds.push(sql`${start} >= ${window.startFrom}`);
  if (window.startTo !== undefined) bounds.push(sql`${start} <= ${window.startTo}`);
  if (window.endFrom !== undefined) bounds.push(sql`${end} >= ${window.endFrom}`);
  if (window.endTo !== undefined) bounds.push(sql`${end} <= ${window.endTo}`);
  return bounds;
}

export function conditionsOf(site: Site, search: SessionSearch): RawBuilder<SqlBool>[] {
  const { member } = search;
  const conditions: RawBuilder<SqlBool>[] = member
    ? [sql`m.account = ${member.account}`, sql`(m.kinds & ${sql.lit(member.kinds)}) <> 0`]
    : [isOfSite(site, search)];
  if (search.services) conditions.push(isOneOf('s.service', search.services));
  if (search.sessionTypes) conditions.push(isOneOf('s.session_type', search.sessionTypes));
  if (search.exceptTypes && search.exceptTypes.length > 0) {
    conditions.push(sql`s.session_type not in (${sql.join(search.exceptTypes)})`);
  }
  if (search.sessionKey !== undefined) conditions.push(sql`s.session_key = ${search.sessionKey}`);
  if (search.salesAccounts) conditions.push(isOneOf('s.sales_account', search.salesAccounts));
  if (search.opportunities) conditions.push(isOneOf('s.sales_opportunity', search.opportunities));
  if (search.listed) conditions.push(isOneOf('s.list_status', search.listed));
  if (search.program !== undefined) conditions.push(sql`s.program = ${search.program}`);
  // A number of no session finds nothing: no key is 0.
  if (search.confID !== undefined) {
    conditions.push(sql`s.session_key = ${keyOfConfID(search.confID) ?? 0}`);
  }
  if (search.confName !== undefined) {
    const prefix = nameKey(search.confName);
    conditions.push(sql`s.name_key >= ${prefix}`, sql`s.name_key < ${`${prefix}\u{10ffff}`}`);
  }
  // Literals: the partial indexes are chosen by them.
  if (search.inProgress !== undefined)
    conditions.push(sql`s.in_progress = ${sql.lit(search.inProgress ? 1 : 0)}`);
  if (search.recurring !== undefined)
    conditions.push(sql`s.recurring = ${sql.lit(search.recurring ? 1 : 0)}`);
  return conditions;
}

/**
 * Few sessions are about a customer: they are looked for by that, and sorted. The plus keeps SQLite from reading the
 * whole site in its order instead.
 */
function isOfSite(site: Site, { salesAccounts, opportunities }: SessionSearch): RawBuilder<SqlBool> {
  return salesAccounts || opportunities ? sql`+s.site = ${site.id}` : sql`s.site = ${site.id}`;
}

function isOneOf(column: string, values: readonly unknown[]): RawBuilder<SqlBool> {
  if (values.length === 0) return sql`1 = 0`;
  return sql`${sql.ref(column)} in (${sql.join(values)})`;
}
