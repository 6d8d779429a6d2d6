import { namedTracking } from '../../accounts/tracking-values.ts';
import type { EndedUsage } from '../../history/history-list.ts';
import type { Site } from '../../sites/site.ts';
import { optional, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { HISTORY_QUERY, historySearch } from './history-query.ts';
import type { EndedSession, HistoryAnswer } from './sessions-data.ts';

const PAGE = 50;

export const LATEST_FIRST = [{ by: 'STARTTIME', descending: true }] as const;

export const listHistory = endpoint({
  method: 'GET',
  path: 'history',
  summary: 'Lists the sessions of a service that have ended, the latest first.',
  may: readsSite,
  query: { ...HISTORY_QUERY, cursor: optional(whole({ min: 1 })) },
  async run(call, { query: { cursor = 1, ...asked } }): Promise<HistoryAnswer> {
    const search = await historySearch(call, asked);
    if (!search) return { sessions: [], total: 0 };
    const page = { startFrom: cursor, maximumNum: PAGE, order: LATEST_FIRST };
    const { total, rows } = await call.context.historyList.sessions(call.site, search, page);
    const next = cursor + PAGE <= total ? { next: String(cursor + PAGE) } : {};
    return { sessions: rows.map((row) => endedSession(call.site, row)), total, ...next };
  },
});

function endedSession(site: Site, usage: EndedUsage): EndedSession {
  const { id, sessionKey, confName, host, startedAt, endedAt, participants, peak, peopleMinutes } = usage;
  return {
    id,
    sessionKey,
    title: confName,
    host: host.webExId,
    hostName: host.name,
    startedAt,
    endedAt,
    participants,
    peak,
    peopleMinutes,
    tracking: namedTracking(site, usage.details.tracking),
  };
}
