/**
 * Recurrence reckoned the slow way, to check the real one: one day after the other, each asked whether it is
 * due, and every zone asked through Intl. Shares nothing with src/ but the types.
 */
import type { Repeat } from '../../../src/sessions/recurrence.ts';
import type { LocalTime } from '../../../src/time/site-time.ts';

export const DAY = 86_400_000;
const DAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** At most `limit` starts of a series without exclusions, none after the year `lastYear`. */
export function reckoned(
  repeat: Repeat,
  start: LocalTime,
  iana: string,
  limit: number,
  lastYear = 2100,
): number[] {
  const found: number[] = [];
  const day0 = Date.UTC(start.year, start.month - 1, start.day);
  const time = ((start.hour * 60 + start.minute) * 60 + start.second) * 1000;
  const { expirationDate: end, afterMeetingNumber = Number.POSITIVE_INFINITY } = repeat;
  const lastDay = end ? Date.UTC(end.year, end.month - 1, end.day) : Date.UTC(lastYear, 11, 31);
  let first: number | undefined;
  for (let day = day0; day <= lastDay && found.length < Math.min(limit, afterMeetingNumber); day += DAY) {
    if (!listed(repeat, new Date(day))) continue;
    first ??= day;
    if (periods(repeat, first, day) % (repeat.interval ?? 1) === 0) found.push(instantOf(day + time, iana));
  }
  return found;
}

/** The instant at which the zone's clocks show the reading: the first, or moved on if there is none. */
export function instantOf(reading: number, iana: string): number {
  const offsets = [-DAY, DAY].map((away) => shownAt(reading + away, iana) - (reading + away));
  const fitting = offsets.map((offset) => reading - offset).filter((at) => shownAt(at, iana) === reading);
  return fitting.length > 0 ? Math.min(...fitting) : reading - (offsets[0] ?? 0);
}

/** What the zone's clocks show at an instant, as milliseconds in UTC. */
export function shownAt(instant: number, iana: string): number {
  const parts = clockOf(iana).formatToParts(instant);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [
    'year',
    'month',
    'day',
    'hour',
    'minute',
    'second',
  ].map((type) => Number(parts.find((part) => part.type === type)?.value));
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function listed(
  { repeatType, dayInWeek, dayInMonth, weekInMonth, monthInYear, dayInYear }: Repeat,
  date: Date,
) {
  if (repeatType === 'DAILY' && dayInWeek === undefined) return true;
  if (dayInYear !== undefined) {
    return date.getTime() === Date.UTC(date.getUTCFullYear(), 0, dayInYear) && isDayOf(date, dayInYear);
  }
  if (monthInYear !== undefined && date.getUTCMonth() + 1 !== monthInYear) return false;
  if (dayInMonth !== undefined) return date.getUTCDate() === dayInMonth;
  const named = (each: Date) => dayInWeek?.some((day) => day === DAYS[each.getUTCDay()]) ?? false;
  if (weekInMonth === undefined || !named(date)) return named(date);
  const alike = daysOfMonth(date).filter(named);
  const meant = weekInMonth === 5 ? alike[alike.length - 1] : alike[weekInMonth - 1];
  return meant?.getTime() === date.getTime();
}

/** Day 366 of a common year is January 1 to Date, not to us. */
function isDayOf(date: Date, dayInYear: number): boolean {
  return dayInYear < 366 || new Date(Date.UTC(date.getUTCFullYear(), 1, 29)).getUTCDate() === 29;
}

function daysOfMonth(date: Date): Date[] {
  const month = date.getUTCMonth();
  const days: Date[] = [];
  for (let day = new Date(Date.UTC(date.getUTCFullYear(), month, 1)); day.getUTCMonth() === month; ) {
    days.push(day);
    day = new Date(day.getTime() + DAY);
  }
  return days;
}

/** How many days, weeks from Sunday, months or years lie between two days. */
function periods({ repeatType }: Repeat, first: number, day: number): number {
  const [from, to] = [new Date(first), new Date(day)];
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  switch (repeatType) {
    case 'DAILY':
      return (day - first) / DAY;
    case 'WEEKLY':
      return (sundayBefore(to) - sundayBefore(from)) / (7 * DAY);
    case 'MONTHLY':
      return years * 12 + to.getUTCMonth() - from.getUTCMonth();
    default:
      return years;
  }
}

function sundayBefore(date: Date): number {
  return date.getTime() - date.getUTCDay() * DAY;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(iana: string): Intl.DateTimeFormat {
  const known = clocks.get(iana);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: iana,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(iana, clock);
  return clock;
}
