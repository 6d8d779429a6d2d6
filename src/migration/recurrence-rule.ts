/** The elements of `repeat` as a rule of RFC 2445. */
import { parseSiteTime } from '../time/site-time.ts';
import type { ReadElement } from './conversions.ts';

const DAYS: Readonly<Record<string, string>> = {
  SUNDAY: 'SU',
  MONDAY: 'MO',
  TUESDAY: 'TU',
  WEDNESDAY: 'WE',
  THURSDAY: 'TH',
  FRIDAY: 'FR',
  SATURDAY: 'SA',
};

const KINDS: ReadonlySet<string> = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']);

/** @param read an element of `repeat`; nothing where it does not recur, or always does */
export function recurrenceRule(read: ReadElement): string | undefined {
  const kind = read('repeatType')?.toUpperCase() ?? '';
  if (!KINDS.has(kind)) return undefined;
  const day = DAYS[read('dayInWeek/day')?.toUpperCase() ?? ''];
  const week = read('weekInMonth');
  const until = parseSiteTime(read('expirationDate') ?? '');
  const count = read('afterMeetingNumber') ?? read('endAfter');
  const parts = [
    ['FREQ', kind],
    ['INTERVAL', read('interval') ?? '1'],
    ['BYDAY', day === undefined ? undefined : `${week ?? ''}${day}`],
    ['BYMONTHDAY', day === undefined ? read('dayInMonth') : undefined],
    ['BYMONTH', read('monthInYear')],
    ['COUNT', count],
    ['UNTIL', count === undefined && until ? untilOf(until) : undefined],
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(';');
}

function untilOf({
  year,
  month,
  day,
}: {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}) {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}${two(month)}${two(day)}T235959Z`;
}
