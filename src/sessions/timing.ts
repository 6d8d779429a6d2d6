/** When a session takes place: what is wished of that, laid over what is there. */
import { isDeepStrictEqual } from 'node:util';
import { RuleBroken } from '../refusal.ts';
import { formatLocalTime, type LocalTime, parseSiteTime, toInstant } from '../time/site-time.ts';
import { type TimeZone, zoneOf } from '../time/time-zones.ts';
import { checkedRepeat } from './recurrence/checked-repeat.ts';
import { localTimeAt } from './recurrence/clock-readings.ts';
import type { Repeat, RepeatInput } from './recurrence/repeat.ts';
import { occurrences, seriesStart } from './recurrence/series-starts.ts';
import {
  exceptionsAfter,
  type OccurrenceChange,
  type OwnWish,
  type SeriesException,
} from './series-exceptions.ts';

export interface TimingWish {
  /** On the clocks of the session's zone; parts that are absent stay. Or at once. */
  readonly start?: Partial<LocalTime> | 'now' | undefined;
  /** Every start of a course whose sessions follow no rule; they take the place of those of before. */
  readonly dates?: readonly LocalTime[] | undefined;
  readonly zone?: TimeZone | undefined;
  /** Minutes. */
  readonly duration?: number | undefined;
  readonly repeat?: RepeatInput | undefined;
  /** Single occurrences that were changed before are as their series again. */
  readonly isAnew?: boolean | undefined;
  /** What becomes of single occurrences of a series. */
  readonly changes?: readonly OccurrenceChange[] | undefined;
}

/** When a session takes place: the reading of a clock, its zone, how long, and how it repeats. */
export interface Timing {
  readonly zone: TimeZone;
  readonly startLocal: LocalTime;
  /** Epoch milliseconds; the first start of a series. */
  readonly startAt: number;
  /** Minutes. */
  readonly duration: number;
  readonly repeat: Repeat;
  /** Occurrences that do not take place, or at another time. */
  readonly exceptions: readonly SeriesException[];
}

/** A session that is there has a start; a new one has its host's zone and the usual length alone. */
export type TimingBefore = Pick<Timing, 'zone' | 'duration' | 'repeat'> &
  Partial<Pick<Timing, 'startLocal' | 'startAt' | 'exceptions'>> & {
    /** What its occurrences have that have nothing of their own. */
    readonly usual?: OwnWish;
  };

/**
 * The timing after a wish. Another zone alone keeps the time on the clock. A series whose start is on none of its
 * days begins on the first of them; one that takes place otherwise than before has no exceptions any more.
 * @param now epoch milliseconds
 * @throws RuleBroken for an invalid date or repeat, and when nothing says when the session starts.
 */
export function timingAfter(timing: TimingWish, before: TimingBefore, now: number): Timing {
  const wish = onItsClocks(timing, before);
  const { startLocal, startAt, exceptions = [], usual } = before;
  const duration = wish.duration ?? before.duration;
  const isSilent = [wish.start, wish.dates, wish.zone, wish.repeat, wish.changes, wish.isAnew].every(
    (part) => part === undefined,
  );
  if (isSilent && startLocal && startAt !== undefined) {
    const { zone, repeat } = before;
    return { zone, repeat, startLocal, startAt, duration, exceptions };
  }
  const zone = wish.zone ?? before.zone;
  const start = startAfter(wish.start ?? wish.dates?.[0], startLocal, zone, now);
  const repeat = checkedRepeat(datedRepeat(wish, movedAlong(before, start)), start);
  if (repeat.repeatType === 'NO_REPEAT') {
    if (wish.changes) throw new RuleBroken('repeatSession', 'is about sessions that recur');
    const instant = wish.start === 'now' ? now : toInstant(start, zone);
    return { zone, startLocal: start, startAt: instant, duration, repeat, exceptions: [] };
  }
  const first = seriesStart({ start, zone, repeat });
  const series = { start: first, zone, repeat };
  const isAsBefore =
    !wish.isAnew &&
    zone.id === before.zone.id &&
    zone.iana === before.zone.iana &&
    isDeepStrictEqual(first, startLocal) &&
    isDeepStrictEqual(defined(repeat), defined(before.repeat));
  const after = exceptionsAfter(series, isAsBefore ? exceptions : [], wish.changes ?? [], usual);
  const [firstHeld = toInstant(first, zone)] = occurrences(
    { ...series, exclusions: after.map(({ from }) => from), additions: after.flatMap(({ to }) => to ?? []) },
    { limit: 1 },
  );
  return { zone, startLocal: first, startAt: firstHeld, duration, repeat, exceptions: after };
}

/**
 * Of a session in a zone that has no number, who knows numbers alone reads and writes the times of the nearest zone: they
 * are the same instants on the clocks of its own.
 */
function onItsClocks(wish: TimingWish, { zone, startLocal }: TimingBefore): TimingWish {
  const nearest = zoneOf(zone.id);
  if (zone.iana === nearest.iana || (wish.zone && wish.zone.iana !== nearest.iana)) return wish;
  const shown = startLocal && localTimeAt(toInstant(startLocal, zone), nearest);
  const own = (reading: LocalTime) => localTimeAt(toInstant(reading, nearest), zone);
  return {
    ...wish,
    zone: undefined,
    start:
      wish.start === undefined || wish.start === 'now'
        ? wish.start
        : own(startAfter(wish.start, shown, nearest, 0)),
    dates: wish.dates?.map(own),
    changes: wish.changes?.map((change) =>
      typeof change.start === 'object' ? { ...change, start: own(change.start) } : change,
    ),
  };
}

/** A course without a rule is of the dates that are listed, or goes on with those that it has. */
function datedRepeat({ dates, start, repeat: wish }: TimingWish, before: RepeatInput): RepeatInput {
  const repeat = repeatAfter(wish, before);
  if (repeat.repeatType === 'IRREGULARLY')
    return { ...repeat, dates: dates ?? (start ? undefined : repeat.dates) };
  if (dates && dates.length > 1) {
    throw new RuleBroken('startDate', 'may be given several times in a course that recurs IRREGULARLY alone');
  }
  return repeat;
}

function startAfter(
  wish: TimingWish['start'],
  before: LocalTime | undefined,
  zone: TimeZone,
  now: number,
): LocalTime {
  if (wish === 'now') return localTimeAt(now, zone);
  const { year, month, day, hour, minute, second } = { ...before, ...wish };
  if (
    year === undefined ||
    month === undefined ||
    day === undefined ||
    hour === undefined ||
    minute === undefined
  ) {
    throw new RuleBroken('startDate', 'is required');
  }
  const start = parseSiteTime(formatLocalTime({ year, month, day, hour, minute, second: second ?? 0 }));
  if (!start) throw new RuleBroken('startDate', 'is an invalid date');
  return start;
}

/**
 * A series that took place on the day of its start alone goes on on the day of its new start. One that names other
 * days as well keeps them.
 */
function movedAlong({ repeat, startLocal }: TimingBefore, start: LocalTime): RepeatInput {
  const isBound = repeat.repeatType === 'NO_REPEAT' || repeat.repeatType === 'IRREGULARLY';
  if (isBound || startLocal === undefined) return repeat;
  if (isDeepStrictEqual(startLocal, start)) return repeat;
  const { dayInWeek, dayInMonth, weekInMonth, monthInYear, dayInYear, ...rest } = repeat;
  const ofStart = checkedRepeat(rest, startLocal);
  return isDeepStrictEqual(defined(checkedRepeat(repeat, startLocal)), defined(ofStart)) ? rest : repeat;
}

/** A wish without a repeatType speaks of the series that is there: of its end, mostly. */
function repeatAfter(wish: RepeatInput | undefined, before: RepeatInput): RepeatInput {
  if (wish === undefined) return before;
  const wished = defined(wish);
  if (wished.repeatType !== undefined) return wished;
  const hasEnd = wished.afterMeetingNumber !== undefined || wished.expirationDate !== undefined;
  return {
    ...before,
    ...(hasEnd && { afterMeetingNumber: undefined, expirationDate: undefined }),
    ...wished,
  };
}

function defined<T extends object>(values: T): Partial<T> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
