/** How a meeting recurs, as a rule of RFC 2445 without its start. */
import { toRRule } from '../../sessions/recurrence.ts';
import { seriesOf } from '../../sessions/series.ts';
import type { SessionWithDocument } from '../../sessions/session.ts';

/** Nothing for a meeting that does not recur. */
export function recurrenceOf(session: SessionWithDocument): string | undefined {
  return session.recurring ? toRRule(seriesOf(session, session.document)) : undefined;
}
