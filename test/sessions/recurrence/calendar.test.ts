import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import {
  checkedRepeat,
  occurrences,
  type RepeatInput,
  type Series,
  seriesStart,
  toExDate,
  toRRule,
} from '../../../src/sessions/recurrence.ts';
import type { LocalTime } from '../../../src/time/site-time.ts';
import { anyRepeat, anyStart, BERLIN, NEW_YORK, SYDNEY, series, UTC } from './examples.ts';
import { instantOf } from './reckoned-by-hand.ts';

describe('the rule of', () => {
  const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;
  const rows: [RepeatInput, rule: string | undefined][] = [
    [{ repeatType: 'NO_REPEAT' }, undefined],
    [{ repeatType: 'CONSTANT', expirationDate: '12/18/2026' }, undefined],
    [{ repeatType: 'DAILY' }, 'FREQ=DAILY'],
    [{ repeatType: 'DAILY', interval: 3, afterMeetingNumber: 4 }, 'FREQ=DAILY;INTERVAL=3;COUNT=4'],
    [{ repeatType: 'DAILY', dayInWeek: weekdays }, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    [{ repeatType: 'DAILY', interval: 2, dayInWeek: weekdays }, 'FREQ=DAILY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR'],
    [{ repeatType: 'WEEKLY' }, 'FREQ=WEEKLY;BYDAY=TU'],
    [{ repeatType: 'WEEKLY', interval: 2 }, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'],
    [
      { repeatType: 'WEEKLY', interval: 2, dayInWeek: ['MONDAY', 'SUNDAY'] },
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU',
    ],
    [{ repeatType: 'MONTHLY' }, 'FREQ=MONTHLY;BYMONTHDAY=8'],
    [{ repeatType: 'MONTHLY', weekInMonth: 2, dayInWeek: ['TUESDAY'] }, 'FREQ=MONTHLY;BYDAY=2TU'],
    [{ repeatType: 'MONTHLY', weekInMonth: 5, dayInWeek: ['FRIDAY'] }, 'FREQ=MONTHLY;BYDAY=-1FR'],
    [
      { repeatType: 'MONTHLY', weekInMonth: 5, dayInWeek: weekdays },
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    ],
    [{ repeatType: 'YEARLY' }, 'FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=8'],
    [
      { repeatType: 'YEARLY', monthInYear: 11, weekInMonth: 4, dayInWeek: ['THURSDAY'] },
      'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
    ],
    [{ repeatType: 'YEARLY', dayInYear: 60 }, 'FREQ=YEARLY;BYYEARDAY=60'],
  ];
  for (const [repeat, rule] of rows) {
    test(JSON.stringify(repeat), () => assert.equal(toRRule(series('09/08/2026 09:00:00', repeat)), rule));
  }
});

describe('the end in a rule', () => {
  for (const [zone, expirationDate, until] of [
    [UTC, '12/18/2026', '20261218T235959Z'],
    [NEW_YORK, '12/18/2026 10:00:00', '20261219T045959Z'],
    [NEW_YORK, '10/18/2026', '20261019T035959Z'],
    [BERLIN, '12/18/2026', '20261218T225959Z'],
    [SYDNEY, '12/18/2026', '20261218T125959Z'],
  ] as const) {
    test(`by date is in UTC: ${expirationDate} in ${zone.iana}`, () => {
      const daily = series('09/08/2026 09:00:00', { repeatType: 'DAILY', expirationDate }, zone);
      assert.equal(toRRule(daily), `FREQ=DAILY;UNTIL=${until}`);
    });
  }

  for (const [afterMeetingNumber, expected] of [
    [10, 'COUNT=10'],
    [11, 'COUNT=11'],
    [12, 'UNTIL=20260918T235959Z'],
  ] as const) {
    test(`is the earlier of two: ${afterMeetingNumber} days or the eleventh day`, () => {
      const both = { repeatType: 'DAILY', afterMeetingNumber, expirationDate: '09/18/2026' } as const;
      assert.equal(toRRule(series('09/08/2026 09:00:00', both)), `FREQ=DAILY;${expected}`);
    });
  }
});

describe('exclusions', () => {
  const weekly = { repeatType: 'WEEKLY' } as const;
  const excluded = (start: string, zone: { iana: string }, ...places: number[]) => {
    const starts = occurrences(series(start, weekly, zone), { limit: 60 });
    return toExDate(
      series(
        start,
        weekly,
        zone,
        places.map((place) => starts[place] ?? 0),
      ),
    );
  };

  test('are local times in the zone, each once and in order', () => {
    assert.equal(
      excluded('10/20/2026 09:00:00', NEW_YORK, 2, 1, 2),
      'EXDATE;TZID=America/New_York:20261027T090000,20261103T090000',
    );
  });

  test('keep the time of the rule where the clocks skip it', () => {
    assert.equal(excluded('03/22/2026 02:30:00', BERLIN, 1), 'EXDATE;TZID=Europe/Berlin:20260329T023000');
  });

  test('without a zone are in UTC', () => {
    assert.equal(excluded('10/20/2026 09:00:00', UTC, 1), 'EXDATE:20261027T090000Z');
  });

  test('are not written when there are none', () => {
    assert.equal(excluded('10/20/2026 09:00:00', UTC), undefined);
    assert.equal(toExDate(series('10/20/2026 09:00:00', { repeatType: 'CONSTANT' }, UTC, [1])), undefined);
  });
});

describe('another reader of the calendar file', () => {
  test('finds the same occurrences', () => {
    fc.assert(
      fc.property(anyStart, anyRepeat, fc.array(fc.nat(30), { maxLength: 4 }), (start, input, places) => {
        const whole: Series = { start, repeat: checkedRepeat(input, start), zone: UTC };
        const starts = occurrences(whole, { limit: 31 });
        const exclusions = places.flatMap((place) => starts[place] ?? []);
        const any = { ...whole, exclusions };
        const until = Date.UTC(2062, 11, 31);
        assert.deepEqual(readFrom(any, 20, until), occurrences(any, { until, limit: 20 }));
      }),
    );
  });

  for (const zone of [NEW_YORK, BERLIN, SYDNEY]) {
    test(`finds the same times on the clocks of ${zone.iana}`, () => {
      const weekly = series('03/03/2026 09:00:00', { repeatType: 'WEEKLY' }, zone);
      const starts = occurrences(weekly, { limit: 52 });
      const any = { ...weekly, exclusions: [starts[3] ?? 0, starts[40] ?? 0] };
      const readings = readFrom(any, 50, Number.POSITIVE_INFINITY);
      assert.deepEqual(
        readings.map((reading) => instantOf(reading, zone.iana)),
        occurrences(any, { limit: 50 }),
      );
    });
  }
});

/** What ical.js makes of the event: the times on its clocks as if they were in UTC. */
function readFrom(any: Series, limit: number, until: number): number[] {
  const zoned = any.zone.iana === 'UTC' ? '' : `;TZID=${any.zone.iana}`;
  const lines = [
    'BEGIN:VEVENT',
    `DTSTART${zoned}:${dateTime(seriesStart(any))}${zoned === '' ? 'Z' : ''}`,
    `RRULE:${toRRule(any)}`,
    ...[toExDate(any) ?? []].flat(),
    'END:VEVENT',
  ];
  const iterator = new ICAL.Event(new ICAL.Component(ICAL.parse(lines.join('\r\n')))).iterator();
  const found: number[] = [];
  for (let next = iterator.next(); next && found.length < limit; next = iterator.next()) {
    const reading = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second);
    if (reading > until) break;
    found.push(reading);
  }
  return found;
}

function dateTime({ year, month, day, hour, minute, second }: LocalTime): string {
  const [date, time] = [
    [year, month, day],
    [hour, minute, second],
  ].map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(''));
  return `${date}T${time}`;
}
