/** A session as a series of occurrences: when it takes place, how long, and where it ends. */
import { isDeepStrictEqual } from 'node:util';
import { formatLocalTime } from '../time/site-time.ts';
import { zoneOf } from '../time/time-zones.ts';
import type { BaseDocument } from './documents/base-document.ts';
import { localTimeAt } from './recurrence/clock-readings.ts';
import {
  materialised,
  nextOccurrence,
  occurrences,
  type Series,
  seriesEnd,
} from './recurrence/series-starts.ts';
import type { SessionWithDocument } from './session.ts';

export { NO_REPEAT } from './recurrence.ts';

/** Milliseconds ahead of now for which the occurrences of a series are kept in the table. */
export const WORKED_OUT_AHEAD = 2 * 366 * 86_400_000;

/** Milliseconds before now: what was earlier is history. */
export const WORKED_OUT_BEHIND = 400 * 86_400_000;

/** When an endless series ends: later than any date that the interface can write. */
const NEVER = Date.UTC(2200, 0, 1);

interface Timed {
  readonly startAt: number;
  readonly duration: number;
  readonly timeZoneID: number;
}

interface WithRepeat {
  readonly document: Repeating;
}

type Repeating = Pick<BaseDocument, 'repeat' | 'excluded' | 'exceptions' | 'startLocal'>;

export function seriesOf({ startAt, timeZoneID }: Timed, document: Repeating): Series {
  const zone = zoneOf(timeZoneID);
  return {
    start: document.startLocal ?? localTimeAt(startAt, zone),
    zone,
    repeat: document.repeat,
    exclusions: document.excluded,
    additions: document.exceptions?.flatMap(({ to }) => to ?? []),
  };
}

/** Whether two schedules are of the same starts, of the same length. */
export function takesPlaceAs(one: Timed & WithRepeat, other: Timed & WithRepeat): boolean {
  if (one.startAt !== other.startAt || one.duration !== other.duration) return false;
  return isDeepStrictEqual(defined(seriesOf(one, one.document)), defined(seriesOf(other, other.document)));
}

/** What is stored has no members that are undefined. */
function defined(series: Series): unknown {
  return JSON.parse(JSON.stringify(series));
}

/** The end of the last occurrence; epoch milliseconds. */
export function lastEnd(timed: Timed, document: Repeating): number {
  if (document.repeat.repeatType === 'NO_REPEAT') return timed.startAt + timed.duration * 60_000;
  return seriesEnd(seriesOf(timed, document), timed.duration) ?? NEVER;
}

/**
 * The starts from an instant on, up to the first one that lies behind `ahead`: that one is `until`, if the series
 * goes on so long.
 */
export function workedOut(
  session: SessionWithDocument,
  from: number,
  ahead: number,
): { readonly starts: readonly number[]; readonly until: number | undefined } {
  const series = seriesOf(session, session.document);
  const { starts, goesOn } = materialised(series, ahead, { from, most: Number.POSITIVE_INFINITY });
  const until = goesOn ? startWithin(session, ahead + 1, Number.POSITIVE_INFINITY) : undefined;
  return { starts: until === undefined ? starts : [...starts, until], until };
}

/** The occurrence that runs at `now`, or else the next one. */
export function nextStart(
  session: Timed & Pick<SessionWithDocument, 'recurring' | 'endAt'> & { readonly document: Repeating },
  now: number,
): number | undefined {
  if (!session.recurring) return session.endAt > now ? session.startAt : undefined;
  return nextOccurrence(seriesOf(session, session.document), now, session.duration);
}

/** The first start within a window, both ends included. */
export function startWithin(session: SessionWithDocument, from: number, until: number): number | undefined {
  return occurrences(seriesOf(session, session.document), { from, until, limit: 1 })[0];
}

/** The last day of a series as the interface writes it; nothing when its number or nothing ends it. */
export function repeatEnd({ document }: Pick<SessionWithDocument, 'document'>): string | undefined {
  const { expirationDate } = document.repeat;
  return expirationDate && formatLocalTime(expirationDate);
}
