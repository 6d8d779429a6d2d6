import { ungrouped } from '../../grouped-digits.ts';
import type { OrderTerm } from '../../sessions/lists/session-order.ts';
import type { SessionSearch } from '../../sessions/lists/session-search.ts';
import { MEMBER } from '../../sessions/sessions.ts';
import { SERVICE_TYPES } from '../../sites/service-type.ts';
import { oneOf, optional, text, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { type ApiCall, endpoint } from '../api/endpoint.ts';
import { instant } from '../api/instant.ts';
import { withPeople } from './session-value.ts';
import type { SessionsAnswer } from './sessions-data.ts';

const PAGE = 50;

/** How long before now a session may have begun that is still to come or under way. */
const DAY = 24 * 60 * 60_000;

const ORDERS = { start: 'STARTTIME', title: 'CONFNAME', host: 'HOSTWEBEXID' } as const;
const SORTS = ['start', '-start', 'title', '-title', 'host', '-host'] as const;

const QUERY = {
  /** The beginning of a title, or a number. */
  q: optional(text({ max: 128 })),
  service: optional(oneOf(SERVICE_TYPES)),
  state: optional(oneOf(['running', 'upcoming', 'all'])),
  host: optional(text({ max: 128 })),
  from: optional(instant()),
  to: optional(instant()),
  sort: optional(oneOf(SORTS)),
  cursor: optional(whole({ min: 1 })),
};

export const listSessions = endpoint({
  method: 'GET',
  path: 'sessions',
  summary:
    'Lists the sessions of all services: by the beginning of a title or by a number (`q`), what runs, what is to come, of a host, within days.',
  may: readsSite,
  query: QUERY,
  async run(call, { query }): Promise<SessionsAnswer> {
    const { site, context } = call;
    const { sort = 'start', cursor = 1 } = query;
    const search = await searchOf(call, query);
    if (!search) return { sessions: [], total: 0 };
    if (search.window) await context.sessions.workOutFor(site, search.window, search.member);
    const page = { startFrom: cursor, maximumNum: PAGE, order: [orderOf(sort)] };
    const { total, sessions } = await context.sessionList.search(site, search, page);
    const next = cursor + PAGE <= total ? { next: String(cursor + PAGE) } : {};
    return { sessions: await withPeople(context, site, sessions), total, ...next };
  },
});

interface Asked {
  readonly q?: string | undefined;
  readonly service?: (typeof SERVICE_TYPES)[number] | undefined;
  readonly state?: 'running' | 'upcoming' | 'all' | undefined;
  readonly host?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Nothing where nothing can match: the host does not exist. */
async function searchOf({ site, context }: ApiCall, filters: Asked): Promise<SessionSearch | undefined> {
  const { q = '', service, state = 'all', from, to } = filters;
  const host = filters.host === undefined ? undefined : await context.accounts.find(site, filters.host);
  if (filters.host !== undefined && !host) return undefined;
  const key = ungrouped(q);
  const isNumber = /^\d{5,15}$/.test(key);
  const now = context.clock.now();
  const upcoming = state === 'upcoming' ? { startFrom: from ?? now - DAY, endFrom: now } : undefined;
  const within = from === undefined && to === undefined ? undefined : { startFrom: from, startTo: to };
  const window = upcoming ? { ...within, ...upcoming, startTo: to } : within;
  return {
    ...(host && { member: { account: host.id, kinds: MEMBER.host } }),
    ...(service && { services: [service] }),
    ...(isNumber ? { sessionKey: Number(key) } : q !== '' && { confName: q }),
    ...(state === 'running' ? { inProgress: true } : window && { window }),
  };
}

function orderOf(sort: (typeof SORTS)[number]): OrderTerm {
  const name = sort.replace('-', '');
  const by = name === 'title' || name === 'host' ? ORDERS[name] : ORDERS.start;
  return { by, descending: sort.startsWith('-') };
}
