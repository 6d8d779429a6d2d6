/**
 * Lists of sessions: of a whole site, or of those that an account has to do with. A page is read along an
 * index; the total of a site's plain list comes from kept counts.
 */
import { type RawBuilder, sql } from 'kysely';
import { accountRows } from '../../accounts/account-rows.ts';
import type { Database } from '../../database/database.ts';
import type { ServiceType } from '../../sites/service-type.ts';
import type { Site } from '../../sites/site.ts';
import { asOccurrence, asRun } from '../as-occurrence.ts';
import { readDocument } from '../documents/session-document.ts';
import type { Session, SessionWithDocument } from '../session.ts';
import { SESSION_COLUMNS, type SessionRow, sessionOf } from '../session-rows.ts';
import { type OrderTerm, ordered } from './session-order.ts';
import { matching, type SessionSearch } from './session-search.ts';

export interface SessionListPage {
  /** Counted from 1. */
  readonly startFrom: number;
  readonly maximumNum: number;
  readonly order: readonly OrderTerm[];
}

export interface ListedSession extends SessionWithDocument {
  /** The start that was found: of a series the first within the window. */
  readonly at: number;
  readonly hostWebExID: string;
  readonly hostFirstName: string;
  readonly hostLastName: string;
  readonly hostEmail: string;
  /** The bits of `MEMBER` that the viewer has in it; 0 without one. */
  readonly viewerKinds: number;
}

interface HostColumns {
  readonly webex_id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
}

interface ViewerColumns {
  readonly kinds: number | null;
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
  async function total(site: Site, search: SessionSearch, matches: RawBuilder<unknown>): Promise<number> {
    if (isCounted(search)) return counted(site, search);
    if (search.inProgress === false && isCounted({ ...search, inProgress: undefined })) {
      const running = await count(matching(site, { ...search, inProgress: true }));
      return (await counted(site, search)) - running;
    }
    return count(matches);
  }

  async function counted(site: Site, search: SessionSearch): Promise<number> {
    const rows = await counts.all({ site: site.id });
    return rows
      .filter(({ service }) => search.services?.includes(service) ?? true)
      .filter(({ session_type }) => search.sessionTypes?.includes(session_type) ?? true)
      .filter(({ session_type }) => !search.exceptTypes?.includes(session_type))
      .reduce((sum, { sessions }) => sum + sessions, 0);
  }

  async function count(matches: RawBuilder<unknown>): Promise<number> {
    const query = sql<{ count: number }>`select count(*) as count from (${matches}) as matches`;
    return (await database.first(query.compile(database.builder)))?.count ?? 0;
  }

  return {
    /** @param viewer the row of the account for whom it is told what they are in each session */
    async search(
      site: Site,
      search: SessionSearch,
      page: SessionListPage,
      viewer?: number,
    ): Promise<{ readonly total: number; readonly sessions: readonly ListedSession[] }> {
      const ids = await database.all(
        sql<{ id: number; at: number; total?: number }>`${ordered(site, search, page.order, database)}
          limit ${page.maximumNum} offset ${page.startFrom - 1}`.compile(database.builder),
      );
      const [first] = ids;
      if (!first) return { total: 0, sessions: [] };
      return {
        total: first.total ?? (await total(site, search, matching(site, search))),
        sessions: (await rows(ids, viewer)).map((session) => asListed(session, search)),
      };
    },
  };

  async function rows(
    ids: readonly { readonly id: number; readonly at: number }[],
    viewer: number | undefined,
  ): Promise<ListedSession[]> {
    const query = database.builder
      .selectFrom('session')
      .leftJoin('session_member', (join) =>
        join
          .onRef('session_member.session', '=', 'session.id')
          // No account has the row 0.
          .on('session_member.account', '=', viewer ?? 0),
      )
      .innerJoin(accountRows(database.builder, 'host'), 'host.id', 'session.host')
      .select(SESSION_COLUMNS.map((column) => `session.${column}` as const))
      .select([
        'session_member.kinds',
        'session.document',
        'host.webex_id',
        'host.first_name',
        'host.last_name',
        'host.email',
      ])
      .where(
        'session.id',
        'in',
        ids.map(({ id }) => id),
      )
      .compile();
    const read = await database.all<SessionRow & HostColumns & ViewerColumns & { readonly document: string }>(
      query,
    );
    const byId = new Map(read.map((row) => [row.id, row]));
    return ids.flatMap(({ id, at }) => {
      const row = byId.get(id);
      if (!row) return [];
      const session: Session = sessionOf(row);
      return {
        ...session,
        document: readDocument(row.document, row.service),
        at,
        hostWebExID: row.webex_id,
        hostFirstName: row.first_name,
        hostLastName: row.last_name,
        hostEmail: row.email,
        viewerKinds: row.kinds ?? 0,
      };
    });
  }
}

/** Within a window as the occurrence has it that was found; what runs as the one that runs. */
function asListed(session: ListedSession, { window, inProgress }: SessionSearch): ListedSession {
  if (window) return asOccurrence(session, session.at);
  return inProgress && session.actualStartAt !== null ? asRun(session, session.actualStartAt) : session;
}

/** Whether the kept counts of a site tell the total. */
function isCounted(search: SessionSearch): boolean {
  const { services: _services, sessionTypes: _types, exceptTypes: _others, ...narrowing } = search;
  return Object.values(narrowing).every((criterion) => criterion === undefined);
}
