import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  checkedRepeat,
  isEndless,
  lastOccurrence,
  localTimeAt,
  materialised,
  NO_REPEAT,
  nextOccurrence,
  occurrences,
  type RepeatInput,
  type Series,
  seriesEnd,
  seriesStart,
} from '../../../src/sessions/recurrence.ts';
import { formatSiteTime } from '../../../src/time/site-time.ts';
import { anyRepeat, anyStart, at, BERLIN, NEW_YORK, SYDNEY, series, UTC } from './examples.ts';
import { DAY, instantOf, reckoned, shownAt } from './reckoned-by-hand.ts';

/** The first starts as the zone's clocks show them, by date alone. */
function dates(series: Series, limit = 5): string[] {
  return occurrences(series, { limit }).map((start) => formatSiteTime(start, series.zone).slice(0, 10));
}

describe('a series takes place on', () => {
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
  const rows: [what: string, start: string, RepeatInput, dates: string[]][] = [
    ['one day when it does not repeat', '09/07/2026', NO_REPEAT, ['09/07/2026']],
    ['one day when it is always open', '09/07/2026', { repeatType: 'CONSTANT' }, ['09/07/2026']],
    [
      'every day',
      '02/27/2028',
      { repeatType: 'DAILY' },
      ['02/27/2028', '02/28/2028', '02/29/2028', '03/01/2028', '03/02/2028'],
    ],
    [
      'every third day',
      '12/28/2026',
      { repeatType: 'DAILY', interval: 3 },
      ['12/28/2026', '12/31/2026', '01/03/2027', '01/06/2027', '01/09/2027'],
    ],
    [
      'every weekday, asked for as DAILY',
      '09/10/2026',
      { repeatType: 'DAILY', dayInWeek: weekdays },
      ['09/10/2026', '09/11/2026', '09/14/2026', '09/15/2026', '09/16/2026'],
    ],
    [
      'every weekday from a Saturday on',
      '09/12/2026',
      { repeatType: 'DAILY', dayInWeek: weekdays },
      ['09/14/2026', '09/15/2026', '09/16/2026', '09/17/2026', '09/18/2026'],
    ],
    [
      'every second day that is a weekday',
      '09/10/2026',
      { repeatType: 'DAILY', interval: 2, dayInWeek: weekdays },
      ['09/10/2026', '09/14/2026', '09/16/2026', '09/18/2026', '09/22/2026'],
    ],
    [
      'the same day every week',
      '09/08/2026',
      { repeatType: 'WEEKLY' },
      ['09/08/2026', '09/15/2026', '09/22/2026', '09/29/2026', '10/06/2026'],
    ],
    [
      'Tuesdays and Thursdays',
      '09/08/2026',
      { repeatType: 'WEEKLY', dayInWeek: ['THURSDAY', 'TUESDAY'] },
      ['09/08/2026', '09/10/2026', '09/15/2026', '09/17/2026', '09/22/2026'],
    ],
    [
      'the next listed day when the start is none',
      '09/09/2026',
      { repeatType: 'WEEKLY', dayInWeek: ['TUESDAY'] },
      ['09/15/2026', '09/22/2026', '09/29/2026', '10/06/2026', '10/13/2026'],
    ],
    [
      'every second Monday from the first one after the start',
      '09/09/2026',
      { repeatType: 'WEEKLY', interval: 2, dayInWeek: ['MONDAY'] },
      ['09/14/2026', '09/28/2026', '10/12/2026', '10/26/2026', '11/09/2026'],
    ],
    [
      'Sunday and Monday of every second week',
      '09/06/2026',
      { repeatType: 'WEEKLY', interval: 2, dayInWeek: ['MONDAY', 'SUNDAY'] },
      ['09/06/2026', '09/07/2026', '09/20/2026', '09/21/2026', '10/04/2026'],
    ],
    [
      'the start’s day of the month',
      '09/07/2026',
      { repeatType: 'MONTHLY' },
      ['09/07/2026', '10/07/2026', '11/07/2026', '12/07/2026', '01/07/2027'],
    ],
    [
      'day 31 where there is one',
      '01/31/2026',
      { repeatType: 'MONTHLY' },
      ['01/31/2026', '03/31/2026', '05/31/2026', '07/31/2026', '08/31/2026'],
    ],
    [
      'day 30 of every second month, not in February',
      '08/30/2026',
      { repeatType: 'MONTHLY', interval: 2 },
      ['08/30/2026', '10/30/2026', '12/30/2026', '04/30/2027', '06/30/2027'],
    ],
    [
      'a listed day of the month after the start',
      '09/07/2026',
      { repeatType: 'MONTHLY', dayInMonth: 5, interval: 2 },
      ['10/05/2026', '12/05/2026', '02/05/2027', '04/05/2027', '06/05/2027'],
    ],
    [
      'the second Tuesday',
      '09/01/2026',
      { repeatType: 'MONTHLY', weekInMonth: 2, dayInWeek: ['TUESDAY'] },
      ['09/08/2026', '10/13/2026', '11/10/2026', '12/08/2026', '01/12/2027'],
    ],
    [
      'the last Friday, written as week 5',
      '09/01/2026',
      { repeatType: 'MONTHLY', weekInMonth: 5, dayInWeek: ['FRIDAY'] },
      ['09/25/2026', '10/30/2026', '11/27/2026', '12/25/2026', '01/29/2027'],
    ],
    [
      'the last Friday, written as week 6',
      '09/01/2026',
      { repeatType: 'MONTHLY', weekInMonth: 6, dayInWeek: ['FRIDAY'] },
      ['09/25/2026', '10/30/2026', '11/27/2026', '12/25/2026', '01/29/2027'],
    ],
    [
      'the last Friday, written as week -1',
      '09/01/2026',
      { repeatType: 'MONTHLY', weekInMonth: -1, dayInWeek: ['FRIDAY'] },
      ['09/25/2026', '10/30/2026', '11/27/2026', '12/25/2026', '01/29/2027'],
    ],
    [
      'the last weekday of the month',
      '09/01/2026',
      { repeatType: 'MONTHLY', weekInMonth: 5, dayInWeek: weekdays },
      ['09/30/2026', '10/30/2026', '11/30/2026', '12/31/2026', '01/29/2027'],
    ],
    [
      'the start’s week and day when only a week is named',
      '09/08/2026',
      { repeatType: 'MONTHLY', weekInMonth: 3 },
      ['09/15/2026', '10/20/2026', '11/17/2026', '12/15/2026', '01/19/2027'],
    ],
    [
      'the start’s week when only days are named',
      '09/08/2026',
      { repeatType: 'MONTHLY', dayInWeek: ['TUESDAY'] },
      ['09/08/2026', '10/13/2026', '11/10/2026', '12/08/2026', '01/12/2027'],
    ],
    [
      'the last of a day when the start is its fifth',
      '09/29/2026',
      { repeatType: 'MONTHLY', dayInWeek: ['TUESDAY'] },
      ['09/29/2026', '10/27/2026', '11/24/2026', '12/29/2026', '01/26/2027'],
    ],
    [
      'the start’s date every year',
      '09/07/2026',
      { repeatType: 'YEARLY' },
      ['09/07/2026', '09/07/2027', '09/07/2028', '09/07/2029', '09/07/2030'],
    ],
    [
      'February 29 in leap years',
      '02/29/2024',
      { repeatType: 'YEARLY' },
      ['02/29/2024', '02/29/2028', '02/29/2032', '02/29/2036', '02/29/2040'],
    ],
    [
      'February 29 of every third year',
      '03/01/2024',
      { repeatType: 'YEARLY', interval: 3, monthInYear: 2, dayInMonth: 29 },
      ['02/29/2028', '02/29/2040', '02/29/2052', '02/29/2064', '02/29/2076'],
    ],
    [
      'a named date every year',
      '09/07/2026',
      { repeatType: 'YEARLY', monthInYear: 3, dayInMonth: 14 },
      ['03/14/2027', '03/14/2028', '03/14/2029', '03/14/2030', '03/14/2031'],
    ],
    [
      'the fourth Thursday of November',
      '09/07/2026',
      { repeatType: 'YEARLY', monthInYear: 11, weekInMonth: 4, dayInWeek: ['THURSDAY'] },
      ['11/26/2026', '11/25/2027', '11/23/2028', '11/22/2029', '11/28/2030'],
    ],
    [
      'the last weekend day of June',
      '09/07/2026',
      { repeatType: 'YEARLY', monthInYear: 6, weekInMonth: 5, dayInWeek: ['SATURDAY', 'SUNDAY'] },
      ['06/27/2027', '06/25/2028', '06/30/2029', '06/30/2030', '06/29/2031'],
    ],
    [
      'a day of the year',
      '09/07/2026',
      { repeatType: 'YEARLY', dayInYear: 60 },
      ['03/01/2027', '02/29/2028', '03/01/2029', '03/01/2030', '03/01/2031'],
    ],
    [
      'day 366 in leap years',
      '09/07/2026',
      { repeatType: 'YEARLY', dayInYear: 366 },
      ['12/31/2028', '12/31/2032', '12/31/2036', '12/31/2040', '12/31/2044'],
    ],
  ];
  for (const [what, start, repeat, expected] of rows) {
    test(what, () => assert.deepEqual(dates(series(`${start} 09:00:00`, repeat)), expected));
  }

  test('any days that are reckoned day by day', () => {
    const zones = [
      'America/New_York',
      'Europe/Berlin',
      'Australia/Sydney',
      'Australia/Lord_Howe',
      'Asia/Tehran',
    ];
    fc.assert(
      fc.property(anyStart, anyRepeat, fc.constantFrom(...zones), (start, input, iana) => {
        const repeat = checkedRepeat(input, start);
        const expected = reckoned(repeat, start, iana, 50, 2062);
        const until = Date.UTC(2062, 11, 31, 12);
        assert.deepEqual(occurrences({ start, repeat, zone: { iana } }, { until, limit: 50 }), expected);
      }),
    );
  });
});

describe('across both changes of the clocks', () => {
  // Each series covers a year from before the first change on.
  for (const zone of [NEW_YORK, BERLIN, SYDNEY]) {
    for (const [time, what] of [
      ['09:00:00', 'in office hours'],
      ['02:30:00', 'in the hour that is skipped and the one that comes twice'],
      ['00:00:00', 'at midnight'],
      ['23:45:00', 'late in the evening'],
    ] as const) {
      test(`a weekly series in ${zone.iana} ${what} keeps its time`, () => {
        const weekly = series(`03/01/2026 ${time}`, { repeatType: 'WEEKLY' }, zone);
        const starts = occurrences(weekly, { limit: 52 });
        assert.deepEqual(starts, reckoned(weekly.repeat, weekly.start, zone.iana, 52));
        const offsets = new Set(starts.map((start) => shownAt(start, zone.iana) - start));
        assert.equal(offsets.size, 2, 'the year has summer and winter');
      });
    }
  }

  for (const [zone, start, expected] of [
    [NEW_YORK, '03/07/2026 02:30:00', ['2026-03-07T07:30', '2026-03-08T07:30', '2026-03-09T06:30']],
    [NEW_YORK, '10/31/2026 01:30:00', ['2026-10-31T05:30', '2026-11-01T05:30', '2026-11-02T06:30']],
    [BERLIN, '03/28/2026 02:30:00', ['2026-03-28T01:30', '2026-03-29T01:30', '2026-03-30T00:30']],
    [BERLIN, '10/24/2026 02:30:00', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
    [SYDNEY, '10/03/2026 02:30:00', ['2026-10-02T16:30', '2026-10-03T16:30', '2026-10-04T15:30']],
    [SYDNEY, '04/04/2026 02:30:00', ['2026-04-03T15:30', '2026-04-04T15:30', '2026-04-05T16:30']],
  ] as const) {
    test(`daily from ${start} in ${zone.iana}`, () => {
      const starts = occurrences(series(start, { repeatType: 'DAILY' }, zone), { limit: 3 });
      assert.deepEqual(
        starts.map((each) => new Date(each).toISOString().slice(0, 16)),
        expected,
      );
    });
  }
});

describe('a window', () => {
  const daily = series('09/07/2026 09:00:00', { repeatType: 'DAILY' }, BERLIN);
  const [first = 0, second = 0, third = 0] = occurrences(daily, { limit: 3 });

  test('includes both its ends', () => {
    assert.deepEqual(occurrences(daily, { from: first, until: third, limit: 9 }), [first, second, third]);
    assert.deepEqual(occurrences(daily, { from: first + 1, until: third - 1, limit: 9 }), [second]);
  });

  test('that begins with an occurrence which the clocks moved holds it', () => {
    const night = series('03/28/2026 02:30:00', { repeatType: 'DAILY' }, BERLIN);
    const moved = Date.UTC(2026, 2, 29, 1, 30);
    assert.deepEqual(occurrences(night, { from: moved, limit: 1 }), [moved]);
    assert.equal(nextOccurrence(night, moved, 60), moved);
  });

  test('gives no more than its limit', () => {
    assert.deepEqual(occurrences(daily, { limit: 1 }), [first]);
    assert.deepEqual(occurrences(daily, { limit: 0 }), []);
  });

  test('may lie before the series', () => {
    assert.deepEqual(occurrences(daily, { until: first - 1, limit: 9 }), []);
    assert.deepEqual(occurrences(daily, { from: 0, limit: 1 }), [first]);
    assert.deepEqual(occurrences(daily, { from: -Number.MAX_VALUE, limit: 1 }), [first]);
  });

  test('may lie far ahead, and is found without counting up to it', () => {
    const from = Date.UTC(2099, 11, 31, 12);
    assert.deepEqual(occurrences(daily, { from, limit: 1 }), [Date.UTC(2100, 0, 1, 8)]);
  });

  test('holds nothing after the last year of the interface', () => {
    assert.deepEqual(occurrences(daily, { from: Date.UTC(2101, 0, 1), limit: 9 }), []);
    assert.deepEqual(occurrences(daily, { from: Number.MAX_VALUE, limit: 9 }), []);
    assert.equal(
      occurrences(daily, { limit: 100_000 }).length,
      reckoned(daily.repeat, daily.start, 'UTC', 100_000).length,
    );
  });

  test('holds what the whole series has there', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyRepeat,
        fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2062, 0, 1) }),
        fc.integer({ min: 0, max: 400 * DAY }),
        (start, input, from, length) => {
          const any = { start, repeat: checkedRepeat(input, start), zone: SYDNEY };
          const all = reckoned(any.repeat, start, SYDNEY.iana, 100_000, 2063);
          assert.deepEqual(
            occurrences(any, { from, until: from + length, limit: 500 }),
            all.filter((each) => each >= from && each <= from + length),
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an end', () => {
  const weekly = { repeatType: 'WEEKLY' } as const;
  for (const [what, repeat, last, number] of [
    ['by number', { afterMeetingNumber: 10 }, '11/10/2026', 10],
    ['by number of one', { afterMeetingNumber: 1 }, '09/08/2026', 1],
    ['by the date of an occurrence', { expirationDate: '09/22/2026 23:00:00' }, '09/22/2026', 3],
    [
      'by the midnight before an occurrence, whose day counts',
      { expirationDate: '9/22/2026 00:00:00' },
      '09/22/2026',
      3,
    ],
    ['by a date between two', { expirationDate: '09/28/2026' }, '09/22/2026', 3],
    ['by number before the date', { afterMeetingNumber: 2, expirationDate: '09/22/2026' }, '09/15/2026', 2],
    [
      'by the date before the number',
      { afterMeetingNumber: 9, expirationDate: '09/22/2026' },
      '09/22/2026',
      3,
    ],
    ['on its first day', { expirationDate: '09/08/2026' }, '09/08/2026', 1],
  ] as const) {
    test(what, () => {
      const ended = series('09/08/2026 09:00:00', { ...weekly, ...repeat }, NEW_YORK);
      assert.equal(occurrences(ended, { limit: 100 }).length, number);
      assert.equal(
        lastOccurrence(ended),
        instantOf(
          Date.parse(`${at(last).year}-${last.slice(0, 2)}-${last.slice(3, 5)}T09:00Z`),
          'America/New_York',
        ),
      );
      assert.equal(isEndless(ended.repeat), false);
      assert.equal(seriesEnd(ended, 60), (lastOccurrence(ended) ?? 0) + 3_600_000);
    });
  }

  test('by number counts from the first listed day', () => {
    const late = series('09/09/2026 09:00:00', { ...weekly, dayInWeek: ['MONDAY'], afterMeetingNumber: 2 });
    assert.deepEqual(dates(late), ['09/14/2026', '09/21/2026']);
  });

  test('is not there for an endless series', () => {
    for (const repeat of [weekly, { repeatType: 'CONSTANT' }] as const) {
      const endless = series('09/08/2026 09:00:00', repeat);
      assert.equal(isEndless(endless.repeat), true);
      assert.equal(lastOccurrence(endless), undefined);
      assert.equal(seriesEnd(endless, 60), undefined);
    }
  });

  test('of a session without repeat is its own', () => {
    const once = series('09/08/2026 09:00:00', NO_REPEAT);
    assert.equal(lastOccurrence(once), Date.UTC(2026, 8, 8, 9));
    assert.equal(seriesEnd(once, 60), Date.UTC(2026, 8, 8, 10));
  });

  test('of a session that is always open is the end of the expiration date', () => {
    const open = series(
      '09/08/2026 09:00:00',
      { repeatType: 'CONSTANT', expirationDate: '12/18/2026' },
      NEW_YORK,
    );
    assert.equal(seriesEnd(open, 60), Date.UTC(2026, 11, 19, 5));
  });

  test('is the last of all starts', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyRepeat,
        fc.integer({ min: 1, max: 40 }),
        (start, input, afterMeetingNumber) => {
          const any = { start, repeat: checkedRepeat({ ...input, afterMeetingNumber }, start), zone: BERLIN };
          assert.equal(lastOccurrence(any), occurrences(any, { limit: 500 }).at(-1));
        },
      ),
    );
  });

  test('by number that lies after 2100 is the last one before', () => {
    const far = series('09/08/2026 09:00:00', {
      repeatType: 'YEARLY',
      interval: 999,
      afterMeetingNumber: 500,
    });
    assert.equal(lastOccurrence(far), Date.UTC(2026, 8, 8, 9));
    assert.equal(nextOccurrence(far, Date.UTC(2027, 0, 1), 60), undefined);
  });
});

describe('an exclusion', () => {
  const three = { repeatType: 'DAILY', afterMeetingNumber: 3 } as const;
  const start = '03/28/2026 02:30:00';
  const [first = 0, second = 0, third = 0] = occurrences(series(start, three, BERLIN), { limit: 3 });

  test('leaves its occurrence out and adds none', () => {
    assert.deepEqual(occurrences(series(start, three, BERLIN, [second]), { limit: 9 }), [first, third]);
    assert.deepEqual(occurrences(series(start, three, BERLIN, [first]), { limit: 1 }), [second]);
  });

  test('moves the last occurrence forward', () => {
    assert.equal(lastOccurrence(series(start, three, BERLIN, [third, second])), first);
  });

  test('of everything leaves nothing', () => {
    const nothing = series(start, three, BERLIN, [first, second, third]);
    assert.deepEqual(occurrences(nothing, { limit: 9 }), []);
    assert.equal(lastOccurrence(nothing), undefined);
    assert.equal(seriesEnd(nothing, 60), first);
    assert.equal(nextOccurrence(nothing, first, 60), undefined);
  });

  test('of a time without an occurrence is nothing', () => {
    assert.deepEqual(occurrences(series(start, three, BERLIN, [second + 1]), { limit: 9 }), [
      first,
      second,
      third,
    ]);
  });
});

describe('the next occurrence', () => {
  const weekly = series('09/08/2026 09:00:00', { repeatType: 'WEEKLY', afterMeetingNumber: 2 }, BERLIN);
  const [first = 0, second = 0] = occurrences(weekly, { limit: 2 });
  for (const [what, now, expected] of [
    ['is the first before the series', first - 1, first],
    ['is the one that begins now', first, first],
    ['is the one that runs', first + 3_599_999, first],
    ['is the one after when one has just ended', first + 3_600_000, second],
    ['is the last while it runs', second + 1, second],
    ['is none when the series is over', second + 3_600_000, undefined],
  ] as const) {
    test(what, () => assert.equal(nextOccurrence(weekly, now, 60), expected));
  }

  test('of an endless series that began long ago is near', () => {
    const daily = series('01/01/1970 12:00:00', { repeatType: 'DAILY' });
    assert.equal(nextOccurrence(daily, Date.UTC(2099, 5, 1), 60), Date.UTC(2099, 5, 1, 12));
  });

  test('of a session that is always open is its start, as long as it is open', () => {
    const start = Date.UTC(2026, 8, 8, 9);
    const open = series('09/08/2026 09:00:00', { repeatType: 'CONSTANT', expirationDate: '12/18/2026' });
    for (const now of [start - DAY, start, start + 50 * DAY])
      assert.equal(nextOccurrence(open, now, 60), start);
    assert.equal(nextOccurrence(open, Date.UTC(2026, 11, 19) - 1, 60), start);
    assert.equal(nextOccurrence(open, Date.UTC(2026, 11, 19), 60), undefined);
    const forEver = series('09/08/2026 09:00:00', { repeatType: 'CONSTANT' });
    assert.equal(nextOccurrence(forEver, Date.UTC(2090, 0, 1), 60), start);
  });
});

describe('what is kept in a table', () => {
  const daily = series('09/07/2026 09:00:00', { repeatType: 'DAILY' });
  const first = Date.UTC(2026, 8, 7, 9);

  test('reaches up to the horizon', () => {
    assert.deepEqual(materialised(daily, first + DAY), { starts: [first, first + DAY], goesOn: true });
    assert.deepEqual(materialised(daily, first - 1), { starts: [], goesOn: true });
  });

  test('is limited in number', () => {
    const { starts, goesOn } = materialised(daily, first + 9 * DAY, { most: 2 });
    assert.deepEqual(starts, [first, first + DAY]);
    assert.equal(goesOn, true);
    assert.equal(materialised(daily, first + 9000 * DAY).starts.length, 500);
  });

  test('can begin later', () => {
    const from = first + 5000 * DAY;
    assert.deepEqual(materialised(daily, from + DAY, { from }), { starts: [from, from + DAY], goesOn: true });
  });

  test('says when there is nothing after it', () => {
    const three = series('09/07/2026 09:00:00', { repeatType: 'DAILY', afterMeetingNumber: 3 });
    const all = [first, first + DAY, first + 2 * DAY];
    assert.deepEqual(materialised(three, first + 9 * DAY), { starts: all, goesOn: false });
    assert.deepEqual(materialised(three, first + 9 * DAY, { most: 3 }), { starts: all, goesOn: false });
    assert.deepEqual(materialised({ ...three, exclusions: all.slice(1) }, first), {
      starts: [first],
      goesOn: false,
    });
    assert.deepEqual(materialised(series('09/07/2026 09:00:00', NO_REPEAT), first), {
      starts: [first],
      goesOn: false,
    });
  });
});

test('the start of a series is its first occurrence', () => {
  const late = series('09/09/2026 09:30:15', { repeatType: 'WEEKLY', dayInWeek: ['MONDAY'] }, NEW_YORK);
  assert.deepEqual(seriesStart(late), at('09/14/2026 09:30:15'));
  assert.deepEqual(seriesStart(series('09/09/2026 09:30:15', NO_REPEAT)), at('09/09/2026 09:30:15'));
});

test('a local time is read off the clocks of the zone', () => {
  for (const zone of [UTC, NEW_YORK, BERLIN, SYDNEY]) {
    const local = localTimeAt(Date.UTC(2026, 6, 1, 23, 5, 6), zone);
    const shown = new Date(shownAt(Date.UTC(2026, 6, 1, 23, 5, 6), zone.iana));
    assert.deepEqual(
      [local.year, local.month, local.day, local.hour, local.minute, local.second],
      [shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate(), shown.getUTCHours(), 5, 6],
    );
  }
});
