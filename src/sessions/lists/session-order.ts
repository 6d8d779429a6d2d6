/** The order of a list of sessions. */
import { type RawBuilder, sql } from 'kysely';
import { accountRows } from '../../accounts/account-rows.ts';
import type { Database } from '../../database/database.ts';
import { jsonText } from '../../database/json-path.ts';
import { accountKey, opportunityKey } from '../../sales/sales-rows.ts';
import type { Site } from '../../sites/site.ts';
import { conditionsOf, matching, plain, type SessionSearch } from './session-search.ts';

const COMMON_ORDERS = [
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
] as const;

/** What lists of sessions can be ordered by (session.xsd, ep.xsd). */
export const SESSION_ORDERS = [...COMMON_ORDERS, 'ASSISTREQUEST', 'ASSISTCONFIRM'] as const;
/** What lists of sales sessions can be ordered by (sales.xsd). */
export const SALES_ORDERS = [...COMMON_ORDERS, 'ACCOUNT', 'OPPORTUNITY'] as const;
export type SessionOrder = (typeof SESSION_ORDERS)[number] | (typeof SALES_ORDERS)[number];

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
  database: Database,
): RawBuilder<unknown> {
  const { builder } = database;
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
    ({ by, descending }) => sql`${term(by, database)} ${descending ? sql`desc` : sql`asc`}`,
  );
  const total = search.window ? sql`, count(*) over () as total` : sql``;
  return sql`select found.id as id, found.at as at${total} from (${matching(site, search)}) as found
    join session as l on l.id = found.id join ${accountRows(builder, 'h')} on h.id = l.host
    order by ${sql.join(terms)}, found.at, found.id`;
}

function term(by: SessionOrder, { dialect }: Database): RawBuilder<unknown> {
  switch (by) {
    case 'STARTTIME':
      return sql.ref('found.at');
    case 'CONFNAME':
      return sql.ref('l.name_key');
    case 'HOSTWEBEXID':
      return sql.ref('h.webex_id_key');
    case 'ACCOUNT':
      return accountKey(sql.ref('l.sales_account'));
    case 'OPPORTUNITY':
      return opportunityKey(sql.ref('l.sales_opportunity'));
    case 'ASSISTREQUEST':
      return jsonText(dialect, 'l.document', ['assistService', 'assistRequest']);
    case 'ASSISTCONFIRM':
      return jsonText(dialect, 'l.document', ['assistService', 'assistConfirm']);
    default:
      return jsonText(dialect, 'l.document', ['tracking', `trackingCode${by.slice('TRACKINGCODE'.length)}`]);
  }
}
