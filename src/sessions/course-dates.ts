/** The dates of a course, which people read all together: they register for it once. */
import type { AnyContent } from './documents/session-document.ts';
import { occurrences } from './recurrence.ts';
import { seriesOf } from './series.ts';
import type { Session } from './session.ts';

/** Dates that a text lists at most. */
const LISTED = 40;

type Course = Parameters<typeof seriesOf>[1] & Partial<Pick<AnyContent, 'trainingKind'>>;

/** Starts in epoch milliseconds; none of what is no course, nor of one that goes on for longer than a text can. */
export function courseDates(
  session: Pick<Session, 'startAt' | 'duration' | 'timeZoneID'>,
  document: Course,
): readonly number[] {
  if (document.trainingKind !== 'MULTIPLE_SESSION') return [];
  const dates = occurrences(seriesOf(session, document), { limit: LISTED + 1 });
  return dates.length > LISTED ? [] : dates;
}
