/** When a session takes place, in words. */
import type { RepeatView, Timetable } from '../../../src/browser/pages/schedule-page.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
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

export const texts = () => ({
  timetable: {
    /** `Every Tuesday, 10:00 – 11:00 AM, Europe/Berlin, until March 3: 14 times`. */
    sentence: (when: Timetable): string => {
      const zone = when.zone.replaceAll('_', ' ');
      const { repeat } = when;
      if (repeat === undefined) return `${when.day}, ${when.time}, ${zone}`;
      if (repeat.type === 'CONSTANT') {
        return `Open at any time from ${when.day}${repeat.until === undefined ? '' : ` until ${repeat.until}`}`;
      }
      return `${pattern(repeat)}, ${when.time}, ${zone}${ending(repeat)}`;
    },
    next: 'The next ones',
    days: DAYS,
  },
});

function ending({ until, times }: RepeatView): string {
  const end = until === undefined ? ', without end' : `, until ${until}`;
  return times === undefined ? end : `${end}: ${times === 1 ? 'once' : `${times} times`}`;
}

function pattern({ type, interval, days, dayInMonth, week, month, dayInYear }: RepeatView): string {
  const isWorkdays = days.length === 5 && !days.includes(0) && !days.includes(6);
  const every = (unit: string) => (interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`);
  const nth = `the ${PLACES[(week ?? 5) - 1]} ${days.length === 7 ? 'day' : listed(days, 'or')}`;
  switch (type) {
    case 'DAILY':
      if (days.length === 0) return every('day');
      return isWorkdays && interval === 1
        ? 'Every weekday'
        : `${every('day')}, only on ${listed(days, 'and')}`;
    case 'WEEKLY':
      if (interval > 1) return `${every('week')} on ${listed(days, 'and')}`;
      return isWorkdays ? 'Every weekday' : `Every ${listed(days, 'and')}`;
    case 'MONTHLY':
      return `${every('month')} on ${dayInMonth === undefined ? nth : `day ${dayInMonth}`}`;
    case 'YEARLY':
      if (month === undefined) return `${every('year')} on day ${dayInYear} of the year`;
      return `${every('year')} on ${dayInMonth === undefined ? `${nth} of` : ''} ${MONTHS[month - 1]} ${dayInMonth ?? ''}`.trim();
    default:
      return 'On several days';
  }
}

function listed(days: readonly number[], conjunction: string): string {
  const names = [...days].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7)).map((day) => DAYS[day]);
  const last = names.pop();
  return names.length === 0 ? (last ?? '') : `${names.join(', ')} ${conjunction} ${last}`;
}
