/** A repeat in an English sentence, for mail and pages. */
import type { LocalTime } from '../../time/site-time.ts';
import { type DayOfWeek, LAST_WEEK, type Repeat } from './repeat.ts';
import type { Series } from './series-starts.ts';

/** `Every week on Tuesday and Thursday, until December 18, 2026`; without a full stop. */
export function describe({ repeat }: Pick<Series, 'repeat'>): string {
  return [pattern(repeat), ...end(repeat)].join(', ');
}

function pattern(repeat: Repeat): string {
  const { dayInWeek = [], interval = 1 } = repeat;
  switch (repeat.repeatType) {
    case 'NO_REPEAT':
      return 'Once';
    case 'CONSTANT':
      return 'Open at any time';
    case 'IRREGULARLY':
      return onDates(repeat.dates ?? []);
    case 'DAILY':
      if (dayInWeek.length === 0) return every(interval, 'day');
      return interval === 1
        ? everyListedDay(dayInWeek)
        : `${every(interval, 'day')}, only on ${days(dayInWeek)}`;
    case 'WEEKLY':
      return interval === 1 && isWeekdays(dayInWeek)
        ? everyListedDay(dayInWeek)
        : `${every(interval, 'week')} on ${days(dayInWeek)}`;
    case 'MONTHLY':
      return `${every(interval, 'month')} on ${dayInMonth(repeat)}`;
    case 'YEARLY':
      return `${every(interval, 'year')} on ${dayInYear(repeat)}`;
  }
}

/** The first of a long list, so that a line stays one. */
const DATES_TOLD = 12;

function onDates(dates: readonly LocalTime[]): string {
  const told = dates.slice(0, DATES_TOLD).map((one) => `${date(one)} at ${clock(one)}`);
  const left = dates.length - told.length;
  return `On ${left > 0 ? `${told.join('; ')}; and ${left} more` : joinedBy('; ', told)}`;
}

function everyListedDay(dayInWeek: readonly DayOfWeek[]): string {
  return isWeekdays(dayInWeek) ? 'Every weekday' : `Every week on ${days(dayInWeek)}`;
}

function dayInMonth(repeat: Repeat): string {
  return repeat.dayInMonth === undefined ? nthDay(repeat) : `day ${repeat.dayInMonth}`;
}

function dayInYear(repeat: Repeat): string {
  if (repeat.monthInYear === undefined) return `day ${repeat.dayInYear} of the year`;
  const month = MONTHS[repeat.monthInYear - 1];
  return repeat.dayInMonth === undefined ? `${nthDay(repeat)} of ${month}` : `${month} ${repeat.dayInMonth}`;
}

/** `the second Tuesday`, `the last weekday`. */
function nthDay({ weekInMonth = LAST_WEEK, dayInWeek = [] }: Repeat): string {
  return `the ${PLACES[weekInMonth - 1]} ${oneOf(dayInWeek)}`;
}

function oneOf(dayInWeek: readonly DayOfWeek[]): string {
  if (dayInWeek.length === 7) return 'day';
  if (isWeekdays(dayInWeek)) return 'weekday';
  if (dayInWeek.length === 2 && dayInWeek.includes('SATURDAY') && dayInWeek.includes('SUNDAY')) {
    return 'weekend day';
  }
  return joined(fromMonday(dayInWeek).map(capitalised), 'or');
}

function days(dayInWeek: readonly DayOfWeek[]): string {
  return joined(fromMonday(dayInWeek).map(capitalised), 'and');
}

function end({ afterMeetingNumber, expirationDate }: Repeat): string[] {
  const number =
    afterMeetingNumber === undefined
      ? []
      : [afterMeetingNumber === 1 ? '1 meeting' : `${afterMeetingNumber} meetings`];
  if (expirationDate === undefined) return number;
  return [...number, `until ${date(expirationDate)}${number.length > 0 ? ' at the latest' : ''}`];
}

function every(interval: number, unit: string): string {
  return interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
}

function isWeekdays(dayInWeek: readonly DayOfWeek[]): boolean {
  return dayInWeek.length === 5 && !dayInWeek.includes('SATURDAY') && !dayInWeek.includes('SUNDAY');
}

function fromMonday(dayInWeek: readonly DayOfWeek[]): readonly DayOfWeek[] {
  return [...dayInWeek.filter((day) => day !== 'SUNDAY'), ...dayInWeek.filter((day) => day === 'SUNDAY')];
}

function joined(words: readonly string[], conjunction: string): string {
  return joinedBy(', ', words, ` ${conjunction} `);
}

function joinedBy(separator: string, words: readonly string[], last = `${separator}and `): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(separator)}${last}${words[words.length - 1]}`;
}

function capitalised(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}

/** `10:30 AM`. */
function clock({ hour, minute }: LocalTime): string {
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`;
}

function date({ year, month, day }: LocalTime): string {
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

const PLACES = ['first', 'second', 'third', 'fourth', 'last'];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
