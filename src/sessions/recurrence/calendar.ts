/** A series in a calendar file (RFC 5545). Its DTSTART is `seriesStart`, in the series' zone. */
import { type LocalTime, toInstant } from '../../time/site-time.ts';
import { endOfDay, LAST_READING, localTimeAt, readingOf } from './clock-readings.ts';
import type { Repeat } from './repeat.ts';
import { type RecurrenceRule, readingsOf, ruleOf, WEEK_START } from './rule.ts';
import type { Series } from './series-starts.ts';

/** The value of the RRULE property, without its name; none for a session with one start. */
export function toRRule(series: Series): string | undefined {
  const rule = ruleOf(series.repeat);
  if (rule === undefined) return undefined;
  const parts: [string, string | number | undefined][] = [
    ['FREQ', rule.freq],
    ['INTERVAL', rule.interval === 1 ? undefined : rule.interval],
    ['BYMONTH', rule.byMonth],
    ['BYMONTHDAY', rule.byMonthDay],
    ['BYYEARDAY', rule.byYearDay],
    ['BYDAY', rule.byDay?.join(',')],
    ['BYSETPOS', rule.bySetPos],
    ['WKST', dependsOnWeekStart(rule) ? WEEK_START : undefined],
    endPart(series),
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : `${name}=${value}`)).join(';');
}

/**
 * The whole EXDATE property, unfolded: `EXDATE;TZID=Europe/Berlin:20261103T090000,20261110T090000`; none when
 * nothing is excluded. Times are those that the rule gives, also where the clocks skip them.
 */
export function toExDate(series: Series): string | undefined {
  const { exclusions = [], zone } = series;
  if (exclusions.length === 0 || ruleOf(series.repeat) === undefined) return undefined;
  const inOrder = [...new Set(exclusions)].sort((a, b) => a - b);
  return dateList(
    'EXDATE',
    inOrder.map((instant) => ruledTime(series, instant)),
    zone,
  );
}

/**
 * The whole RDATE property, unfolded: the dates of an irregular course, and those to which occurrences were moved; none
 * when there are none. The first date is among them though it is DTSTART: some readers take RDATE alone.
 */
export function toRDate(series: Series): string | undefined {
  const { additions = [], zone, repeat, start, exclusions = [] } = series;
  const listed = repeat.repeatType === 'IRREGULARLY' ? (repeat.dates ?? [start]) : [];
  const excluded = new Set(exclusions);
  const instants = [...listed.map((date) => toInstant(date, zone)), ...additions];
  const inOrder = [...new Set(instants)].filter((one) => !excluded.has(one)).sort((a, b) => a - b);
  if (inOrder.length === 0) return undefined;
  return dateList(
    'RDATE',
    inOrder.map((instant) => localTimeAt(instant, zone)),
    zone,
  );
}

function dateList(property: string, dates: readonly LocalTime[], { iana }: Series['zone']): string {
  const times = dates.map(dateTime);
  return iana === 'UTC'
    ? `${property}:${times.map((time) => `${time}Z`).join(',')}`
    : `${property};TZID=${iana}:${times.join(',')}`;
}

/** A rule may have one end only: of two, the one that comes first. UNTIL is in UTC because DTSTART has a zone. */
function endPart({ repeat, start, zone }: Series): [string, string | number | undefined] {
  const { afterMeetingNumber, expirationDate } = repeat;
  if (expirationDate === undefined) return ['COUNT', afterMeetingNumber];
  const day = endOfDay(expirationDate);
  if (afterMeetingNumber !== undefined && lastByNumber(repeat, start) <= readingOf(day)) {
    return ['COUNT', afterMeetingNumber];
  }
  return ['UNTIL', `${dateTime(localTimeAt(toInstant(day, zone), { iana: 'UTC' }))}Z`];
}

function lastByNumber(repeat: Repeat, start: LocalTime): number {
  const readings = readingsOf({ ...repeat, expirationDate: undefined }, start);
  return readings?.previous(LAST_READING, true) ?? LAST_READING;
}

/** An excluded occurrence at the series' time of day, if that is the instant it stands for. */
function ruledTime({ start, zone }: Series, instant: number): LocalTime {
  const shown = localTimeAt(instant, zone);
  const ruled = { ...shown, hour: start.hour, minute: start.minute, second: start.second };
  return toInstant(ruled, zone) === instant ? ruled : shown;
}

function dependsOnWeekStart({ freq, interval, byDay = [] }: RecurrenceRule): boolean {
  return freq === 'WEEKLY' && interval > 1 && byDay.length > 1;
}

function dateTime({ year, month, day, hour, minute, second }: LocalTime): string {
  return `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
