import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatSiteTime, GMT, type LocalTime, parseSiteTime, toInstant } from '../../src/time/site-time.ts';
import { offsetAt, TIME_ZONES, type Zone } from '../../src/time/time-zones.ts';
import { ofSample, sampled } from '../support/corpora.ts';

const NEW_YORK: Zone = { iana: 'America/New_York' };
const BERLIN: Zone = { iana: 'Europe/Berlin' };
const SYDNEY: Zone = { iana: 'Australia/Sydney' };

describe('reading a date', () => {
  for (const [text, year, month, day, hour, minute, second] of [
    ['07/20/2016 15:30:00', 2016, 7, 20, 15, 30, 0],
    ['1/2/2026 3:4:5', 2026, 1, 2, 3, 4, 5],
    ['01/02/2026 03:04', 2026, 1, 2, 3, 4, 0],
    ['01/02/2026', 2026, 1, 2, 0, 0, 0],
    ['  01/02/2026 \n\t 03:04:05  ', 2026, 1, 2, 3, 4, 5],
    ['01 / 02 / 2026 03 : 04 : 05', 2026, 1, 2, 3, 4, 5],
    ['02/29/2024 23:59:59', 2024, 2, 29, 23, 59, 59],
    ['01/01/1970 00:00:00', 1970, 1, 1, 0, 0, 0],
    ['12/31/2100 23:59:59', 2100, 12, 31, 23, 59, 59],
  ] as const) {
    test(`takes ${JSON.stringify(text)}`, () => {
      assert.deepEqual(parseSiteTime(text), { year, month, day, hour, minute, second });
    });
  }

  for (const text of [
    '',
    ' ',
    'null',
    '02/30/2026 00:00:00',
    '02/29/2026',
    '02/29/2100',
    '13/01/2026 00:00:00',
    '00/01/2026',
    '01/00/2026',
    '01/32/2026',
    '01/02/2026 24:00:00',
    '01/02/2026 12:60:00',
    '01/02/2026 12:00:60',
    '12/31/1969 23:59:59',
    '01/01/2101 00:00:00',
    '01/02/26',
    '2026-01-02 03:04:05',
    '2026-01-02T03:04:05Z',
    '01/02/2026 03',
    '01/02/2026 03:04:05 PM',
    '01/02/202603:04:05',
    '-1/02/2026',
    '001/02/2026',
    '01/02/2026 03:04:05.000',
    '٠١/02/2026',
  ]) {
    test(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseSiteTime(text), undefined));
  }

  test('stays quick on a long run of white space', () => {
    assert.equal(parseSiteTime(`01/02/2026${' '.repeat(1_000_000)}x`), undefined);
  });
});

describe('the instant of a local time', () => {
  for (const [text, zone, instant] of [
    ['07/20/2016 15:30:00', BERLIN, '2016-07-20T13:30:00Z'],
    ['01/20/2016 15:30:00', BERLIN, '2016-01-20T14:30:00Z'],
    ['01/01/1970 00:00:00', SYDNEY, '1969-12-31T14:00:00Z'],
    ['07/20/2016 15:30:00', GMT, '2016-07-20T15:30:00Z'],
  ] as const) {
    test(`${text} in ${zone.iana} is ${instant}`, () =>
      assert.equal(instantOf(text, zone), Date.parse(instant)));
  }

  for (const [text, zone, instant] of [
    ['03/08/2026 01:59:59', NEW_YORK, '2026-03-08T06:59:59Z'],
    ['03/08/2026 02:00:00', NEW_YORK, '2026-03-08T07:00:00Z'],
    ['03/08/2026 02:30:00', NEW_YORK, '2026-03-08T07:30:00Z'],
    ['03/08/2026 02:59:59', NEW_YORK, '2026-03-08T07:59:59Z'],
    ['03/08/2026 03:00:00', NEW_YORK, '2026-03-08T07:00:00Z'],
    ['03/29/2026 02:30:00', BERLIN, '2026-03-29T01:30:00Z'],
    ['10/04/2026 02:30:00', SYDNEY, '2026-10-03T16:30:00Z'],
  ] as const) {
    test(`spring: ${text} in ${zone.iana} is ${instant}`, () => {
      assert.equal(instantOf(text, zone), Date.parse(instant));
    });
  }

  for (const [text, zone, instant] of [
    ['11/01/2026 00:59:59', NEW_YORK, '2026-11-01T04:59:59Z'],
    ['11/01/2026 01:00:00', NEW_YORK, '2026-11-01T05:00:00Z'],
    ['11/01/2026 01:59:59', NEW_YORK, '2026-11-01T05:59:59Z'],
    ['11/01/2026 02:00:00', NEW_YORK, '2026-11-01T07:00:00Z'],
    ['10/25/2026 02:30:00', BERLIN, '2026-10-25T00:30:00Z'],
    ['04/05/2026 02:30:00', SYDNEY, '2026-04-04T15:30:00Z'],
  ] as const) {
    test(`autumn: ${text} in ${zone.iana} is ${instant}`, () => {
      assert.equal(instantOf(text, zone), Date.parse(instant));
    });
  }

  test('agrees with Temporal for any local time, those skipped and those that come twice included', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, fc.integer({ min: -7200, max: 7200 }), (zone, instant, seconds) => {
        const local = localOf(
          Temporal.Instant.fromEpochMilliseconds(instant + seconds * 1000).toZonedDateTimeISO('UTC'),
        );
        const expected = Temporal.PlainDateTime.from(local).toZonedDateTime(zone.iana);
        assert.equal(toInstant(local, zone), expected.epochMilliseconds);
      }),
      { numRuns: ofSample(2000, 4) },
    );
  });

  test('agrees with Temporal around every change of the clocks in 2010, 2016 and 2026', () => {
    for (const [turn, zone] of TIME_ZONES.entries()) {
      for (const year of sampled([2010, 2016, 2026], 3, turn)) {
        const start = Temporal.PlainDateTime.from({ year, month: 1, day: 1, minute: 30 });
        for (let hour = 0; hour < 366 * 24; hour += 1) {
          const clock = start.toZonedDateTime('UTC').epochMilliseconds + hour * 3_600_000;
          const offset = offsetAt(zone, clock - 86_400_000);
          if (offset === offsetAt(zone, clock + 86_400_000)) continue;
          const local = start.add({ hours: hour });
          assert.equal(
            toInstant(localOf(local), zone),
            local.toZonedDateTime(zone.iana).epochMilliseconds,
            `${local} ${zone.iana}`,
          );
        }
      }
    }
  });
});

describe('writing a date', () => {
  for (const [instant, zone, text] of [
    ['2016-07-20T13:30:00Z', BERLIN, '07/20/2016 15:30:00'],
    ['2026-01-02T03:04:05Z', GMT, '01/02/2026 03:04:05'],
    ['2026-01-01T02:00:00Z', NEW_YORK, '12/31/2025 21:00:00'],
    ['2026-03-08T06:59:59.999Z', NEW_YORK, '03/08/2026 01:59:59'],
    ['2026-03-08T07:00:00Z', NEW_YORK, '03/08/2026 03:00:00'],
    ['2026-11-01T05:30:00Z', NEW_YORK, '11/01/2026 01:30:00'],
    ['2026-11-01T06:30:00Z', NEW_YORK, '11/01/2026 01:30:00'],
    ['1970-01-01T00:00:00Z', NEW_YORK, '12/31/1969 19:00:00'],
  ] as const) {
    test(`${instant} in ${zone.iana} is ${text}`, () => {
      assert.equal(formatSiteTime(Date.parse(instant), zone), text);
    });
  }

  test('what is written reads back as the same instant, except where the clocks show a time twice', () => {
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        fc.pre(!comesTwice(instant, zone));
        assert.equal(instantOf(formatSiteTime(instant, zone), zone), instant);
      }),
      { numRuns: ofSample(5000, 4) },
    );
  });

  test('what is read is written again as it was, in GMT', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const text = formatSiteTime(instant, GMT);
        assert.match(text, /^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
        assert.equal(formatSiteTime(instantOf(text, GMT), GMT), text);
        assert.equal(instantOf(text, GMT), instant);
      }),
    );
  });
});

const anyZone = fc.constantFrom(...TIME_ZONES);

// A day from either end of what can be written, so that the text stays in range in every zone.
const anyInstant = fc
  .integer({ min: 86_400, max: Date.UTC(2100, 11, 31) / 1000 - 86_400 })
  .map((seconds) => seconds * 1000);

/** Whether the clocks show the reading of this instant a second time, before or after it. */
function comesTwice(instant: number, { iana }: Zone): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(iana).toPlainDateTime();
  const first = local.toZonedDateTime(iana, { disambiguation: 'earlier' });
  const last = local.toZonedDateTime(iana, { disambiguation: 'later' });
  return first.epochMilliseconds !== last.epochMilliseconds;
}

function instantOf(text: string, zone: Zone): number {
  const local = parseSiteTime(text);
  assert.ok(local, text);
  return toInstant(local, zone);
}

function localOf({ year, month, day, hour, minute, second }: LocalTime): LocalTime {
  return { year, month, day, hour, minute, second };
}
