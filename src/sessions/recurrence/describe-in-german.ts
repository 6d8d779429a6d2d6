/** A repeat in a German sentence, for mail and pages. */
import type { LocalTime } from '../../time/site-time.ts';
import { type DayOfWeek, LAST_WEEK, type Repeat } from './repeat.ts';
import type { Series } from './series-starts.ts';

/** `Jede Woche am Dienstag und Donnerstag, bis 18. Dezember 2026`; without a full stop. */
export function describeInGerman({ repeat }: Pick<Series, 'repeat'>): string {
  return [pattern(repeat), ...end(repeat)].join(', ');
}

function pattern(repeat: Repeat): string {
  const { dayInWeek = [], interval = 1 } = repeat;
  switch (repeat.repeatType) {
    case 'NO_REPEAT':
      return 'Einmal';
    case 'CONSTANT':
      return 'Jederzeit offen';
    case 'IRREGULARLY':
      return onDates(repeat.dates ?? []);
    case 'DAILY':
      if (dayInWeek.length === 0) return interval === 1 ? 'Jeden Tag' : `Alle ${interval} Tage`;
      return interval === 1
        ? everyListedDay(dayInWeek)
        : `Alle ${interval} Tage, nur am ${days(dayInWeek, 'und')}`;
    case 'WEEKLY':
      if (interval === 1) return everyListedDay(dayInWeek);
      return `Alle ${interval} Wochen am ${days(dayInWeek, 'und')}`;
    case 'MONTHLY':
      return `${interval === 1 ? 'Jeden Monat' : `Alle ${interval} Monate`} am ${dayInMonth(repeat)}`;
    case 'YEARLY':
      return `${interval === 1 ? 'Jedes Jahr' : `Alle ${interval} Jahre`} am ${dayInYear(repeat)}`;
  }
}

/** The first of a long list, so that a line stays one. */
const DATES_TOLD = 12;

function onDates(dates: readonly LocalTime[]): string {
  const told = dates.slice(0, DATES_TOLD).map((one) => `${date(one)} um ${clock(one)}`);
  const left = dates.length - told.length;
  return `Am ${left > 0 ? `${told.join('; ')}; und ${left} weitere` : listed(told, '; ', '; und ')}`;
}

function everyListedDay(dayInWeek: readonly DayOfWeek[]): string {
  return isWeekdays(dayInWeek) ? 'Jeden Werktag' : `Jede Woche am ${days(dayInWeek, 'und')}`;
}

function dayInMonth(repeat: Repeat): string {
  return repeat.dayInMonth === undefined ? nthDay(repeat) : `${repeat.dayInMonth}.`;
}

function dayInYear(repeat: Repeat): string {
  if (repeat.monthInYear === undefined) return `${repeat.dayInYear}. Tag des Jahres`;
  const month = MONTHS[repeat.monthInYear - 1];
  return repeat.dayInMonth === undefined ? `${nthDay(repeat)} im ${month}` : `${repeat.dayInMonth}. ${month}`;
}

/** `zweiten Dienstag`, `letzten Werktag`. */
function nthDay({ weekInMonth = LAST_WEEK, dayInWeek = [] }: Repeat): string {
  return `${PLACES[weekInMonth - 1]} ${oneOf(dayInWeek)}`;
}

function oneOf(dayInWeek: readonly DayOfWeek[]): string {
  if (dayInWeek.length === 7) return 'Tag';
  if (isWeekdays(dayInWeek)) return 'Werktag';
  if (dayInWeek.length === 2 && dayInWeek.includes('SATURDAY') && dayInWeek.includes('SUNDAY')) {
    return 'Wochenendtag';
  }
  return days(dayInWeek, 'oder');
}

function days(dayInWeek: readonly DayOfWeek[], conjunction: string): string {
  const sunday = dayInWeek.filter((day) => day === 'SUNDAY');
  const fromMonday = [...dayInWeek.filter((day) => day !== 'SUNDAY'), ...sunday];
  return listed(
    fromMonday.map((day) => DAYS[day]),
    ', ',
    ` ${conjunction} `,
  );
}

function end({ afterMeetingNumber, expirationDate }: Repeat): string[] {
  const number =
    afterMeetingNumber === undefined
      ? []
      : [afterMeetingNumber === 1 ? '1 Termin' : `${afterMeetingNumber} Termine`];
  if (expirationDate === undefined) return number;
  return [...number, `${number.length > 0 ? 'längstens ' : ''}bis ${date(expirationDate)}`];
}

function isWeekdays(dayInWeek: readonly DayOfWeek[]): boolean {
  return dayInWeek.length === 5 && !dayInWeek.includes('SATURDAY') && !dayInWeek.includes('SUNDAY');
}

function listed(words: readonly string[], separator: string, last: string): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(separator)}${last}${words[words.length - 1]}`;
}

/** `10:30 Uhr`. */
function clock({ hour, minute }: LocalTime): string {
  return `${hour}:${String(minute).padStart(2, '0')} Uhr`;
}

function date({ year, month, day }: LocalTime): string {
  return `${day}. ${MONTHS[month - 1]} ${year}`;
}

const PLACES = ['ersten', 'zweiten', 'dritten', 'vierten', 'letzten'];

const DAYS: Readonly<Record<DayOfWeek, string>> = {
  SUNDAY: 'Sonntag',
  MONDAY: 'Montag',
  TUESDAY: 'Dienstag',
  WEDNESDAY: 'Mittwoch',
  THURSDAY: 'Donnerstag',
  FRIDAY: 'Freitag',
  SATURDAY: 'Samstag',
};

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
