/** A repeat in the words of RFC 5545: what the recurrence library reckons with and what calendar files say. */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from '../../time/site-time.ts';
import { endOfDay, LAST_READING, localTimeOf, readingOf } from './clock-readings.ts';
import { type DayOfWeek, LAST_WEEK, type Repeat } from './repeat.ts';

/** The parts of a rule, all but its end. Days are `TU`, or with their place in the month `2TU` and `-1TU`. */
export type RecurrenceRule = {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly byMonth?: number;
  readonly byMonthDay?: number;
  readonly byYearDay?: number;
  readonly byDay?: readonly string[];
  readonly bySetPos?: number;
};

/** The interface lists its days from Sunday, so that is where we let a week begin. It counts for every other week. */
export const WEEK_START = 'SU';

/** None for a session that has one start only, or a list of them. */
export function ruleOf(repeat: Repeat): RecurrenceRule | undefined {
  const { repeatType, interval = 1, dayInMonth, monthInYear, dayInYear } = repeat;
  if (repeatType === 'NO_REPEAT' || repeatType === 'CONSTANT' || repeatType === 'IRREGULARLY')
    return undefined;
  // The same days, in the form that every calendar knows.
  const everyListedDay = repeatType === 'DAILY' && interval === 1 && repeat.dayInWeek !== undefined;
  return {
    freq: everyListedDay ? 'WEEKLY' : repeatType,
    interval,
    ...(monthInYear !== undefined && { byMonth: monthInYear }),
    ...(dayInMonth !== undefined && { byMonthDay: dayInMonth }),
    ...(dayInYear !== undefined && { byYearDay: dayInYear }),
    ...daysOf(repeat),
  };
}

/**
 * The first occurrence: the first listed day on or after the session's start, at the start's time. Clients send
 * a start on a day that they do not list (Zimbra). Taking it as one more occurrence, as some calendars do, would
 * hold a meeting on a day that nobody asked for; and RFC 5545 leaves such a DTSTART undefined. Intervals count
 * from here, so "every two weeks on Monday" asked for on a Wednesday begins on the next Monday.
 */
export function firstStart(repeat: Repeat, start: LocalTime): LocalTime {
  if (repeat.repeatType === 'IRREGULARLY') return repeat.dates?.[0] ?? start;
  const rule = ruleOf(repeat);
  if (rule === undefined) return start;
  const reading = readingOf(start);
  const first = library({ ...rule, interval: 1 }, reading, {}).next(new Date(reading), true);
  return first === null ? start : localTimeOf(first.epochMilliseconds);
}

/** The readings of a series, one after the other. */
export interface Readings {
  /** The first one behind a reading. */
  next(reading: number, included: boolean): number | undefined;
  /** The last one before a reading. */
  previous(reading: number, included: boolean): number | undefined;
}

/**
 * The readings of the occurrences, as dates of a zone without daylight saving; nothing where there is one only. The
 * library left alone with the zone would drop an occurrence that falls into the hour which clocks skip in spring; here
 * it is moved instead.
 */
export function readingsOf(repeat: Repeat, start: LocalTime): Readings | undefined {
  if (repeat.repeatType === 'IRREGULARLY') return listedReadings(repeat.dates ?? [start]);
  const rule = ruleOf(repeat);
  if (rule === undefined) return undefined;
  const { afterMeetingNumber, expirationDate } = repeat;
  const until = expirationDate === undefined ? LAST_READING : readingOf(endOfDay(expirationDate));
  const ruled = library(rule, readingOf(firstStart(repeat, start)), {
    until: inUtc(until),
    ...(afterMeetingNumber !== undefined && { count: afterMeetingNumber }),
  });
  return {
    next: (reading, included) => ruled.next(new Date(reading), included)?.epochMilliseconds,
    previous: (reading, included) => ruled.previous(new Date(reading), included)?.epochMilliseconds,
  };
}

function listedReadings(dates: readonly LocalTime[]): Readings {
  const readings = dates.map(readingOf);
  return {
    next: (after, included) => readings.find((one) => one > after || (included && one === after)),
    previous: (before, included) => readings.findLast((one) => one < before || (included && one === before)),
  };
}

type End = { readonly count?: number; readonly until?: Temporal.ZonedDateTime };

function library(rule: RecurrenceRule, first: number, end: End): RRuleTemporal {
  return new RRuleTemporal({
    freq: rule.freq,
    interval: rule.interval,
    wkst: WEEK_START,
    dtstart: inUtc(first),
    ...(rule.byMonth !== undefined && { byMonth: [rule.byMonth] }),
    ...(rule.byMonthDay !== undefined && { byMonthDay: [rule.byMonthDay] }),
    ...(rule.byYearDay !== undefined && { byYearDay: [rule.byYearDay] }),
    ...(rule.byDay !== undefined && { byDay: [...rule.byDay] }),
    ...(rule.bySetPos !== undefined && { bySetPos: [rule.bySetPos] }),
    ...end,
  });
}

function inUtc(reading: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(reading).toZonedDateTimeISO('UTC');
}

/** Several days of one week in the month mean one of them, as in "the last weekday" (Zimbra, Outlook). */
function daysOf({ dayInWeek, weekInMonth }: Repeat): Pick<RecurrenceRule, 'byDay' | 'bySetPos'> {
  if (dayInWeek === undefined) return {};
  const days = dayInWeek.map(shortName);
  if (weekInMonth === undefined) return { byDay: days };
  const place = weekInMonth === LAST_WEEK ? -1 : weekInMonth;
  return days.length === 1 ? { byDay: [`${place}${days[0]}`] } : { byDay: days, bySetPos: place };
}

function shortName(day: DayOfWeek): string {
  return day.slice(0, 2);
}
