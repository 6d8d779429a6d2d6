/** A rule of RFC 2445, as clients send it, in the words of the domain. */
import {
  DAYS_OF_WEEK,
  type DayOfWeek,
  type RepeatInput,
  type RepeatType,
} from '../../sessions/recurrence.ts';
import { InvalidItem } from '../rest-refusals.ts';

const TYPES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const satisfies readonly RepeatType[];
type Frequency = (typeof TYPES)[number];

/** Five years of each. */
const MOST: Readonly<Record<Frequency, number>> = { DAILY: 1826, WEEKLY: 261, MONTHLY: 60, YEARLY: 5 };

/** Years that a series may reach ahead. */
const HORIZON = 10;

/** Parts that change nothing, or that a series without them is not another for. */
const IGNORED = new Set(['WKST', 'DTSTART']);

/**
 * @param localOf the reading of the clocks of the meeting at an instant, in `YYYY MM DD`
 * @param now epoch milliseconds
 * @throws InvalidItem
 */
export function repeatOf(
  recurrence: string,
  localOf: (at: number) => { readonly year: number; readonly month: number; readonly day: number },
  now: number,
): RepeatInput {
  const parts = partsOf(recurrence);
  const frequency = parts.get('FREQ') as Frequency | undefined;
  if (!frequency || !TYPES.includes(frequency)) throw broken(`FREQ must be one of ${TYPES.join(', ')}`);
  const interval = wholeOf(parts, 'INTERVAL') ?? 1;
  const afterMeetingNumber = wholeOf(parts, 'COUNT');
  if (afterMeetingNumber !== undefined && afterMeetingNumber > MOST[frequency]) {
    throw broken(`COUNT must be at most ${MOST[frequency]} with ${frequency}`);
  }
  return {
    repeatType: frequency,
    interval,
    afterMeetingNumber,
    expirationDate: untilOf(parts.get('UNTIL'), localOf, now),
    ...daysOf(frequency, parts),
  };
}

function partsOf(recurrence: string): Map<string, string> {
  const rule = recurrence.trim().replace(/^RRULE:/i, '');
  const parts = new Map<string, string>();
  for (const part of rule.split(';')) {
    if (part.trim() === '') continue;
    const [name = '', value, ...more] = part.trim().toUpperCase().split('=');
    if (value === undefined || value === '' || more.length > 0 || parts.has(name))
      throw broken(`${part} cannot be read`);
    if (IGNORED.has(name)) continue;
    if (!READ.has(name)) throw broken(`${name} is not supported`);
    parts.set(name, value);
  }
  return parts;
}

const READ = new Set([
  'FREQ',
  'INTERVAL',
  'COUNT',
  'UNTIL',
  'BYDAY',
  'BYSETPOS',
  'BYMONTHDAY',
  'BYMONTH',
  'BYYEARDAY',
]);

function wholeOf(parts: ReadonlyMap<string, string>, name: string): number | undefined {
  const value = parts.get(name);
  if (value === undefined) return undefined;
  if (!/^\d{1,4}$/.test(value) || Number(value) < 1) throw broken(`${name} must be a whole number from 1`);
  return Number(value);
}

/** Of several values the first counts, as documented for days of months and years. */
function firstOf(parts: ReadonlyMap<string, string>, name: string): number | undefined {
  const value = parts.get(name)?.split(',')[0];
  if (value === undefined) return undefined;
  if (!/^-?\d{1,3}$/.test(value)) throw broken(`${name} must be a number`);
  return Number(value);
}

function untilOf(
  until: string | undefined,
  localOf: (at: number) => { readonly year: number; readonly month: number; readonly day: number },
  now: number,
): RepeatInput['expirationDate'] {
  if (until === undefined) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '0', second = '0', utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(until) ?? [];
  const reading = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour ?? 0),
    Number(minute),
    Number(second),
  );
  if (year === '' || new Date(reading).getUTCDate() !== Number(day)) {
    throw broken('UNTIL must be a date such as 20261231T090000Z');
  }
  if (new Date(reading).getUTCFullYear() > new Date(now).getUTCFullYear() + HORIZON) {
    throw broken(`UNTIL must be at most ${HORIZON} years ahead`);
  }
  const date = utc ? localOf(reading) : { year: Number(year), month: Number(month), day: Number(day) };
  return { year: date.year, month: date.month, day: date.day, hour: 0, minute: 0, second: 0 };
}

/** A day with its place in the month, such as `2TU` and `-1FR`. */
const DAY = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/;

function daysOf(frequency: Frequency, parts: ReadonlyMap<string, string>): Partial<RepeatInput> {
  const listed = (parts.get('BYDAY') ?? '')
    .split(',')
    .filter(Boolean)
    .map((written) => {
      const [, place, name] = DAY.exec(written) ?? [];
      const day = DAYS_OF_WEEK.find((one) => one.slice(0, 2) === name);
      if (!day) throw broken(`BYDAY has no day ${written.slice(0, 10)}`);
      return { day, place: place === undefined ? undefined : Number(place) };
    });
  const days = listed.map(({ day }) => day);
  const own = days.length > 0 ? { dayInWeek: days } : {};
  if (frequency === 'DAILY' || frequency === 'WEEKLY') return own;
  const month = frequency === 'YEARLY' ? firstOf(parts, 'BYMONTH') : undefined;
  const ofYear = month === undefined ? {} : { monthInYear: month };
  const [first] = listed;
  if (first) return { ...ofYear, ...placed(first, days, firstOf(parts, 'BYSETPOS')) };
  const dayInMonth = firstOf(parts, 'BYMONTHDAY');
  if (dayInMonth !== undefined && dayInMonth < 1) throw broken('BYMONTHDAY must be from 1 to 31');
  const dayInYear = frequency === 'YEARLY' ? firstOf(parts, 'BYYEARDAY') : undefined;
  return {
    ...ofYear,
    ...(dayInMonth !== undefined && { dayInMonth }),
    ...(dayInYear !== undefined && { dayInYear }),
  };
}

function placed(
  { day, place }: { readonly day: DayOfWeek; readonly place: number | undefined },
  days: readonly DayOfWeek[],
  setPlace: number | undefined,
): Partial<RepeatInput> {
  const weekInMonth = place ?? setPlace;
  if (weekInMonth === undefined) throw broken('BYDAY needs a place in the month, such as 2TU');
  if (weekInMonth !== -1 && (weekInMonth < 1 || weekInMonth > 5)) {
    throw broken('the place of a day must be from 1 to 5, or -1');
  }
  return { weekInMonth, dayInWeek: place === undefined ? days : [day] };
}

function broken(why: string): InvalidItem {
  return new InvalidItem(`'recurrence' is not supported: ${why}`, 'recurrence');
}
