import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { timeZoneLines } from '../../src/mail/calendar/time-zone.ts';
import { type CalendarEvent, calendarFile } from '../../src/mail/calendar-file.ts';
import { toExDate, toRRule } from '../../src/sessions/recurrence.ts';
import { toInstant } from '../../src/time/site-time.ts';
import { offsetAt, TIME_ZONES, type Zone } from '../../src/time/time-zones.ts';
import { sampled } from '../support/corpora.ts';
import { eventIn, occurrencesIn } from './parsed.ts';

const NOW = Date.UTC(2026, 2, 4, 10, 30);
const DAY = 86_400_000;

const PLAIN: CalendarEvent = {
  uid: '24264547@acme',
  sequence: 0,
  zone: { iana: 'Europe/Berlin' },
  startAt: Date.UTC(2026, 6, 28, 12),
  duration: 60,
  summary: 'Plain',
};

function fileOf(event: Partial<CalendarEvent>): string {
  return calendarFile('REQUEST', [{ ...PLAIN, ...event }], NOW).content;
}

test('the clocks of every zone are right in its VTIMEZONE, in quiet years and in those of a new law', () => {
  const years = [
    [2005, 2008],
    [2010, 2012],
    [2026, 2026],
    [2040, 2041],
  ] as const;
  for (const [turn, zone] of TIME_ZONES.entries()) {
    if (zone.iana === 'UTC') continue;
    for (const [first, last] of sampled(years, 4, turn)) {
      const from = Date.UTC(first, 0, 1);
      const until = Date.UTC(last + 1, 0, 1) - 1;
      const clocks = clocksOf(zone, from, until);
      for (let at = from; at <= until; at += 7 * 3_600_000) {
        const offset = offsetAt(zone, at);
        // Of an hour that comes twice ical.js takes the second.
        if (offsetAt(zone, at + 3_600_000) < offset || offsetAt(zone, at - 3_600_000) > offset) continue;
        const what = `${zone.iana} at ${new Date(at).toISOString()}`;
        assert.equal(clocks(at + offset * 60_000), offset, what);
      }
    }
  }
});

test('a VTIMEZONE of a usual zone is two yearly rules, as Outlook reads them', () => {
  const at = Date.UTC(2026, 2, 1);
  assert.deepEqual(timeZoneLines({ iana: 'America/New_York' }, at, at), [
    'BEGIN:VTIMEZONE',
    'TZID:America/New_York',
    'BEGIN:DAYLIGHT',
    'DTSTART:20250309T020000',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'DTSTART:20251102T020000',
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU',
    'END:STANDARD',
    'END:VTIMEZONE',
  ]);
});

test('a yearly rule that a new law ends says until when', () => {
  const lines = timeZoneLines({ iana: 'America/New_York' }, Date.UTC(2005, 5, 1), Date.UTC(2008, 5, 1));
  assert.ok(lines.includes('RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z'), lines.join('\n'));
  assert.ok(lines.includes('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU'));
});

for (const [city, iana] of [
  ['New York', 'America/New_York'],
  ['Berlin', 'Europe/Berlin'],
  ['Sydney', 'Australia/Sydney'],
] as const) {
  test(`a weekly series keeps its hour across both changes of the clocks in ${city}`, () => {
    const zone = { iana };
    const start = { year: 2026, month: 1, day: 6, hour: 9, minute: 30, second: 0 };
    const series = {
      start,
      zone,
      repeat: { repeatType: 'WEEKLY', interval: 1, dayInWeek: ['TUESDAY'], afterMeetingNumber: 60 } as const,
      exclusions: [toInstant({ ...start, month: 4, day: 7 }, zone)],
    };
    const content = fileOf({
      zone,
      startAt: toInstant(start, zone),
      startLocal: start,
      rrule: toRRule(series),
      exdate: toExDate(series),
      endAt: Date.UTC(2027, 3, 1),
    });
    const expected = tuesdaysAtHalfPastNine(iana, 60).filter(
      (at) => !inZone(iana, at).startsWith('2026-04-07'),
    );
    assert.deepEqual(occurrencesIn(content, 100), expected);
    const hours = new Set(expected.map((at) => new Date(at).getUTCHours()));
    assert.equal(hours.size, 2, 'both sides of the changes are there');
  });
}

test('an exception to a series replaces one of its occurrences', () => {
  const zone = { iana: 'Europe/Berlin' };
  const start = { year: 2026, month: 3, day: 24, hour: 9, minute: 0, second: 0 };
  const repeat = {
    repeatType: 'WEEKLY',
    interval: 1,
    dayInWeek: ['TUESDAY'],
    afterMeetingNumber: 3,
  } as const;
  const startAt = toInstant(start, zone);
  const second = toInstant({ ...start, day: 31 }, zone);
  const series: CalendarEvent = {
    ...PLAIN,
    zone,
    startAt,
    startLocal: start,
    rrule: toRRule({ start, zone, repeat }),
    endAt: startAt + 30 * DAY,
  };
  const exception = { ...PLAIN, zone, startAt: second + 7_200_000, recurrenceID: second, summary: 'Moved' };
  const { content } = calendarFile('REQUEST', [series, exception], NOW);
  const root = new ICAL.Component(ICAL.parse(content));
  const [master, moved] = root.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
  assert.ok(master && moved);
  assert.equal(moved.recurrenceId.toString(), '2026-03-31T09:00:00');
  const iterator = master.iterator();
  iterator.next();
  const details = master.getOccurrenceDetails(iterator.next());
  assert.equal(details.item.summary, 'Moved');
});

test('the second of two hours of the same name is told in UTC', () => {
  const zone = { iana: 'Europe/Berlin' };
  const first = Date.UTC(2026, 9, 25, 0, 30);
  assert.match(fileOf({ zone, startAt: first }), /DTSTART;TZID=Europe\/Berlin:20261025T023000\r\n/);
  assert.match(fileOf({ zone, startAt: first + 3_600_000 }), /DTSTART:20261025T013000Z\r\n/);
});

test('a zone without daylight saving, and UTC, need no rules', () => {
  assert.equal(occurrencesIn(fileOf({ zone: { iana: 'Asia/Tokyo' } }), 1)[0], PLAIN.startAt);
  const utc = fileOf({ zone: { iana: 'UTC' } });
  assert.match(utc, /DTSTART:20260728T120000Z\r\n/);
  assert.doesNotMatch(utc, /VTIMEZONE/);
});

test('a file is folded at 75 octets and never inside a character', () => {
  const content = fileOf({
    summary: `${'Überprüfung 🧑‍💻 '.repeat(40)}العربية`.trim(),
    description: '日本語'.repeat(200),
    organizer: { name: 'Ω'.repeat(100), email: 'host@acme.com' },
  });
  for (const line of content.split('\r\n')) {
    assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)} octets`);
    assert.ok(!line.includes('�'));
  }
  const event = eventIn(content);
  assert.equal(event.summary, `${'Überprüfung 🧑‍💻 '.repeat(40)}العربية`.trim());
  assert.equal(event.description, '日本語'.repeat(200));
});

const ATTACKS = [
  'Plan\r\nATTENDEE:mailto:evil@evil.example',
  'Plan\nEND:VEVENT\nBEGIN:VEVENT',
  'Plan\u2028ATTENDEE:mailto:evil@evil.example',
  'a;b,c:d\\n\\,\\;"quoted"^n',
  'x";ROLE=CHAIR:mailto:evil@evil.example',
  '\u202etxet nrut\u202c',
  'עברית – مرحبا 🎉',
  '\0\x01\x7f\ud800',
];

test('nothing in a text can add a line to a file', () => {
  for (const attack of ATTACKS) {
    const content = fileOf({
      summary: attack,
      description: attack,
      descriptionHtml: attack,
      organizer: { name: attack, email: 'host@acme.com' },
      attendees: [{ name: attack, email: 'ada@acme.com' }],
      alarm: 15,
    });
    const properties = new ICAL.Component(ICAL.parse(content))
      .getFirstSubcomponent('vevent')
      ?.getAllProperties()
      .map(({ name }) => name);
    assert.deepEqual(
      properties,
      'uid sequence dtstamp dtstart dtend summary description x-alt-desc organizer attendee status transp'.split(
        ' ',
      ),
      attack,
    );
    const attendee = eventIn(content).attendees[0];
    assert.equal(attendee?.getParameter('role'), 'REQ-PARTICIPANT');
    assert.equal(attendee?.getFirstValue(), 'mailto:ada@acme.com');
    // Readers that know more line ends than the standard must find none.
    assert.doesNotMatch(content.replaceAll('\r\n', ''), /[\n\r\v\f\x85\u2028\u2029\u202e]/);
  }
});

test('every text comes back as it was, but for its control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const wanted = text
        .toWellFormed()
        .replace(/\r\n|[\r\v\f\x85\u2028\u2029]/g, '\n')
        .replaceAll('\t', ' ')
        .replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
      const content = fileOf({ description: text });
      assert.equal(eventIn(content).description ?? '', wanted);
      for (const line of content.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75);
    }),
  );
});

function clocksOf(zone: Zone, from: number, until: number): (reading: number) => number {
  const component = new ICAL.Component(ICAL.parse(timeZoneLines(zone, from, until).join('\r\n')));
  const timezone = new ICAL.Timezone({ component, tzid: zone.iana });
  return (reading) => {
    const time = ICAL.Time.fromJSDate(new Date(reading), true);
    time.zone = timezone;
    return timezone.utcOffset(time) / 60;
  };
}

/** Without the code under test: every quarter of an hour is asked what the clocks of the place show. */
function tuesdaysAtHalfPastNine(iana: string, number: number): number[] {
  const found: number[] = [];
  for (let at = Date.UTC(2026, 0, 5, 18); found.length < number; at += 900_000) {
    if (inZone(iana, at).endsWith('Tue 09:30')) found.push(at);
  }
  return found;
}

/** `2026-03-31 Tue 09:30`. */
function inZone(iana: string, at: number): string {
  let format = formats.get(iana);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: iana,
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(iana, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day} ${parts.weekday} ${parts.hour}:${parts.minute}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();
