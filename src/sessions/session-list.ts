/**
 * Lists of sessions: of a whole site, or of those that an account has to do with. A page is read along an
 * index; the total of a site's plain list comes from kept counts.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { accountRows } from '../accounts/account-rows.ts';
import type { Database } from '../database/database.ts';
import { jsonText } from '../database/json-path.ts';
import type { ServiceType } from '../sites/service-type.ts';
import type { Site } from '../sites/site.ts';
import { nameKey } from './name-key.ts';
import { CONF_IDS } from './numbers.ts';
import { SESSION_COLUMNS, type SessionRow, sessionOf } from './rows.ts';
import type { Session, SessionDocument, SessionWithDocument } from './session.ts';

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
  readonly confID?: number | undefined;
  /** The beginning of a name, in any case. */
  readonly confName?: string | undefined;
  readonly inProgress?: boolean | undefined;
  readonly recurring?: boolean | undefined;
}

export interface SessionPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly { readonly by: SessionOrder; readonly descending: boolean }[];
}

export interface ListedSession extends SessionWithDocument {
  /** The start that was found: of a series the first within the window. */
  readonly at: number;
  readonly hostWebExID: string;
  readonly hostFirstName: string;
  readonly hostLastName: string;
  readonly hostEmail: string;
}

interface HostColumns {
  readonly webex_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
}

export type SessionList = ReturnType<typeof openSessionList>;

export function openSessionList(database: Database) {
  const counts = database.prepare<
    { site: number },
    { service: ServiceType; session_type: number; sessions: number }
  >((db, p) =>
    db
      .selectFrom('session_count')
      .select(['service', 'session_type', 'sessions'])
      .where('site', '=', p('site')),
  );

  /** How many there are: from the kept counts where nothing but types narrows the list. */
  async function total(site: Site, search: SessionSearch, found: RawBuilder<unknown>): Promise<number> {
    if (isCounted(search)) return counted(site, search);
    if (search.inProgress === false && isCounted({ ...search, inProgress: undefined })) {
      const running = await count(matching(site, { ...search, inProgress: true }));
      return (await counted(site, search)) - running;
    }
    return count(found);
  }

  async function counted(site: Site, search: SessionSearch): Promise<number> {
    const rows = await counts.all({ site: site.id });
    return rows
      .filter(({ service }) => search.services?.includes(service) ?? true)
      .filter(({ session_type }) => search.sessionTypes?.includes(session_type) ?? true)
      .filter(({ session_type }) => !search.exceptTypes?.includes(session_type))
      .reduce((sum, { sessions }) => sum + sessions, 0);
  }

  async function count(found: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ count: number }>`select count(*) as count from (${found}) as found`;
    return (await database.first(query.compile(database.builder)))?.count ?? 0;
  }

  return {
    async search(
      site: Site,
      search: SessionSearch,
      page: SessionPage,
    ): Promise<{ readonly total: number; readonly sessions: readonly ListedSession[] }> {
      const found = matching(site, search);
      const ids = await database.all(
        sql<{ id: number; at: number }>`${ordered(site, search, page.order, database)}
          limit ${page.maximumNum} offset ${page.startFrom - 1}`.compile(database.builder),
      );
      if (ids.length === 0) return { total: 0, sessions: [] };
      return { total: await total(site, search, found), sessions: await rows(ids) };
    },
  };

  async function rows(
    ids: readonly { readonly id: number; readonly at: number }[],
  ): Promise<ListedSession[]> {
    const query = database.builder
      .selectFrom('session')
      .innerJoin(accountRows(database.builder, 'host'), 'host.id', 'session.host')
      .select(SESSION_COLUMNS.map((column) => `session.${column}` as const))
      .select(['session.document', 'host.webex_id', 'host.first_name', 'host.last_name', 'host.email'])
      .where(
        'session.id',
        'in',
        ids.map(({ id }) => id),
      )
      .compile();
    const read = await database.all<SessionRow & HostColumns & { readonly document: string }>(query);
    const byId = new Map(read.map((row) => [row.id, row]));
    return ids.flatMap(({ id, at }) => {
      const row = byId.get(id);
      if (!row) return [];
      const session: Session = sessionOf(row);
      return {
        ...session,
        document: JSON.parse(row.document) as SessionDocument,
        at,
        hostWebExID: row.webex_id,
        hostFirstName: row.first_name,
        hostLastName: row.last_name,
        hostEmail: row.email,
      };
    });
  }
}

/** Whether the kept counts of a site tell the total. */
function isCounted(search: SessionSearch): boolean {
  const { member, window, sessionKey, confID, confName, inProgress, recurring } = search;
  return [member, window, sessionKey, confID, confName, inProgress, recurring].every(
    (given) => given === undefined,
  );
}

/**
 * `id` and `at` of everything that matches. Within a window a series counts once, by its first occurrence
 * in it; single sessions and series are found along an index of their own each.
 */
function matching(site: Site, search: SessionSearch): RawBuilder<unknown> {
  const { window, recurring } = search;
  if (!window) return plain(site, search);
  const single = plain(site, { ...search, recurring: false });
  if (recurring !== undefined) return recurring ? series(site, search, window) : single;
  return sql`${single} union all ${series(site, search, window)}`;
}

function plain(site: Site, search: SessionSearch): RawBuilder<unknown> {
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

function conditionsOf(site: Site, search: SessionSearch): RawBuilder<SqlBool>[] {
  const { member } = search;
  const conditions: RawBuilder<SqlBool>[] = member
    ? [sql`m.account = ${member.account}`, sql`(m.kinds & ${sql.lit(member.kinds)}) <> 0`]
    : [sql`s.site = ${site.id}`];
  if (search.services) conditions.push(isOneOf('s.service', search.services));
  if (search.sessionTypes) conditions.push(isOneOf('s.session_type', search.sessionTypes));
  if (search.exceptTypes && search.exceptTypes.length > 0) {
    conditions.push(sql`s.session_type not in (${sql.join(search.exceptTypes)})`);
  }
  if (search.sessionKey !== undefined) conditions.push(sql`s.session_key = ${search.sessionKey}`);
  // A number that is none's finds nothing: no key is 0.
  if (search.confID !== undefined) {
    conditions.push(sql`s.session_key = ${CONF_IDS.keyOf(search.confID) ?? 0}`);
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

function isOneOf(column: string, values: readonly unknown[]): RawBuilder<SqlBool> {
  if (values.length === 0) return sql`1 = 0`;
  return sql`${sql.ref(column)} in (${sql.join(values)})`;
}

/** Orders by start, name or host are read off an index; the others sort what was found. */
function ordered(
  site: Site,
  search: SessionSearch,
  order: SessionPage['order'],
  { builder, dialect }: Database,
): RawBuilder<unknown> {
  const [first] = order;
  const direction = first?.descending ? sql`desc` : sql`asc`;
  if (!first || (order.length === 1 && first.by === 'STARTTIME')) {
    return sql`${matching(site, search)} order by at ${direction}, id ${direction}`;
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
  return sql`select found.id as id, found.at as at from (${matching(site, search)}) as found
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
