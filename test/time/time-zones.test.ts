import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  isDaylightSaving,
  label,
  labelAt,
  nameWithDst,
  nextChange,
  offsetAt,
  TIME_ZONES,
  type TimeZone,
  timeZone,
  timeZoneByLabel,
} from '../../src/time/time-zones.ts';
import { ofSample } from '../support/corpora.ts';

const JANUARY = Date.parse('2026-01-15T12:00:00Z');
const JULY = Date.parse('2026-07-15T12:00:00Z');

// timeZoneType of the 5.5 schemas; the place is the timeZoneID.
const ENUMERATION = [
  'GMT-12:00, Dateline (Eniwetok)',
  'GMT-11:00, Samoa (Samoa)',
  'GMT-10:00, Hawaii (Honolulu)',
  'GMT-09:00, Alaska (Ancorage)',
  'GMT-08:00, Pacific (San Jose)',
  'GMT-07:00, Mountain (Arizona)',
  'GMT-07:00, Mountain (Denver)',
  'GMT-06:00, Central (Chicago)',
  'GMT-06:00, Mexico (Mexico City,Tegucigalpa)',
  'GMT-06:00, Central (Regina)',
  'GMT-05:00, S. America Pacific (Bogota)',
  'GMT-05:00, Eastern (New York)',
  'GMT-05:00, Eastern (Indiana)',
  'GMT-04:00, Atlantic (Halifax)',
  'GMT-04:00, S. America Western (Caracas)',
  'GMT-03:30, Newfoundland (Newfoundland)',
  'GMT-03:00, S. America Eastern (Brasilia)',
  'GMT-03:00, S. America Eastern (Buenos Aires)',
  'GMT-02:00, Mid-Atlantic (Mid-Atlantic)',
  'GMT-01:00, Azores (Azores)',
  'GMT+00:00, Greenwich (Casablanca)',
  'GMT+00:00, GMT (London)',
  'GMT+01:00, Europe (Amsterdam)',
  'GMT+01:00, Europe (Paris)',
  'GMT+01:00, Europe (Prague)',
  'GMT+01:00, Europe (Berlin)',
  'GMT+02:00, Greece (Athens)',
  'GMT+02:00, Eastern Europe (Bucharest)',
  'GMT+02:00, Egypt (Cairo)',
  'GMT+02:00, South Africa (Pretoria)',
  'GMT+02:00, Northern Europe (Helsinki)',
  'GMT+02:00, Israel (Tel Aviv)',
  'GMT+03:00, Saudi Arabia (Baghdad)',
  'GMT+03:00, Russian (Moscow)',
  'GMT+03:00, Nairobi (Nairobi)',
  'GMT+03:00, Iran (Tehran)',
  'GMT+04:00, Arabian (Abu Dhabi, Muscat)',
  'GMT+04:00, Baku (Baku)',
  'GMT+04:00, Afghanistan (Kabul)',
  'GMT+05:00, West Asia (Ekaterinburg)',
  'GMT+05:00, West Asia (Islamabad)',
  'GMT+05:30, India (Bombay)',
  'GMT+06:00, Columbo (Columbo)',
  'GMT+06:00, Central Asia (Almaty)',
  'GMT+07:00, Bangkok (Bangkok)',
  'GMT+08:00, China (Beijing)',
  'GMT+08:00, Australia Western (Perth)',
  'GMT+08:00, Singapore (Singapore)',
  'GMT+08:00, Taipei (Hong Kong)',
  'GMT+09:00, Tokyo (Tokyo)',
  'GMT+09:00, Korea (Seoul)',
  'GMT+09:30, Yakutsk (Yakutsk)',
  'GMT+09:30, Australia Central (Adelaide)',
  'GMT+09:30, Australia Central (Darwin)',
  'GMT+10:00, Australia Eastern (Brisbane)',
  'GMT+10:00, Australia Eastern (Sydney)',
  'GMT+10:00, West Pacific (Guam)',
  'GMT+10:00, Tasmania (Hobart)',
  'GMT+10:00, Vladivostok (Vladivostok)',
  'GMT+11:00, Central Pacific (Solomon Is)',
  'GMT+12:00, New Zealand (Wellington)',
  'GMT+12:00, Fiji (Fiji)',
];

describe('the table', () => {
  test('has the 62 zones, each at the place of its id', () => {
    assert.deepEqual(
      TIME_ZONES.map(({ id }) => id),
      Array.from({ length: 62 }, (_, id) => id),
    );
    assert.equal(timeZone(4)?.name, 'Pacific (San Francisco)');
    for (const id of [-1, 62, 4.5, Number.NaN]) assert.equal(timeZone(id), undefined, String(id));
  });

  for (const zone of TIME_ZONES) {
    test(`zone ${zone.id} names a known IANA zone: ${zone.iana}`, () => {
      assert.doesNotThrow(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone.iana));
    });
  }

  test('states the offset that the place keeps today, except where the place has moved since', () => {
    const moved = TIME_ZONES.filter((zone) => {
      const offsets = [offsetAt(zone, JANUARY), offsetAt(zone, JULY)];
      return Math.min(...offsets) !== zone.standardOffset;
    });
    assert.deepEqual(
      moved.map(({ name }) => name),
      ['Central Asia (Almaty)'],
    );
  });

  test('keeps a deprecated zone on the time of its replacement', () => {
    for (const [old, replacement] of [
      [24, 23],
      [27, 26],
    ] as const) {
      assert.equal(zone(old).replacedBy, replacement);
      assert.equal(zone(old).iana, zone(replacement).iana);
    }
    assert.equal(label(zone(24)), 'GMT+01:00, Europe (Prague)');
  });
});

describe('reading a label', () => {
  for (const [id, text] of ENUMERATION.entries()) {
    test(`takes the enumeration's ${text}`, () => assert.equal(timeZoneByLabel(text)?.id, id));
  }

  test('takes every label that the site itself writes', () => {
    for (const each of TIME_ZONES) {
      for (const text of [label(each), labelAt(each, JANUARY), labelAt(each, JULY), each.name]) {
        assert.equal(timeZoneByLabel(text), each, text);
      }
    }
  });

  for (const [text, id] of [
    ['GMT-08:00, Pacific (San Francisco)', 4],
    ['GMT-07:00, Pacific (San Jose)', 4],
    ['Pacific (San Jose)', 4],
    ['  gmt-08:00,pacific(san  francisco) ', 4],
    ['GMT -8:00 , Pacific (San Jose)', 4],
    ['GMT-09:00, Alaska (Anchorage)', 3],
    ['GMT-06:00, Mexico (Mexico City, Tegucigalpa)', 8],
    ['GMT+12:00, Dateline (Marshall Islands)', 0],
    ['GMT+03:30, Iran (Tehran)', 35],
    ['GMT+09:00, Yakutsk (Yakutsk)', 51],
    ['GMT (London)', 21],
    ['GMT-07:00, Mountain (Arizona)', 5],
    ['GMT-07:00, Mountain (Denver)', 6],
  ] as const) {
    test(`takes ${JSON.stringify(text)}`, () => assert.equal(timeZoneByLabel(text)?.id, id));
  }

  for (const text of ['', 'GMT-08:00', 'GMT-08:00,', 'Pacific', 'Atlantis (Atlantis)', '4', '__proto__']) {
    test(`finds nothing in ${JSON.stringify(text)}`, () => assert.equal(timeZoneByLabel(text), undefined));
  }
});

describe('writing a label', () => {
  for (const [id, standard, january, july] of [
    [0, 'GMT-12:00, Dateline (Eniwetok)', 'GMT-12:00, Dateline (Eniwetok)', 'GMT-12:00, Dateline (Eniwetok)'],
    [
      4,
      'GMT-08:00, Pacific (San Francisco)',
      'GMT-08:00, Pacific (San Francisco)',
      'GMT-07:00, Pacific (San Francisco)',
    ],
    [
      15,
      'GMT-03:30, Newfoundland (Newfoundland)',
      'GMT-03:30, Newfoundland (Newfoundland)',
      'GMT-02:30, Newfoundland (Newfoundland)',
    ],
    [21, 'GMT+00:00, GMT (London)', 'GMT+00:00, GMT (London)', 'GMT+01:00, GMT (London)'],
    [
      55,
      'GMT+10:00, Australia Eastern (Sydney)',
      'GMT+11:00, Australia Eastern (Sydney)',
      'GMT+10:00, Australia Eastern (Sydney)',
    ],
  ] as const) {
    test(`${standard} in standard time, in January and in July`, () => {
      assert.equal(label(zone(id)), standard);
      assert.equal(labelAt(zone(id), JANUARY), january);
      assert.equal(labelAt(zone(id), JULY), july);
    });
  }

  for (const [id, january, july] of [
    [
      4,
      'San Francisco (Pacific Standard Time, GMT-08:00)',
      'San Francisco (Pacific Daylight Time, GMT-07:00)',
    ],
    [25, 'Berlin (Europe Standard Time, GMT+01:00)', 'Berlin (Europe Summer Time, GMT+02:00)'],
    [41, 'Bombay (India Standard Time, GMT+05:30)', 'Bombay (India Standard Time, GMT+05:30)'],
    [
      55,
      'Sydney (Australia Eastern Daylight Time, GMT+11:00)',
      'Sydney (Australia Eastern Standard Time, GMT+10:00)',
    ],
  ] as const) {
    test(`${january}, ${july}`, () => {
      assert.equal(nameWithDst(zone(id), JANUARY), january);
      assert.equal(nameWithDst(zone(id), JULY), july);
    });
  }
});

describe('offsets', () => {
  for (const [city, january, july] of [
    ['New York', -300, -240],
    ['Berlin', 60, 120],
    ['Sydney', 660, 600],
    ['Bombay', 330, 330],
    ['Arizona', -420, -420],
    ['London', 0, 60],
    ['Casablanca', 0, 0],
  ] as const) {
    test(`${city}: ${january} in January, ${july} in July`, () => {
      assert.equal(offsetAt(zoneOf(city), JANUARY), january);
      assert.equal(offsetAt(zoneOf(city), JULY), july);
    });
  }

  for (const [city, change, before, after] of [
    ['New York', '2026-03-08T07:00:00Z', -300, -240],
    ['New York', '2026-11-01T06:00:00Z', -240, -300],
    ['Berlin', '2026-03-29T01:00:00Z', 60, 120],
    ['Berlin', '2026-10-25T01:00:00Z', 120, 60],
    ['Sydney', '2026-04-04T16:00:00Z', 660, 600],
    ['Sydney', '2026-10-03T16:00:00Z', 600, 660],
  ] as const) {
    test(`${city} changes from ${before} to ${after} at ${change}, to the second`, () => {
      const zone = zoneOf(city);
      const instant = Date.parse(change);
      assert.equal(offsetAt(zone, instant - 1000), before);
      assert.equal(offsetAt(zone, instant - 1), before);
      assert.equal(offsetAt(zone, instant), after);
      assert.equal(nextChange(zone, instant - 1), instant);
      assert.notEqual(nextChange(zone, instant), instant);
      assert.equal(isDaylightSaving(zone, instant - 1), before > after);
      assert.equal(isDaylightSaving(zone, instant), after > before);
    });
  }

  test('a zone that never changes has no next change', () => {
    for (const id of [0, 20]) assert.equal(nextChange(zone(id), JANUARY), undefined);
  });

  test('agree with Intl.DateTimeFormat at any instant from 1970 to 2100, in any order of questions', () => {
    const formats = new Map(TIME_ZONES.map(({ iana }) => [iana, intlFormat(iana)]));
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const format = formats.get(zone.iana) ?? intlFormat(zone.iana);
        assert.equal(offsetAt(zone, instant), intlOffset(format, instant));
      }),
      { numRuns: ofSample(5000, 4) },
    );
  });

  test('agree with Intl.DateTimeFormat on both sides of every change up to 2100', () => {
    for (const zone of TIME_ZONES) {
      const format = intlFormat(zone.iana);
      for (const change of changes(zone, 0, Date.UTC(2101, 0, 1))) {
        assert.equal(offsetAt(zone, change - 1000), intlOffset(format, change - 1000), zone.iana);
        assert.equal(offsetAt(zone, change), intlOffset(format, change), zone.iana);
        assert.notEqual(offsetAt(zone, change - 1000), offsetAt(zone, change), zone.iana);
      }
    }
  });
});

describe('daylight saving', () => {
  for (const [what, iana, date, expected] of [
    ['Moscow had it until 2010', 'Europe/Moscow', '2010-07-15', true],
    ['Moscow put the clocks forward for years: a change of law', 'Europe/Moscow', '2012-07-15', false],
    ['Moscow has none now', 'Europe/Moscow', '2026-07-15', false],
    ['Caracas moved by half an hour for years', 'America/Caracas', '2012-01-15', false],
    ['Caracas moved back', 'America/Caracas', '2026-01-15', false],
    ['Brasilia had it in its summer', 'America/Sao_Paulo', '2018-01-15', true],
    ['Brasilia had none in its winter', 'America/Sao_Paulo', '2018-07-15', false],
    ['Brasilia has none now', 'America/Sao_Paulo', '2026-01-15', false],
    ['Wellington has it in January', 'Pacific/Auckland', '2026-01-15', true],
    ['Wellington has none in July', 'Pacific/Auckland', '2026-07-15', false],
    ['Casablanca outside Ramadan', 'Africa/Casablanca', '2022-07-15', false],
    ['Casablanca in Ramadan', 'Africa/Casablanca', '2022-04-15', false],
    ['Dublin in July', 'Europe/Dublin', '2026-07-15', true],
    ['Dublin in January', 'Europe/Dublin', '2026-01-15', false],
    ['the United States in their longest season', 'America/Chicago', '1974-01-15', true],
    ['Cairo between the two halves of the summer of 2010', 'Africa/Cairo', '2010-08-20', false],
    ['Cairo in the second half of the summer of 2010', 'Africa/Cairo', '2010-09-20', true],
    ['Almaty in the winter before its summer time of 1992', 'Asia/Almaty', '1992-02-15', false],
    ['Tehran on its way back from a double change', 'Asia/Tehran', '1978-09-15', false],
    ['Arizona', 'America/Phoenix', '2026-07-15', false],
  ] as const) {
    test(`${what}: ${expected}`, () => {
      assert.equal(isDaylightSaving({ iana }, Date.parse(date)), expected);
    });
  }
});

const anyZone = fc.constantFrom(...TIME_ZONES);
const anyInstant = fc
  .integer({ min: 0, max: Date.UTC(2101, 0, 1) / 1000 - 1 })
  .map((seconds) => seconds * 1000);

function zone(id: number): TimeZone {
  const found = timeZone(id);
  assert.ok(found, `zone ${id}`);
  return found;
}

function zoneOf(city: string): TimeZone {
  const found = TIME_ZONES.find((each) => each.city === city);
  assert.ok(found, city);
  return found;
}

function* changes(zone: TimeZone, from: number, to: number): Generator<number> {
  for (let next = nextChange(zone, from); next !== undefined && next < to; next = nextChange(zone, next))
    yield next;
}

function intlFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
}

/** Minutes between the wall clock that Intl shows and GMT. */
function intlOffset(format: Intl.DateTimeFormat, instant: number): number {
  const parts = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return (Date.UTC(year, month - 1, day, hour, minute, second) - instant) / 60_000;
}
