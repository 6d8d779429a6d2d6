import { RuleBroken } from '../../refusal.ts';
import type { LogPlace } from '../../request-log/log-query.ts';
import { optional, text, whole } from '../api/call-shape.ts';
import { readsSite } from '../api/console-access.ts';
import { endpoint } from '../api/endpoint.ts';
import { askedEntries, FILTER } from './asked-entries.ts';
import type { LogPage } from './log-data.ts';
import { keepingOf, linesOf } from './shown-entries.ts';

const MOST_ENTRIES = 200;

export const listEntries = endpoint({
  method: 'GET',
  path: 'log',
  summary:
    'Lists the entries of the request log, newest first. A page may be short, or empty, and have a `next`: a search looks at a bounded number of entries at a time.',
  may: readsSite,
  query: {
    ...FILTER,
    before: optional(text({ max: 40 })),
    limit: optional(whole({ min: 1, max: MOST_ENTRIES })),
  },
  async run(call, { query }): Promise<LogPage> {
    const { before, limit = 50, ...asked } = query;
    const { scope, filter } = askedEntries(call, asked);
    const { requestLog } = call.context;
    const { rows, next } = await requestLog.list(scope, filter, placeIn(before), limit);
    const searchedTo = next?.at;
    return {
      entries: await linesOf(rows, call.context),
      ...(next && { next: `${next.at}.${next.id}` }),
      ...(searchedTo !== undefined && { searchedTo }),
      keeping: keepingOf(call),
    };
  },
});

function placeIn(before: string | undefined): LogPlace | undefined {
  if (before === undefined || before === '') return undefined;
  const [, at, id] = /^(\d{1,15})\.(\d{1,15})$/.exec(before) ?? [];
  if (at === undefined || id === undefined) {
    throw new RuleBroken('before', 'must be what `next` of the page before has said');
  }
  return { at: Number(at), id: Number(id) };
}
