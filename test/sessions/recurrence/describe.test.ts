import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe, type RepeatInput } from '../../../src/sessions/recurrence.ts';
import { series } from './examples.ts';

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
const rows: [RepeatInput, sentence: string][] = [
  [{ repeatType: 'NO_REPEAT' }, 'Once'],
  [{ repeatType: 'CONSTANT' }, 'Open at any time'],
  [{ repeatType: 'CONSTANT', expirationDate: '12/18/2026' }, 'Open at any time, until December 18, 2026'],
  [{ repeatType: 'DAILY' }, 'Every day'],
  [{ repeatType: 'DAILY', interval: 3, afterMeetingNumber: 10 }, 'Every 3 days, 10 meetings'],
  [{ repeatType: 'DAILY', afterMeetingNumber: 1 }, 'Every day, 1 meeting'],
  [{ repeatType: 'DAILY', dayInWeek: weekdays }, 'Every weekday'],
  [{ repeatType: 'DAILY', dayInWeek: ['MONDAY', 'SUNDAY'] }, 'Every week on Monday and Sunday'],
  [{ repeatType: 'DAILY', interval: 2, dayInWeek: ['MONDAY'] }, 'Every 2 days, only on Monday'],
  [
    { repeatType: 'WEEKLY', dayInWeek: ['THURSDAY', 'TUESDAY'], expirationDate: '12/18/2026' },
    'Every week on Tuesday and Thursday, until December 18, 2026',
  ],
  [{ repeatType: 'WEEKLY', dayInWeek: weekdays }, 'Every weekday'],
  [
    { repeatType: 'WEEKLY', interval: 2, dayInWeek: ['SUNDAY', 'MONDAY', 'WEDNESDAY'] },
    'Every 2 weeks on Monday, Wednesday and Sunday',
  ],
  [
    { repeatType: 'WEEKLY', afterMeetingNumber: 10, expirationDate: '12/18/2026' },
    'Every week on Tuesday, 10 meetings, until December 18, 2026 at the latest',
  ],
  [{ repeatType: 'MONTHLY', dayInMonth: 31 }, 'Every month on day 31'],
  [{ repeatType: 'MONTHLY', interval: 2, weekInMonth: 2 }, 'Every 2 months on the second Tuesday'],
  [{ repeatType: 'MONTHLY', weekInMonth: 6, dayInWeek: ['FRIDAY'] }, 'Every month on the last Friday'],
  [{ repeatType: 'MONTHLY', weekInMonth: 5, dayInWeek: weekdays }, 'Every month on the last weekday'],
  [
    { repeatType: 'MONTHLY', weekInMonth: 1, dayInWeek: ['SATURDAY', 'SUNDAY'] },
    'Every month on the first weekend day',
  ],
  [
    { repeatType: 'MONTHLY', weekInMonth: 3, dayInWeek: [...weekdays, 'SATURDAY', 'SUNDAY'] },
    'Every month on the third day',
  ],
  [
    { repeatType: 'MONTHLY', weekInMonth: 4, dayInWeek: ['MONDAY', 'FRIDAY'] },
    'Every month on the fourth Monday or Friday',
  ],
  [{ repeatType: 'YEARLY' }, 'Every year on September 8'],
  [{ repeatType: 'YEARLY', interval: 4, monthInYear: 2, dayInMonth: 29 }, 'Every 4 years on February 29'],
  [
    { repeatType: 'YEARLY', monthInYear: 11, weekInMonth: 4, dayInWeek: ['THURSDAY'] },
    'Every year on the fourth Thursday of November',
  ],
  [{ repeatType: 'YEARLY', dayInYear: 100 }, 'Every year on day 100 of the year'],
];

for (const [repeat, sentence] of rows) {
  test(sentence, () => assert.equal(describe(series('09/08/2026 09:00:00', repeat)), sentence));
}
