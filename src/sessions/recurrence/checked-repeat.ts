/** What clients may ask for as a repeat, and what they mean by what they leave out. */
import { RuleBroken } from '../../refusal.ts';
import { formatLocalTime, type LocalTime, parseSiteTime } from '../../time/site-time.ts';
import { endOfDay, readingOf } from './clock-readings.ts';
import {
  DAYS_OF_WEEK,
  type DayOfWeek,
  LAST_WEEK,
  NO_REPEAT,
  type Repeat,
  type RepeatInput,
} from './repeat.ts';
import { firstStart } from './rule.ts';

const LONGEST_INTERVAL = 999;
const MOST_MEETINGS = 999;

type Pattern = Omit<Repeat, 'repeatType'>;

/**
 * What a client asks for, completed from the session's start: a day that the client does not name is the
 * start's own. A checked repeat can be checked again, with another start.
 * @throws RuleBroken when an element is out of range or contradicts another
 */
export function checkedRepeat(input: RepeatInput, start: LocalTime): Repeat {
  const { repeatType = 'NO_REPEAT' } = input;
  if (repeatType === 'NO_REPEAT') return NO_REPEAT;
  if (repeatType === 'CONSTANT') return checkedEnd({ repeatType, ...byDate(input) }, start);
  if (repeatType === 'IRREGULARLY') return { repeatType, dates: checkedDates(input.dates ?? [start]) };
  const interval = whole('interval', input.interval ?? 1, 1, LONGEST_INTERVAL);
  const repeat = { repeatType, interval, ...patternOf(repeatType, input, start) };
  return checkedEnd({ ...repeat, ...byNumber(input), ...byDate(input) }, start);
}

function checkedEnd(repeat: Repeat, start: LocalTime): Repeat {
  const { expirationDate } = repeat;
  if (expirationDate === undefined) return repeat;
  if (readingOf(endOfDay(expirationDate)) < readingOf(firstStart(repeat, start))) {
    throw new RuleBroken('expirationDate', 'must not be before the first meeting of the series');
  }
  return repeat;
}

/** In order. @throws RuleBroken when two are equal, or there are too many */
function checkedDates(dates: readonly LocalTime[]): readonly LocalTime[] {
  if (dates.length > MOST_MEETINGS) throw new RuleBroken('startDate', `may be given ${MOST_MEETINGS} times`);
  const inOrder = dates.toSorted((one, other) => readingOf(one) - readingOf(other));
  for (const [at, date] of inOrder.entries()) {
    const before = inOrder[at - 1];
    if (before && readingOf(before) === readingOf(date)) {
      throw new RuleBroken('startDate', `must not be given twice: ${formatLocalTime(date)}`);
    }
  }
  return inOrder;
}

function patternOf(
  repeatType: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY',
  input: RepeatInput,
  start: LocalTime,
): Pattern {
  const dayInWeek = listedDays(input);
  switch (repeatType) {
    case 'DAILY':
      // "Every weekday" is asked for as DAILY with the five days (Zimbra).
      return dayInWeek === undefined ? {} : { dayInWeek };
    case 'WEEKLY':
      return { dayInWeek: dayInWeek ?? [dayOfWeek(start)] };
    case 'MONTHLY':
      return dayWithinMonth(input, start);
    case 'YEARLY':
      return dayWithinYear(input, start);
  }
}

function dayWithinYear(input: RepeatInput, start: LocalTime): Pattern {
  const { dayInMonth, weekInMonth, monthInYear, dayInYear } = input;
  if (
    dayInYear !== undefined &&
    dayInMonth === undefined &&
    weekInMonth === undefined &&
    monthInYear === undefined
  ) {
    return { dayInYear: whole('dayInYear', dayInYear, 1, 366) };
  }
  const month = whole('monthInYear', monthInYear ?? start.month, 1, 12);
  const within = dayWithinMonth(input, start);
  if (within.dayInMonth !== undefined && within.dayInMonth > longestOf(month)) {
    throw new RuleBroken('dayInMonth', `month ${month} has no day ${within.dayInMonth}`);
  }
  return { monthInYear: month, ...within };
}

/** Who names a week or only days of the week means a day of a week; everything else is a day of the month. */
function dayWithinMonth(input: RepeatInput, start: LocalTime): Pattern {
  const listed = listedDays(input);
  if (input.weekInMonth !== undefined || (listed !== undefined && input.dayInMonth === undefined)) {
    return { weekInMonth: weekOf(input, start), dayInWeek: listed ?? [dayOfWeek(start)] };
  }
  return { dayInMonth: whole('dayInMonth', input.dayInMonth ?? start.day, 1, 31) };
}

function weekOf({ weekInMonth }: RepeatInput, start: LocalTime): number {
  if (weekInMonth === undefined) return Math.ceil(start.day / 7);
  // Zimbra writes the last week as -1, the schemas of the other services allow 6.
  if (weekInMonth === -1) return LAST_WEEK;
  return Math.min(whole('weekInMonth', weekInMonth, 1, 6), LAST_WEEK);
}

function byNumber({ afterMeetingNumber = 0 }: RepeatInput): Pattern {
  // The reference guide's range begins with 0, which ends nothing.
  if (afterMeetingNumber === 0) return {};
  return { afterMeetingNumber: whole('afterMeetingNumber', afterMeetingNumber, 1, MOST_MEETINGS) };
}

function byDate({ expirationDate }: RepeatInput): Pattern {
  if (expirationDate === undefined || expirationDate === '') return {};
  const date = typeof expirationDate === 'string' ? parseSiteTime(expirationDate) : expirationDate;
  if (date === undefined) {
    throw new RuleBroken('expirationDate', 'must be a date of the form MM/DD/YYYY HH:mm:ss');
  }
  return { expirationDate: date };
}

/** Each day once, Sunday first; an empty list is none. */
function listedDays({ dayInWeek = [] }: RepeatInput): readonly DayOfWeek[] | undefined {
  const listed = DAYS_OF_WEEK.filter((day) => dayInWeek.includes(day));
  return listed.length === 0 ? undefined : listed;
}

function dayOfWeek(local: LocalTime): DayOfWeek {
  return DAYS_OF_WEEK[new Date(readingOf(local)).getUTCDay()] ?? 'SUNDAY';
}

/** The days of a month in the years when it has most. */
function longestOf(month: number): number {
  return new Date(Date.UTC(2000, month, 0)).getUTCDate();
}

function whole(element: string, value: number, least: number, most: number): number {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RuleBroken(element, `must be a whole number from ${least} to ${most}`);
  }
  return value;
}
