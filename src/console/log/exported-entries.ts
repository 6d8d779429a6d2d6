/** All entries that a filter finds, with their bodies, a few at a time. */
import type { Context } from '../../context.ts';
import type { Body, EntryDetail } from '../../request-log/entry.ts';
import type { LogPlace } from '../../request-log/log-query.ts';
import { bodyIn, detailOf } from '../../request-log/log-row.ts';
import type { AskedEntries } from './asked-entries.ts';
import type { LogLine } from './log-data.ts';
import { linesOf } from './shown-entries.ts';

export interface ExportedEntry {
  readonly line: LogLine;
  readonly detail: EntryDetail;
  readonly request: Body | undefined;
  readonly response: Body | undefined;
}

const MOST = 100_000;
const AT_ONCE = 200;

export async function* exportedEntries(
  context: Context,
  { scope, filter }: AskedEntries,
): AsyncGenerator<ExportedEntry> {
  const { requestLog } = context;
  let left = MOST;
  let before: LogPlace | undefined;
  do {
    const { rows, next } = await requestLog.list(scope, filter, before, Math.min(left, AT_ONCE));
    const whole = new Map((await requestLog.whole(rows.map(({ id }) => id))).map((row) => [row.id, row]));
    for (const line of await linesOf(rows, context)) {
      const row = whole.get(line.entry);
      // The bounds of the log have taken it meanwhile.
      if (!row) continue;
      yield {
        line,
        detail: detailOf(row),
        request: bodyIn(row.request),
        response: bodyIn(row.response),
      };
    }
    left -= rows.length;
    before = next;
  } while (before && left > 0);
}
