/** When a session takes place: its starts as instants, by its repeat and its zone. */
import { type LocalTime, toInstant } from '../../time/site-time.ts';
import { offsetAt, type Zone } from '../../time/time-zones.ts';
import { endOfDay, LAST_READING, localTimeOf, readingOf } from './clock-readings.ts';
import { isEndless, type Repeat } from './repeat.ts';
import { firstStart, readingsOf } from './rule.ts';

/**
 * A session's start, as its host reads it off their clock, and how it goes on. Keep the start as a local time: an
 * instant has lost what a start in the hour that is skipped in spring was meant to be on other days.
 */
export type Series = {
  readonly start: LocalTime;
  readonly zone: Zone;
  readonly repeat: Repeat;
  /** Occurrences that were cancelled or moved, by the instants (ms) at which they would have started. */
  readonly exclusions?: readonly number[];
  /** To where occurrences were moved. */
  readonly additions?: readonly number[];
};

/** Instants in milliseconds, both ends included; a missing one is open. */
export type Window = { readonly from?: number; readonly until?: number; readonly limit: number };

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The starts within a window, in order, at most `limit` of them. Each keeps the series' time of day in its zone;
 * a time that the clocks skip comes later by what they skip, of a time that comes twice the first is taken.
 * A limited number of occurrences counts the excluded ones too. None is found after the year 2100.
 */
export function occurrences(series: Series, { from, until = Infinity, limit }: Window): number[] {
  const found: number[] = [];
  if (limit <= 0) return found;
  for (const start of startsFrom(series, from)) {
    if (start > until) break;
    found.push(start);
    if (found.length >= limit) break;
  }
  return found;
}

/** The occurrence that runs at `now`, else the next one; none when the series is over. */
export function nextOccurrence(series: Series, now: number, durationMinutes: number): number | undefined {
  if (series.repeat.repeatType === 'CONSTANT') {
    const over = seriesEnd(series, durationMinutes);
    return over === undefined || now < over ? toInstant(series.start, series.zone) : undefined;
  }
  const stillRunning = Math.min(now, now - durationMinutes * MINUTE + 1);
  return occurrences(series, { from: stillRunning, limit: 1 })[0];
}

/** The start of the last occurrence; none when the series never ends or all of it is excluded. */
export function lastOccurrence(series: Series): number | undefined {
  if (isEndless(series.repeat)) return undefined;
  const last = Math.max(lastOfRepeat(series) ?? Number.NEGATIVE_INFINITY, ...(series.additions ?? []));
  return Number.isFinite(last) ? last : undefined;
}

function lastOfRepeat({ repeat, start, zone, exclusions }: Series): number | undefined {
  const readings = readingsOf(repeat, start);
  const excluded = new Set(exclusions);
  if (readings === undefined) {
    const only = toInstant(start, zone);
    return excluded.has(only) ? undefined : only;
  }
  let last = readings.previous(LAST_READING, true);
  while (last !== undefined) {
    const instant = toInstant(localTimeOf(last), zone);
    if (!excluded.has(instant)) return instant;
    last = readings.previous(last, false);
  }
  return undefined;
}

/**
 * The instant from which on nothing of the series runs any more: the end of its last occurrence, of a session
 * without fixed times the end of its expiration date; none when it never ends. A series of which everything is
 * excluded was over when it began.
 */
export function seriesEnd(series: Series, durationMinutes: number): number | undefined {
  const { repeat, start, zone } = series;
  if (isEndless(repeat)) return undefined;
  if (repeat.repeatType === 'CONSTANT' && repeat.expirationDate !== undefined) {
    return toInstant(endOfDay(repeat.expirationDate), zone) + 1000;
  }
  const last = lastOccurrence(series);
  return last === undefined ? toInstant(start, zone) : last + durationMinutes * MINUTE;
}

export type Materialised = {
  readonly starts: readonly number[];
  /** Whether there are occurrences after these. */
  readonly goesOn: boolean;
};

/** The starts from `from` (else the first) up to the horizon, both included, at most `most`: to be kept in a table. */
export function materialised(
  series: Series,
  horizon: number,
  { from, most = 500 }: { readonly from?: number; readonly most?: number } = {},
): Materialised {
  const starts: number[] = [];
  for (const start of startsFrom(series, from)) {
    if (start > horizon || starts.length >= most) return { starts, goesOn: true };
    starts.push(start);
  }
  return { starts, goesOn: false };
}

/** The local time of the first occurrence: the session's start or, where that is on no listed day, the next one. */
export function seriesStart({ repeat, start }: Series): LocalTime {
  return firstStart(repeat, start);
}

function* startsFrom(series: Series, from = Number.NEGATIVE_INFINITY): Generator<number> {
  const excluded = new Set(series.exclusions);
  const added = (series.additions ?? []).filter((start) => start >= from).sort((a, b) => a - b);
  for (const reading of readingsFrom(series, from)) {
    const instant = toInstant(localTimeOf(reading), series.zone);
    if (instant < from || excluded.has(instant)) continue;
    while (added[0] !== undefined && added[0] < instant) yield added.shift() as number;
    yield instant;
  }
  yield* added;
}

/** All readings of the instants from `from` on, and perhaps one day's more before them. */
function* readingsFrom({ repeat, start, zone }: Series, from: number): Generator<number> {
  const readings = readingsOf(repeat, start);
  if (readings === undefined) {
    yield readingOf(start);
    return;
  }
  const first = readingOf(start);
  // A day is more than a clock can be before or behind a reading in UTC.
  if (from > LAST_READING + DAY) return;
  const earliest = from < first - DAY ? first : from + offsetAt(zone, from) * MINUTE - DAY;
  let next = readings.next(earliest, true);
  while (next !== undefined) {
    yield next;
    next = readings.next(next, false);
  }
}
