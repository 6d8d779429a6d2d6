import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeInGerman } from '../../../src/sessions/recurrence/describe-in-german.ts';
import type { Repeat } from '../../../src/sessions/recurrence/repeat.ts';

const NOON = { year: 2026, month: 3, day: 4, hour: 12, minute: 5, second: 0 };

const SENTENCES: readonly (readonly [Repeat, string])[] = [
  [{ repeatType: 'DAILY' }, 'Jeden Tag'],
  [{ repeatType: 'DAILY', interval: 3, afterMeetingNumber: 5 }, 'Alle 3 Tage, 5 Termine'],
  [
    { repeatType: 'WEEKLY', dayInWeek: ['TUESDAY', 'THURSDAY'], expirationDate: NOON },
    'Jede Woche am Dienstag und Donnerstag, bis 4. März 2026',
  ],
  [
    { repeatType: 'WEEKLY', interval: 2, dayInWeek: ['SUNDAY', 'FRIDAY'] },
    'Alle 2 Wochen am Freitag und Sonntag',
  ],
  [{ repeatType: 'MONTHLY', weekInMonth: 2, dayInWeek: ['TUESDAY'] }, 'Jeden Monat am zweiten Dienstag'],
  [{ repeatType: 'MONTHLY', dayInMonth: 15, interval: 2 }, 'Alle 2 Monate am 15.'],
  [{ repeatType: 'YEARLY', monthInYear: 3, dayInMonth: 4 }, 'Jedes Jahr am 4. März'],
  [{ repeatType: 'IRREGULARLY', dates: [NOON] }, 'Am 4. März 2026 um 12:05 Uhr'],
];

test('a repeat is told in German', () => {
  for (const [repeat, sentence] of SENTENCES) assert.equal(describeInGerman({ repeat }), sentence);
});
