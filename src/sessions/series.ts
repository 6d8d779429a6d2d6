/** A session as a series of occurrences: when it takes place, how long, and where it ends. */
import { isDeepStrictEqual } from 'node:util';
import { keptZone } from '../time/kept-zones.ts';
import { formatLocalTime } from '../time/site-time.ts';
import type { TimeZone } from '../time/time-zones.ts';
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

/** A length, and that of the series where it is told as one of its occurrences. */
interface Lasting {
  readonly duration: number;
  readonly wholeSeries?: { readonly duration: number } | undefined;
}

interface WithRepeat {
  readonly document: Repeating;
}

type Repeating = Pick<BaseDocument, 'repeat' | 'excluded' | 'exceptions' | 'startLocal' | 'zoneName'>;

/** The zone on whose clocks a session takes place. */
export function zoneOfSession({
  timeZoneID,
  document,
}: Pick<Timed, 'timeZoneID'> & { readonly document: Pick<BaseDocument, 'zoneName'> }): TimeZone {
  return keptZone(timeZoneID, document.zoneName);
}

export function seriesOf({ startAt, timeZoneID }: Timed, document: Repeating): Series {
  const zone = zoneOfSession({ timeZoneID, document });
  return {
    start: document.startLocal ?? localTimeAt(startAt, zone),
    zone,
    repeat: document.repeat,
    exclusions: document.excluded,
    additions: document.exceptions?.flatMap(({ to }) => to ?? []),
  };
}

/** Occurrences that are longer or shorter than their series, by their starts; minutes. */
function ownDurations({ exceptions = [] }: Pick<Repeating, 'exceptions'>): ReadonlyMap<number, number> {
  return new Map(
    exceptions.flatMap(({ to, own }): [number, number][] =>
      to === undefined || own?.duration === undefined ? [] : [[to, own.duration]],
    ),
  );
}

/** How long it takes at one of its starts; minutes. */
export function durationAt(session: Lasting & WithRepeat, startAt: number): number {
  const own = session.document.exceptions?.find(({ to }) => to === startAt)?.own?.duration;
  return own ?? usualDuration(session);
}

/** All lengths that it has; minutes. */
export function durationsOf(session: Lasting & WithRepeat): ReadonlySet<number> {
  return new Set([usualDuration(session), ...ownDurations(session.document).values()]);
}

function usualDuration({ duration, wholeSeries }: Lasting): number {
  return wholeSeries?.duration ?? duration;
}

/** Whether two schedules are of the same starts, of the same length. */
export function takesPlaceAs(one: Timed & WithRepeat, other: Timed & WithRepeat): boolean {
  if (one.startAt !== other.startAt || one.duration !== other.duration) return false;
  if (!isDeepStrictEqual(ownDurations(one.document), ownDurations(other.document))) return false;
  return isDeepStrictEqual(defined(seriesOf(one, one.document)), defined(seriesOf(other, other.document)));
}

/** What is stored has no members that are undefined. */
function defined(series: Series): unknown {
  return JSON.parse(JSON.stringify(series));
}

/** The end of the last occurrence; epoch milliseconds. */
export function lastEnd(timed: Timed, document: Repeating): number {
  if (document.repeat.repeatType === 'NO_REPEAT') return timed.startAt + timed.duration * 60_000;
  const own = ownDurations(document);
  const usual = seriesEnd(withoutStarts(seriesOf(timed, document), own), timed.duration);
  return usual === undefined ? NEVER : Math.max(usual, ...endsOf(own));
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
  session: Timed & Lasting & Pick<SessionWithDocument, 'recurring' | 'endAt'> & WithRepeat,
  now: number,
): number | undefined {
  if (!session.recurring) return session.endAt > now ? session.startAt : undefined;
  const series = seriesOf(session, session.document);
  if (!session.document.exceptions) return nextOccurrence(series, now, session.duration);
  const own = ownDurations(session.document);
  const usual = nextOccurrence(withoutStarts(series, own), now, usualDuration(session));
  const held = [...own].filter(([start, minutes]) => start + minutes * 60_000 > now).map(([start]) => start);
  const first = Math.min(usual ?? Number.POSITIVE_INFINITY, ...held);
  return Number.isFinite(first) ? first : undefined;
}

/**
 * The start that the rule of the series has for the occurrence that a run belongs to which began at an instant: by that it is
 * named, wherever it was moved to.
 */
export function ruledStartOfRun(session: SessionWithDocument, startedAt: number): number | undefined {
  if (!session.recurring) return session.startAt;
  const at = nextStart(session, startedAt);
  return session.document.exceptions?.find(({ to }) => to !== undefined && to === at)?.from ?? at;
}

function withoutStarts(series: Series, starts: ReadonlyMap<number, unknown>): Series {
  if (starts.size === 0) return series;
  return { ...series, additions: series.additions?.filter((start) => !starts.has(start)) };
}

/** Ends by starts and minutes. */
function endsOf(durations: ReadonlyMap<number, number>): number[] {
  return [...durations].map(([start, minutes]) => start + minutes * 60_000);
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
