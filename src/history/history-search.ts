/** What a list of the history looks for, and the conditions that find it. Only what has ended is listed. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Dialect } from '../database/database.ts';
import { jsonText } from '../database/json-path.ts';
import { nameKey } from '../sessions/name-key.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';

/** Epoch milliseconds, both bounds included; one that is absent bounds nothing. */
export interface Span {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface HistorySearch {
  readonly service: ServiceType;
  /** The row of the account whose sessions they were; without it the whole site. */
  readonly host?: number | undefined;
  /** Whether audio-only sessions count too. */
  readonly withAudioOnly: boolean;
  /** What ended before is not told. */
  readonly since?: number | undefined;
  /** Whether all criteria must fit, or one of them. */
  readonly method: 'AND' | 'OR';
  readonly criteria: HistoryCriteria;
}

/** Of the session, in lists of people too: so nobody who asks for what ended lately misses who had left before. */
export interface HistoryCriteria {
  readonly started?: Span | undefined;
  readonly ended?: Span | undefined;
  readonly sessionKey?: number | undefined;
  readonly confID?: number | undefined;
  /** The beginning of a name, in any case. */
  readonly confName?: string | undefined;
  /** Of a sales session, in any case. */
  readonly account?: string | undefined;
  readonly opportunity?: string | undefined;
}

/** The table that is listed, by an alias of one letter, and its columns for the session's start and end. */
export interface Source {
  readonly from: RawBuilder<unknown>;
  readonly alias: 'u' | 'a';
  readonly started: RawBuilder<unknown>;
  readonly ended: RawBuilder<unknown>;
  /** The beginning of the row itself, by which lists are ordered. */
  readonly startTime: RawBuilder<unknown>;
}

export const USAGES: Source = {
  from: sql`usage as u`,
  alias: 'u',
  started: sql`u.started_at`,
  ended: sql`u.ended_at`,
  startTime: sql`u.started_at`,
};

export const ATTENDANCES: Source = {
  from: sql`attendance as a`,
  alias: 'a',
  started: sql`a.session_started_at`,
  ended: sql`a.session_ended_at`,
  startTime: sql`a.joined_at`,
};

/** What every session that is found fits. */
export interface Spans {
  readonly started?: Span | undefined;
  readonly ended?: Span | undefined;
}

export function spansOf({ since, method, criteria }: HistorySearch): Spans {
  const fits = method === 'AND' || Object.values(criteria).filter((one) => one !== undefined).length <= 1;
  const { started, ended } = fits ? criteria : {};
  if (since === undefined) return { started, ended };
  return { started, ended: { from: Math.max(since, ended?.from ?? since), to: ended?.to } };
}

/** @param byStart keeps the database from looking along the ends: the list is read along the starts */
export function conditionsOf(
  source: Source,
  site: Pick<Site, 'id'>,
  search: HistorySearch,
  dialect: Dialect,
  byStart = false,
): RawBuilder<unknown> {
  const { alias } = source;
  const ended = byStart ? sql`+${source.ended}` : source.ended;
  const conditions = [
    sql`${sql.ref(`${alias}.site`)} = ${site.id}`,
    sql`${sql.ref(`${alias}.service`)} = ${search.service}`,
    // A literal: the partial indexes are chosen by it.
    sql`${source.ended} is not null`,
  ];
  if (search.host !== undefined) conditions.push(sql`${sql.ref(`${alias}.host`)} = ${search.host}`);
  if (!search.withAudioOnly) conditions.push(sql`${sql.ref(`${alias}.audio_only`)} = ${sql.lit(0)}`);
  if (search.since !== undefined) conditions.push(sql`${ended} >= ${search.since}`);
  const criteria = criteriaOf({ ...source, ended }, site, search, dialect);
  if (criteria.length > 0) {
    conditions.push(
      search.method === 'AND' ? sql.join(criteria, sql` and `) : sql`(${sql.join(criteria, sql` or `)})`,
    );
  }
  return sql.join(conditions, sql` and `);
}

function criteriaOf(
  source: Source,
  site: Pick<Site, 'id'>,
  { criteria, service }: HistorySearch,
  dialect: Dialect,
): RawBuilder<unknown>[] {
  const { started, ended, sessionKey, confID, confName, account, opportunity } = criteria;
  const prefix = confName === undefined ? '' : nameKey(confName);
  const sales = (name: 'account' | 'opportunity', value: string) =>
    sql`lower(${jsonText(dialect, 'u.document', [name])}) = lower(${value})`;
  const ofUsage = [
    sessionKey !== undefined && sql`u.session_key = ${sessionKey}`,
    confID !== undefined && sql`u.conf_id = ${confID}`,
    confName !== undefined &&
      sql`(u.service = ${service} and u.name_key >= ${prefix} and u.name_key < ${`${prefix}\u{10ffff}`})`,
    account !== undefined && sql`(u.service = ${service} and ${sales('account', account)})`,
    opportunity !== undefined && sql`(u.service = ${service} and ${sales('opportunity', opportunity)})`,
  ].filter((criterion) => criterion !== false);
  return [
    ...withinOf(source.started, started),
    ...withinOf(source.ended, ended),
    ...(source.alias === 'u' ? ofUsage : ofUsage.map((criterion) => inUsage(site, criterion))),
  ];
}

function inUsage({ id }: Pick<Site, 'id'>, criterion: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`a.usage in (select u.id from usage as u where u.site = ${id} and u.ended_at is not null and ${criterion})`;
}

/** One condition of a span, in brackets; none of a span without bounds. */
export function withinOf(column: RawBuilder<unknown>, span: Span | undefined): RawBuilder<SqlBool>[] {
  const bounds = [
    span?.from !== undefined && sql<SqlBool>`${column} >= ${span.from}`,
    span?.to !== undefined && sql<SqlBool>`${column} <= ${span.to}`,
  ].filter((bound) => bound !== false);
  return bounds.length === 0 ? [] : [sql<SqlBool>`(${sql.join(bounds, sql` and `)})`];
}
