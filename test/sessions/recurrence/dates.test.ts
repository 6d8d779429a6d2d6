import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { calendarFile } from '../../../src/mail/calendar-file.ts';
import {
  checkedRepeat,
  describe as described,
  lastOccurrence,
  nextOccurrence,
  occurrences,
  type Series,
  seriesEnd,
  seriesStart,
  toExDate,
  toRDate,
  toRRule,
} from '../../../src/sessions/recurrence.ts';
import { exceptionsAfter } from '../../../src/sessions/series-exceptions.ts';
import { formatSiteTime, toInstant } from '../../../src/time/site-time.ts';
import { at, BERLIN, NEW_YORK, series, UTC } from './examples.ts';

/** Courses of listed dates, and series with sessions that were moved or dropped. */

const HOUR = 3_600_000;

function course(dates: readonly string[], zone = UTC): Series {
  const [first = ''] = dates;
  const repeat = checkedRepeat({ repeatType: 'IRREGULARLY', dates: dates.map(at) }, at(first));
  return { start: seriesStart({ start: at(first), zone, repeat }), zone, repeat };
}

function shown(of: Series, limit = 10): string[] {
  return occurrences(of, { limit }).map((start) => formatSiteTime(start, of.zone));
}

/** A weekly series of four with some of its sessions changed. */
function changed(zone: Series['zone'], ...changes: [index: number, start?: string][]): Series {
  const whole = series('03/03/2026 09:00:00', { repeatType: 'WEEKLY', afterMeetingNumber: 4 }, zone);
  const exceptions = exceptionsAfter(
    whole,
    [],
    changes.map(([index, start]) => ({ index, start: start === undefined ? undefined : at(start) })),
  );
  return {
    ...whole,
    exclusions: exceptions.map(({ from }) => from),
    additions: exceptions.flatMap(({ to }) => to ?? []),
  };
}

/** What a reader of calendars makes of the file, in the zone of the series. */
function readByCalendar(of: Series): number[] {
  const [first = 0] = occurrences(of, { limit: 1 });
  const rrule = toRRule(of);
  const startLocal = rrule === undefined ? undefined : seriesStart(of);
  const { content } = calendarFile(
    'PUBLISH',
    [
      {
        ...{ uid: 'x@acme', sequence: 0, zone: of.zone, duration: 60, summary: 'Course', rrule },
        startAt: startLocal ? toInstant(startLocal, of.zone) : first,
        startLocal,
        rdate: toRDate(of),
        exdate: rrule === undefined ? undefined : toExDate(of),
        endAt: seriesEnd(of, 60),
      },
    ],
    0,
  );
  const calendar = new ICAL.Component(ICAL.parse(content));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? undefined);
  const found: number[] = [];
  const iterator = event.iterator();
  for (let next = iterator.next(); next && found.length < 20; next = iterator.next()) {
    const { year, month, day, hour, minute, second } = next;
    found.push(toInstant({ year, month, day, hour, minute, second }, of.zone));
  }
  return found;
}

describe('a course of listed dates', () => {
  const dates = ['03/30/2026 09:00:00', '03/01/2026 14:30:00', '03/28/2026 09:00:00'];

  test('takes place on each of them, in order, also across a change of the clocks', () => {
    const inOrder = ['03/01/2026 14:30:00', '03/28/2026 09:00:00', '03/30/2026 09:00:00'];
    for (const zone of [UTC, BERLIN, NEW_YORK]) assert.deepEqual(shown(course(dates, zone)), inOrder);
  });

  test('ends with the last one', () => {
    const all = occurrences(course(dates), { limit: 9 });
    assert.equal(lastOccurrence(course(dates)), all[2]);
    assert.equal(seriesEnd(course(dates), 60), (all[2] ?? 0) + HOUR);
    assert.equal(nextOccurrence(course(dates), (all[0] ?? 0) + 1, 60), all[0]);
    assert.equal(nextOccurrence(course(dates), (all[0] ?? 0) + HOUR, 60), all[1]);
    assert.equal(nextOccurrence(course(dates), (all[2] ?? 0) + HOUR, 60), undefined);
  });

  test('has no date twice, and not more than a series has', () => {
    assert.throws(() => course([...dates, '03/01/2026 14:30:00']), /twice/);
    const many = Array.from({ length: 1000 }, (_, day) => formatSiteTime(day * 24 * HOUR, UTC));
    assert.throws(() => course(many), /999/);
  });

  test('is told in a sentence', () => {
    assert.equal(
      described(course(dates.slice(0, 2))),
      'On March 1, 2026 at 2:30 PM; and March 30, 2026 at 9:00 AM',
    );
    const twenty = Array.from({ length: 20 }, (_, day) => formatSiteTime(day * 24 * HOUR, UTC));
    assert.match(described(course(twenty)), /; and 8 more$/);
  });

  test('is the same in a calendar', () => {
    for (const zone of [UTC, BERLIN, NEW_YORK]) {
      const any = course(dates, zone);
      assert.deepEqual(readByCalendar(any), occurrences(any, { limit: 20 }), zone.iana);
    }
  });
});

describe('a series with changed sessions', () => {
  test('takes place on what is left and where they were moved, in order', () => {
    const any = changed(NEW_YORK, [2, '03/25/2026 16:00:00'], [3]);
    assert.deepEqual(shown(any), ['03/03/2026 09:00:00', '03/24/2026 09:00:00', '03/25/2026 16:00:00']);
    assert.equal(formatSiteTime(lastOccurrence(any) ?? 0, NEW_YORK), '03/25/2026 16:00:00');
    const later = occurrences(any, { from: toInstant(at('03/25/2026 00:00:00'), NEW_YORK), limit: 5 });
    assert.equal(later.length, 1);
  });

  test('counts its sessions as they were', () => {
    const whole = series('03/03/2026 09:00:00', { repeatType: 'WEEKLY', afterMeetingNumber: 4 }, BERLIN);
    const before = exceptionsAfter(whole, [], [{ index: 1, start: at('04/25/2026 16:00:00') }]);
    const after = exceptionsAfter(whole, before, [{ index: 2, start: undefined }]);
    assert.deepEqual(
      after.map(({ index, from }) => [index, formatSiteTime(from, BERLIN)]),
      [
        [1, '03/03/2026 09:00:00'],
        [2, '03/10/2026 09:00:00'],
      ],
    );
    assert.throws(() => exceptionsAfter(whole, after, [{ index: 5, start: undefined }]), /no session 5/);
    assert.throws(() => exceptionsAfter(whole, after, [{ index: -1, start: undefined }]), /no session -1/);
  });

  test('is moved back only to where no other session is', () => {
    const whole = series('03/03/2026 09:00:00', { repeatType: 'WEEKLY', afterMeetingNumber: 4 }, BERLIN);
    const second = at('03/10/2026 09:00:00');
    const before = exceptionsAfter(
      whole,
      [],
      [
        { index: 2, start: undefined },
        { index: 3, start: second },
      ],
    );
    assert.throws(() => exceptionsAfter(whole, before, [{ index: 2, start: second }]), /another session/);
  });

  test('is the same in a calendar', () => {
    for (const zone of [UTC, BERLIN, NEW_YORK]) {
      for (const any of [
        changed(zone, [2, '03/12/2026 16:00:00']),
        changed(zone, [1, '04/12/2026 16:00:00'], [4]),
        changed(zone, [1], [2]),
      ]) {
        assert.deepEqual(readByCalendar(any), occurrences(any, { limit: 20 }), JSON.stringify(any));
      }
    }
  });

  test('has a session at every time once', () => {
    assert.throws(() => changed(UTC, [2, '03/17/2026 09:00:00']), /another session/);
    assert.throws(() => changed(UTC, [2, '03/18/2026 09:00:00'], [3, '03/18/2026 09:00:00']), /another/);
    // Two that change their places.
    const swapped = changed(UTC, [2, '03/17/2026 09:00:00'], [3, '03/10/2026 09:00:00']);
    assert.equal(shown(swapped).length, 4);
  });
});
