/** When a session takes place, in words. */
import type { RepeatView, Timetable } from '../../../src/browser/pages/schedule-page.ts';
import type { texts as english } from '../en/timetable.ts';

const DAYS = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const PLACES = ['ersten', 'zweiten', 'dritten', 'vierten', 'letzten'];
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

export const texts: typeof english = () => ({
  timetable: {
    sentence: (when: Timetable): string => {
      const zone = when.zone.replaceAll('_', ' ');
      const { repeat } = when;
      if (repeat === undefined) return `${when.day}, ${when.time}, ${zone}`;
      if (repeat.type === 'CONSTANT') {
        return `Jederzeit offen ab ${when.day}${repeat.until === undefined ? '' : ` bis ${repeat.until}`}`;
      }
      return `${pattern(repeat)}, ${when.time}, ${zone}${ending(repeat)}`;
    },
    next: 'Die nächsten Termine',
    days: DAYS,
  },
});

function ending({ until, times }: RepeatView): string {
  const end = until === undefined ? ', ohne Ende' : `, bis ${until}`;
  return times === undefined ? end : `${end}: ${times}-mal`;
}

function pattern({ type, interval, days, dayInMonth, week, month, dayInYear }: RepeatView): string {
  const isWorkdays = days.length === 5 && !days.includes(0) && !days.includes(6);
  const every = (one: string, several: string) => (interval === 1 ? one : `Alle ${interval} ${several}`);
  const nth = `am ${PLACES[(week ?? 5) - 1]} ${days.length === 7 ? 'Tag' : listed(days, 'oder')}`;
  switch (type) {
    case 'DAILY':
      if (days.length === 0) return every('Jeden Tag', 'Tage');
      return isWorkdays && interval === 1
        ? 'Montag bis Freitag'
        : `${every('Jeden Tag', 'Tage')}, nur am ${listed(days, 'und')}`;
    case 'WEEKLY':
      if (interval > 1) return `Alle ${interval} Wochen am ${listed(days, 'und')}`;
      return isWorkdays ? 'Montag bis Freitag' : `Jeden ${listed(days, 'und')}`;
    case 'MONTHLY':
      return `${every('Jeden Monat', 'Monate')} ${dayInMonth === undefined ? nth : `am ${dayInMonth}.`}`;
    case 'YEARLY':
      if (month === undefined) return `${every('Jedes Jahr', 'Jahre')} am ${dayInYear}. Tag`;
      return dayInMonth === undefined
        ? `${every('Jedes Jahr', 'Jahre')} ${nth} im ${MONTHS[month - 1]}`
        : `${every('Jedes Jahr', 'Jahre')} am ${dayInMonth}. ${MONTHS[month - 1]}`;
    default:
      return 'An mehreren Tagen';
  }
}

function listed(days: readonly number[], conjunction: string): string {
  const names = [...days].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7)).map((day) => DAYS[day]);
  const last = names.pop();
  return names.length === 0 ? (last ?? '') : `${names.join(', ')} ${conjunction} ${last}`;
}
