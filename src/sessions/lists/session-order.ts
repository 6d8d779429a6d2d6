/** The order of a list of sessions. */
import { type RawBuilder, sql } from 'kysely';
import { accountRows } from '../../accounts/account-rows.ts';
import type { Database } from '../../database/database.ts';
import { jsonText } from '../../database/json-path.ts';
import type { Site } from '../../sites/site.ts';
import { conditionsOf, matching, plain, type SessionSearch } from './session-search.ts';

/** What lists of sessions can be ordered by (session.xsd, ep.xsd). */
export const SESSION_ORDERS = [
  'HOSTWEBEXID',
  'CONFNAME',
  'STARTTIME',
  'TRACKINGCODE1',
  'TRACKINGCODE2',
  'TRACKINGCODE3',
  'TRACKINGCODE4',
  'TRACKINGCODE5',
  'TRACKINGCODE6',
  'TRACKINGCODE7',
  'TRACKINGCODE8',
  'TRACKINGCODE9',
  'TRACKINGCODE10',
  'ASSISTREQUEST',
  'ASSISTCONFIRM',
] as const;
export type SessionOrder = (typeof SESSION_ORDERS)[number];

export interface OrderTerm {
  readonly by: SessionOrder;
  readonly descending: boolean;
}

/**
 * Orders by start, name or host are read off an index; the others sort what was found. What lies within a window is
 * found whole to be sorted, and so tells its `total` as well.
 */
export function ordered(
  site: Site,
  search: SessionSearch,
  order: readonly OrderTerm[],
  { builder, dialect }: Database,
): RawBuilder<unknown> {
  const [first] = order;
  const direction = first?.descending ? sql`desc` : sql`asc`;
  if (!first || (order.length === 1 && first.by === 'STARTTIME')) {
    if (!search.window) return sql`${matching(site, search)} order by at ${direction}, id ${direction}`;
    return sql`select id, at, count(*) over () as total from (${matching(site, search)}) as found
      order by at ${direction}, id ${direction}`;
  }
  if (order.length === 1 && !search.window && first.by === 'CONFNAME') {
    return sql`${plain(site, search)} order by s.name_key ${direction}, s.id ${direction}`;
  }
  if (order.length === 1 && !search.window && !search.member && first.by === 'HOSTWEBEXID') {
    return sql`select s.id as id, s.start_at as at from ${accountRows(builder, 'h')} cross join session as s
      where h.site = ${site.id} and s.host = h.id and ${sql.join(conditionsOf(site, search), sql` and `)}
      order by h.webex_id_key ${direction}, s.start_at ${direction}, s.id ${direction}`;
  }
  const terms = order.map(
    ({ by, descending }) => sql`${term(by, dialect)} ${descending ? sql`desc` : sql`asc`}`,
  );
  const total = search.window ? sql`, count(*) over () as total` : sql``;
  return sql`select found.id as id, found.at as at${total} from (${matching(site, search)}) as found
    join session as l on l.id = found.id join ${accountRows(builder, 'h')} on h.id = l.host
    order by ${sql.join(terms)}, found.at, found.id`;
}

function term(by: SessionOrder, dialect: Database['dialect']): RawBuilder<unknown> {
  switch (by) {
    case 'STARTTIME':
      return sql.ref('found.at');
    case 'CONFNAME':
      return sql.ref('l.name_key');
    case 'HOSTWEBEXID':
      return sql.ref('h.webex_id_key');
    case 'ASSISTREQUEST':
      return jsonText(dialect, 'l.document', ['assistService', 'assistRequest']);
    case 'ASSISTCONFIRM':
      return jsonText(dialect, 'l.document', ['assistService', 'assistConfirm']);
    default:
      return jsonText(dialect, 'l.document', ['tracking', `trackingCode${by.slice('TRACKINGCODE'.length)}`]);
  }
}
