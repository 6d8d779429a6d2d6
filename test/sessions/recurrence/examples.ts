/** Series to test with: dates as clients write them, and random ones. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  checkedRepeat,
  DAYS_OF_WEEK,
  type RepeatInput,
  type Series,
} from '../../../src/sessions/recurrence.ts';
import { type LocalTime, parseSiteTime } from '../../../src/time/site-time.ts';

export const UTC = { iana: 'UTC' };
export const NEW_YORK = { iana: 'America/New_York' };
export const BERLIN = { iana: 'Europe/Berlin' };
export const SYDNEY = { iana: 'Australia/Sydney' };

export function at(text: string): LocalTime {
  const local = parseSiteTime(text);
  assert.ok(local, text);
  return local;
}

export function series(
  start: string,
  repeat: RepeatInput,
  zone = UTC,
  exclusions?: readonly number[],
): Series {
  const checked = checkedRepeat(repeat, at(start));
  return { start: at(start), zone, repeat: checked, ...(exclusions && { exclusions }) };
}

export const anyStart: fc.Arbitrary<LocalTime> = fc
  .record({
    day: fc.integer({ min: Date.UTC(2019, 0, 1) / 86_400_000, max: Date.UTC(2032, 11, 31) / 86_400_000 }),
    // Many in the hours in which clocks are changed.
    hour: fc.oneof(fc.integer({ min: 0, max: 23 }), fc.constantFrom(1, 2, 3)),
    minute: fc.constantFrom(0, 15, 30, 59),
  })
  .map(({ day, hour, minute }) => {
    const date = new Date(day * 86_400_000);
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour,
      minute,
      second: 0,
    };
  });

/** What a client may ask for, ends included, for a start in the years of `anyStart`. */
export const anyRepeat: fc.Arbitrary<RepeatInput> = fc.record(
  {
    repeatType: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 15 })),
    dayInWeek: fc.oneof(
      fc.subarray([...DAYS_OF_WEEK]),
      fc.constantFrom(...DAYS_OF_WEEK).map((day) => [day]),
    ),
    dayInMonth: fc.integer({ min: 1, max: 29 }),
    weekInMonth: fc.constantFrom(-1, 1, 2, 3, 4, 5, 6),
    monthInYear: fc.integer({ min: 1, max: 12 }),
    dayInYear: fc.constantFrom(1, 59, 60, 100, 365, 366),
    afterMeetingNumber: fc.integer({ min: 1, max: 40 }),
    expirationDate: fc.constantFrom('12/31/2036', '02/28/2045 00:00:00', '07/31/2061 12:00:00'),
  },
  { requiredKeys: ['repeatType'] },
);
