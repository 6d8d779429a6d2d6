/** What a report of the history is asked by. */
import type { HistorySearch } from '../../history/history-search.ts';
import { historyFor } from '../../policies/history.ts';
import { SERVICE_TYPES } from '../../sites/service-type.ts';
import { oneOf, optional, text } from '../api/call-shape.ts';
import type { ApiCall } from '../api/endpoint.ts';
import { instant } from '../api/instant.ts';

export const HISTORY_QUERY = {
  service: optional(oneOf(SERVICE_TYPES)),
  /** The beginning of a title. */
  q: optional(text({ max: 128 })),
  host: optional(text({ max: 128 })),
  from: optional(instant()),
  to: optional(instant()),
};

interface Asked {
  readonly service?: (typeof SERVICE_TYPES)[number] | undefined;
  readonly q?: string | undefined;
  readonly host?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Nothing where nothing can match: the host does not exist. */
export async function historySearch(call: ApiCall, filters: Asked): Promise<HistorySearch | undefined> {
  const { context, site, account } = call;
  const { service = 'MeetingCenter', q, host, from, to } = filters;
  const whose = await historyFor(context.accounts, site, account, host);
  if (!whose) return undefined;
  return {
    ...whose,
    service,
    withAudioOnly: true,
    method: 'AND',
    criteria: {
      ...(q !== undefined && { confName: q }),
      ...((from !== undefined || to !== undefined) && { started: { from, to } }),
    },
  };
}
