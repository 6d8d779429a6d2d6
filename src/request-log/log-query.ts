/** Reading the log: along an index that the most telling filter leads, with a bound on what is looked at. */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from '../database/database.ts';
import type { EntryFace, Result } from './entry.ts';
import { LINE_COLUMNS, type LineRow } from './log-row.ts';

/** Whose entries are read: those of a site, those of no site (0), or all. */
export type LogScope = { readonly site: number } | 'all';

/** They combine. */
export interface EntryFilter {
  /** Milliseconds since 1970, from that time on. */
  readonly from?: number | undefined;
  /** Before that time. */
  readonly to?: number | undefined;
  readonly faces?: readonly EntryFace[] | undefined;
  readonly results?: readonly Result[] | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly callers?: readonly string[] | undefined;
  /** In request id, operation, caller, reason and address, in any case. */
  readonly text?: string | undefined;
}

/** The place of an entry in the order of the list. */
export interface LogPlace {
  readonly at: number;
  readonly id: number;
}

/**
 * Entries that one question looks at: a filter that fits nearly nothing is asked again from there on, and neither a
 * reader nor a writer waits for a million rows.
 */
export const LOOKED_AT = 10_000;

const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-z]{1,12}$/;

/** The rows that the leading filter finds, newest first. */
function looked(db: Kysely<Tables>, scope: LogScope, filter: EntryFilter, before: LogPlace | undefined) {
  const { from, to, text } = filter;
  let query = db.selectFrom('request_log').select(LINE_COLUMNS);
  // A request has one entry or a few: whose they are is asked of those (`listQuery`), so that its own index is taken.
  if (text !== undefined && REQUEST_ID.test(text)) query = query.where('request_id', '=', text);
  else if (scope !== 'all') query = query.where('site', '=', scope.site).$call((unled) => led(unled, filter));
  if (from !== undefined) query = query.where('at', '>=', from);
  // In the order of their numbers, which is that of their times but for moments: no index is kept for it.
  if (scope === 'all') {
    if (to !== undefined) query = query.where('at', '<', to);
    if (before) query = query.where('id', '<', before.id);
    return query.orderBy('id', 'desc');
  }
  const latest = Math.min(
    before?.at ?? Number.MAX_SAFE_INTEGER,
    to === undefined ? Number.MAX_SAFE_INTEGER : to - 1,
  );
  if (latest < Number.MAX_SAFE_INTEGER) query = query.where('at', '<=', latest);
  if (before) {
    const { at, id } = before;
    query = query.where((where) => where.or([where('at', '<', at), where('id', '<', id)]));
  }
  return query.orderBy('at', 'desc').orderBy('id', 'desc');
}

/** By the filter that leaves the least, where an index begins with it. */
function led<Q extends ReturnType<typeof ofSite>>(query: Q, filter: EntryFilter): Q {
  const [caller, ...callers] = filter.callers ?? [];
  if (caller !== undefined && callers.length === 0) return query.where('caller', '=', caller) as Q;
  const { results } = filter;
  // As the index has it, word for word.
  if (results && !results.includes('ok')) return query.where('result', '<>', sql.lit('ok')) as Q;
  const [operation, ...operations] = filter.operations ?? [];
  if (operation !== undefined && operations.length === 0)
    return query.where('operation', '=', operation) as Q;
  const [face, ...faces] = filter.faces ?? [];
  if (face !== undefined && face !== 'xml' && faces.length === 0) {
    return query.where('face', '=', face).where('face', '<>', sql.lit('xml')) as Q;
  }
  return query;
}

/** For its type alone. */
function ofSite(db: Kysely<Tables>) {
  return db.selectFrom('request_log').select(LINE_COLUMNS);
}

function isFiltered({ faces, results, operations, callers, text }: EntryFilter): boolean {
  return [faces, results, operations, callers].some((list) => list && list.length > 0) || text !== undefined;
}

/** A page of the list, and where the looking may have ended: both are asked for at most `LOOKED_AT` rows. */
export function listQuery(
  db: Kysely<Tables>,
  scope: LogScope,
  filter: EntryFilter,
  before: LogPlace | undefined,
  limit: number,
): CompiledQuery<LineRow> {
  const found = looked(db, scope, filter, before);
  if (!isFiltered(filter)) return found.limit(limit).compile();
  // What stands inside is in order already, and both databases take it as it comes.
  const within = filtered(
    db.selectFrom(found.limit(LOOKED_AT).as('request_log')).select(LINE_COLUMNS),
    filter,
  );
  return (scope === 'all' ? within : within.where('site', '=', scope.site)).limit(limit).compile();
}

/** The last row that a page without enough entries has looked at; none when it has seen everything. */
export function lastLookedAtQuery(
  db: Kysely<Tables>,
  scope: LogScope,
  filter: EntryFilter,
  before: LogPlace | undefined,
): CompiledQuery<LogPlace> {
  return db
    .selectFrom(
      looked(db, scope, filter, before)
        .offset(LOOKED_AT - 1)
        .limit(1)
        .as('request_log'),
    )
    .select(['at', 'id'])
    .compile();
}

/** What came after an entry, the oldest first: for those who watch. */
export function afterQuery(
  db: Kysely<Tables>,
  scope: LogScope,
  filter: EntryFilter,
  after: number,
  upTo: number,
  limit: number,
): CompiledQuery<LineRow> {
  let query = ofSite(db).where('id', '>', after).where('id', '<=', upTo);
  if (scope !== 'all') query = query.where('site', '=', scope.site);
  return filtered(query, filter).orderBy('id').limit(limit).compile();
}

function filtered<Q extends ReturnType<typeof ofSite>>(unfiltered: Q, filter: EntryFilter): Q {
  const { faces, results, operations, callers, text } = filter;
  let query = unfiltered as ReturnType<typeof ofSite>;
  if (faces?.length) query = query.where('face', 'in', faces);
  if (results?.length) query = query.where('result', 'in', results);
  if (operations?.length) query = query.where('operation', 'in', operations);
  if (callers?.length) query = query.where('caller', 'in', callers);
  if (text !== undefined) {
    const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    const columns = ['request_id', 'operation', 'caller', 'reason', 'address'] as const;
    query = query.where((where) =>
      where.or(columns.map((column) => sql<boolean>`lower(${sql.ref(column)}) like ${pattern} escape '\\'`)),
    );
  }
  return query as Q;
}
