/** How a session repeats: what the form says of it, as a repeat, and the other way round. */
import type { FieldProblem } from '../../browser/pages/schedule-page.ts';
import {
  DAYS_OF_WEEK,
  type DayOfWeek,
  LAST_WEEK,
  type Repeat,
  type RepeatInput,
} from '../../sessions/recurrence/repeat.ts';
import type { LocalTime } from '../../time/site-time.ts';
import { dateIn, dateText, numberIn } from './date-fields.ts';
import type { RepeatWord, ScheduleFields } from './schedule-fields.ts';

const WORKDAYS: readonly DayOfWeek[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const DAY_FIELDS = ['DAY0', 'DAY1', 'DAY2', 'DAY3', 'DAY4', 'DAY5', 'DAY6'] as const;

/** @returns nothing where the series goes on as it is */
export function repeatIn(
  fields: ScheduleFields,
  start: LocalTime | undefined,
  problems: FieldProblem[],
): RepeatInput | undefined {
  const word = fields.REPEAT ?? 'NONE';
  if (word === 'KEEP') return undefined;
  if (word === 'NONE') return { repeatType: 'NO_REPEAT' };
  const interval = fields.EVERY === undefined ? 1 : numberIn(fields.EVERY, 1, 999);
  if (interval === undefined) problems.push({ field: 'EVERY', word: 'number', detail: '1–999' });
  const end = endIn(fields, problems);
  const days = DAYS_OF_WEEK.filter((_day, at) => fields[DAY_FIELDS[at] ?? 'DAY0'] === true);
  switch (word) {
    case 'ANYTIME':
      return { repeatType: 'CONSTANT', expirationDate: end.expirationDate };
    case 'DAILY':
      return { repeatType: 'DAILY', interval, ...end };
    case 'WEEKDAYS':
      return { repeatType: 'DAILY', dayInWeek: WORKDAYS, ...end };
    case 'WEEKLY':
      return { repeatType: 'WEEKLY', interval, dayInWeek: days.length > 0 ? days : undefined, ...end };
    case 'MONTHLY':
      return { repeatType: 'MONTHLY', interval, dayInMonth: start?.day, ...end };
    case 'NTH':
      return { repeatType: 'MONTHLY', interval, ...nthIn(start), ...end };
    case 'YEARLY':
      return { repeatType: 'YEARLY', interval, dayInMonth: start?.day, monthInYear: start?.month, ...end };
    default:
      problems.push({ field: 'REPEAT', word: 'choice' });
      return undefined;
  }
}

/** The week of the month that the start is in, by its day of the week: the second Tuesday, the last Friday. */
function nthIn(start: LocalTime | undefined): Pick<RepeatInput, 'weekInMonth' | 'dayInWeek'> {
  if (!start) return {};
  const week = Math.ceil(start.day / 7);
  return { weekInMonth: Math.min(week, LAST_WEEK), dayInWeek: [dayOf(start)] };
}

export function dayOf({ year, month, day }: LocalTime): DayOfWeek {
  return DAYS_OF_WEEK[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? 'SUNDAY';
}

type End = Pick<RepeatInput, 'afterMeetingNumber' | 'expirationDate'>;

function endIn({ ENDS, UNTIL = '', TIMES = '' }: ScheduleFields, problems: FieldProblem[]): End {
  if (ENDS === 'ON') {
    const day = dateIn(UNTIL);
    if (!day) problems.push({ field: 'UNTIL', word: UNTIL === '' ? 'required' : 'date' });
    return { expirationDate: day && { ...day, hour: 0, minute: 0, second: 0 } };
  }
  if (ENDS === 'AFTER') {
    const times = numberIn(TIMES, 1, 999);
    if (times === undefined) problems.push({ field: 'TIMES', word: 'number', detail: '1–999' });
    return { afterMeetingNumber: times };
  }
  return {};
}

type RepeatGiven = Partial<
  Record<'REPEAT' | 'EVERY' | 'ENDS' | 'UNTIL' | 'TIMES' | (typeof DAY_FIELDS)[number], string>
>;

/** What stands in the fields for a series that is there. */
export function repeatGiven(repeat: Repeat, start: LocalTime): RepeatGiven {
  const { interval = 1, dayInWeek = [], afterMeetingNumber, expirationDate } = repeat;
  const days = Object.fromEntries(
    DAYS_OF_WEEK.flatMap((day, at) => (dayInWeek.includes(day) ? [[DAY_FIELDS[at] ?? 'DAY0', '1']] : [])),
  );
  return {
    REPEAT: wordOf(repeat, start),
    EVERY: String(interval),
    ENDS: expirationDate ? 'ON' : afterMeetingNumber !== undefined ? 'AFTER' : 'NEVER',
    UNTIL: expirationDate && dateText(expirationDate),
    TIMES: afterMeetingNumber === undefined ? undefined : String(afterMeetingNumber),
    ...(repeat.repeatType === 'WEEKLY' && days),
  };
}

/** What the form cannot say goes on as it is. */
function wordOf(repeat: Repeat, start: LocalTime): RepeatWord {
  const { repeatType, interval = 1, dayInWeek = [], dayInMonth, weekInMonth, monthInYear } = repeat;
  if (repeat.afterMeetingNumber !== undefined && repeat.expirationDate !== undefined) return 'KEEP';
  const isOnStart = dayInMonth === start.day;
  switch (repeatType) {
    case 'NO_REPEAT':
      return 'NONE';
    case 'CONSTANT':
      return 'ANYTIME';
    case 'DAILY':
      if (dayInWeek.length === 0) return 'DAILY';
      return interval === 1 && isWorkdays(dayInWeek) ? 'WEEKDAYS' : 'KEEP';
    case 'WEEKLY':
      return 'WEEKLY';
    case 'MONTHLY':
      if (isOnStart) return 'MONTHLY';
      return weekInMonth === nthIn(start).weekInMonth && isDayOf(dayInWeek, start) ? 'NTH' : 'KEEP';
    case 'YEARLY':
      return isOnStart && monthInYear === start.month ? 'YEARLY' : 'KEEP';
    default:
      return 'KEEP';
  }
}

function isWorkdays(days: readonly DayOfWeek[]): boolean {
  return days.length === WORKDAYS.length && WORKDAYS.every((day) => days.includes(day));
}

function isDayOf([day, ...others]: readonly DayOfWeek[], start: LocalTime): boolean {
  return others.length === 0 && day === dayOf(start);
}
