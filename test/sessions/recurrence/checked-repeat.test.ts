import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { RuleBroken } from '../../../src/refusal.ts';
import { checkedRepeat, type RepeatInput } from '../../../src/sessions/recurrence.ts';
import { anyRepeat, anyStart, at } from './examples.ts';

// A Tuesday, the second of its month.
const START = at('09/08/2026 09:00:00');

describe('what a client leaves out is taken from the start', () => {
  const rows: [RepeatInput, repeat: object][] = [
    [{}, { repeatType: 'NO_REPEAT' }],
    [{ repeatType: 'DAILY' }, { repeatType: 'DAILY', interval: 1 }],
    [
      { repeatType: 'DAILY', dayInWeek: [] },
      { repeatType: 'DAILY', interval: 1 },
    ],
    [{ repeatType: 'WEEKLY' }, { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['TUESDAY'] }],
    [
      { repeatType: 'WEEKLY', dayInWeek: [] },
      { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['TUESDAY'] },
    ],
    [{ repeatType: 'MONTHLY' }, { repeatType: 'MONTHLY', interval: 1, dayInMonth: 8 }],
    [
      { repeatType: 'MONTHLY', weekInMonth: 4 },
      { repeatType: 'MONTHLY', interval: 1, weekInMonth: 4, dayInWeek: ['TUESDAY'] },
    ],
    [
      { repeatType: 'MONTHLY', dayInWeek: ['FRIDAY'] },
      { repeatType: 'MONTHLY', interval: 1, weekInMonth: 2, dayInWeek: ['FRIDAY'] },
    ],
    [{ repeatType: 'YEARLY' }, { repeatType: 'YEARLY', interval: 1, monthInYear: 9, dayInMonth: 8 }],
    [
      { repeatType: 'YEARLY', monthInYear: 2 },
      { repeatType: 'YEARLY', interval: 1, monthInYear: 2, dayInMonth: 8 },
    ],
    [
      { repeatType: 'YEARLY', dayInMonth: 30 },
      { repeatType: 'YEARLY', interval: 1, monthInYear: 9, dayInMonth: 30 },
    ],
    [
      { repeatType: 'YEARLY', weekInMonth: 1 },
      { repeatType: 'YEARLY', interval: 1, monthInYear: 9, weekInMonth: 1, dayInWeek: ['TUESDAY'] },
    ],
  ];
  for (const [input, repeat] of rows) {
    test(JSON.stringify(input), () => assert.deepEqual(checkedRepeat(input, START), repeat));
  }
});

describe('what a client writes is kept', () => {
  const rows: [RepeatInput, repeat: object][] = [
    [
      { repeatType: 'WEEKLY', interval: 999, dayInWeek: ['FRIDAY', 'MONDAY', 'FRIDAY'] },
      { repeatType: 'WEEKLY', interval: 999, dayInWeek: ['MONDAY', 'FRIDAY'] },
    ],
    [
      { repeatType: 'DAILY', afterMeetingNumber: 500, expirationDate: '1/21/2027 00:00:00' },
      {
        repeatType: 'DAILY',
        interval: 1,
        afterMeetingNumber: 500,
        expirationDate: at('01/21/2027 00:00:00'),
      },
    ],
    // Without a meaning for its type, and without harm.
    [
      {
        repeatType: 'NO_REPEAT',
        interval: 0,
        afterMeetingNumber: 9999,
        expirationDate: 'never',
        dayInMonth: 99,
      },
      { repeatType: 'NO_REPEAT' },
    ],
    [
      { repeatType: 'CONSTANT', interval: 0, afterMeetingNumber: 9999, expirationDate: '12/18/2026' },
      { repeatType: 'CONSTANT', expirationDate: at('12/18/2026') },
    ],
    [
      { repeatType: 'DAILY', dayInMonth: 99, monthInYear: 0 },
      { repeatType: 'DAILY', interval: 1 },
    ],
    [
      { repeatType: 'DAILY', afterMeetingNumber: 0 },
      { repeatType: 'DAILY', interval: 1 },
    ],
    [
      { repeatType: 'DAILY', expirationDate: '' },
      { repeatType: 'DAILY', interval: 1 },
    ],
    // A week with its day is more than a day that was sent along.
    [
      { repeatType: 'MONTHLY', dayInMonth: 8, weekInMonth: -1, dayInWeek: ['FRIDAY'] },
      { repeatType: 'MONTHLY', interval: 1, weekInMonth: 5, dayInWeek: ['FRIDAY'] },
    ],
    [
      { repeatType: 'MONTHLY', dayInMonth: 8, dayInWeek: ['FRIDAY'] },
      { repeatType: 'MONTHLY', interval: 1, dayInMonth: 8 },
    ],
    [
      { repeatType: 'YEARLY', dayInYear: 366 },
      { repeatType: 'YEARLY', interval: 1, dayInYear: 366 },
    ],
    [
      { repeatType: 'YEARLY', dayInYear: 366, monthInYear: 2, dayInMonth: 29 },
      { repeatType: 'YEARLY', interval: 1, monthInYear: 2, dayInMonth: 29 },
    ],
  ];
  for (const [input, repeat] of rows) {
    test(JSON.stringify(input), () => assert.deepEqual(checkedRepeat(input, START), repeat));
  }
});

describe('a repeat is refused with', () => {
  const rows: [RepeatInput, element: string, rule: string][] = [
    [{ repeatType: 'DAILY', interval: 0 }, 'interval', 'must be a whole number from 1 to 999'],
    [{ repeatType: 'WEEKLY', interval: 1000 }, 'interval', 'must be a whole number from 1 to 999'],
    [{ repeatType: 'MONTHLY', interval: -1 }, 'interval', 'must be a whole number from 1 to 999'],
    [{ repeatType: 'YEARLY', interval: 1.5 }, 'interval', 'must be a whole number from 1 to 999'],
    [{ repeatType: 'DAILY', interval: Number.NaN }, 'interval', 'must be a whole number from 1 to 999'],
    [
      { repeatType: 'DAILY', afterMeetingNumber: 1000 },
      'afterMeetingNumber',
      'must be a whole number from 1 to 999',
    ],
    [
      { repeatType: 'DAILY', afterMeetingNumber: -1 },
      'afterMeetingNumber',
      'must be a whole number from 1 to 999',
    ],
    [{ repeatType: 'MONTHLY', dayInMonth: 0 }, 'dayInMonth', 'must be a whole number from 1 to 31'],
    [{ repeatType: 'MONTHLY', dayInMonth: 32 }, 'dayInMonth', 'must be a whole number from 1 to 31'],
    [{ repeatType: 'MONTHLY', weekInMonth: 0 }, 'weekInMonth', 'must be a whole number from 1 to 6'],
    [{ repeatType: 'MONTHLY', weekInMonth: 7 }, 'weekInMonth', 'must be a whole number from 1 to 6'],
    [{ repeatType: 'YEARLY', monthInYear: 13 }, 'monthInYear', 'must be a whole number from 1 to 12'],
    [{ repeatType: 'YEARLY', monthInYear: 2, dayInMonth: 30 }, 'dayInMonth', 'month 2 has no day 30'],
    [{ repeatType: 'YEARLY', dayInMonth: 31 }, 'dayInMonth', 'month 9 has no day 31'],
    [{ repeatType: 'YEARLY', dayInYear: 0 }, 'dayInYear', 'must be a whole number from 1 to 366'],
    [{ repeatType: 'YEARLY', dayInYear: 367 }, 'dayInYear', 'must be a whole number from 1 to 366'],
    [
      { repeatType: 'DAILY', expirationDate: '02/30/2027' },
      'expirationDate',
      'must be a date of the form MM/DD/YYYY HH:mm:ss',
    ],
    [
      { repeatType: 'DAILY', expirationDate: '09/07/2026 23:59:59' },
      'expirationDate',
      'must not be before the first meeting of the series',
    ],
    [
      { repeatType: 'CONSTANT', expirationDate: '09/07/2026' },
      'expirationDate',
      'must not be before the first meeting of the series',
    ],
    [
      { repeatType: 'WEEKLY', dayInWeek: ['MONDAY'], expirationDate: '09/13/2026' },
      'expirationDate',
      'must not be before the first meeting of the series',
    ],
  ];
  for (const [input, element, rule] of rows) {
    test(JSON.stringify(input), () => {
      assert.throws(
        () => checkedRepeat(input, START),
        (error) => error instanceof RuleBroken && error.element === element && error.rule === rule,
      );
    });
  }
});

test('a checked repeat stays the same when it is checked again', () => {
  fc.assert(
    fc.property(anyStart, anyRepeat, (start, input) => {
      const once = checkedRepeat(input, start);
      assert.deepEqual(checkedRepeat(once, start), once);
      assert.deepEqual(checkedRepeat(JSON.parse(JSON.stringify(once)), start), once);
    }),
  );
});
