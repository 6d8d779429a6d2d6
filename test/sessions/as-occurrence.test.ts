import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asAt, asOccurrence, asRun, asSeries } from '../../src/sessions/as-occurrence.ts';
import { changedOccurrence } from '../../src/sessions/changed-occurrence.ts';
import type { OwnOfOccurrence } from '../../src/sessions/documents/base-document.ts';
import { occurrencesAfter } from '../../src/sessions/occurrence-list.ts';
import { durationAt, lastEnd, nextStart, ruledStartOfRun, takesPlaceAs } from '../../src/sessions/series.ts';
import { exceptionsAfter } from '../../src/sessions/series-exceptions.ts';
import type { SessionWithDocument } from '../../src/sessions/session.ts';
import { zoneOf } from '../../src/time/time-zones.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2027, 0, 12, 10);
const day = (index: number) => START + index * 24 * HOUR;
const LOCAL = { year: 2027, month: 1, day: 12, hour: 10, minute: 0, second: 0 };

type Exception = NonNullable<SessionWithDocument['document']['exceptions']>[number];

/** Four days, an hour each. */
function daily(exceptions?: readonly Exception[]): SessionWithDocument {
  const document = {
    kind: 'meeting',
    agenda: 'As ever',
    password: 'Series-pw1',
    audioPassword: '12345678',
    repeat: { repeatType: 'DAILY', interval: 1, afterMeetingNumber: 4 },
    startLocal: LOCAL,
    excluded: (exceptions ?? []).map(({ from }) => from),
    exceptions,
  };
  const columns = { confName: 'Daily', startAt: START, duration: 60, timeZoneID: 20, recurring: true };
  const state = {
    passwordRequired: true,
    inProgress: false,
    actualStartAt: null,
    host: 1,
    endAt: day(3) + HOUR,
  };
  return { ...columns, ...state, document } as unknown as SessionWithDocument;
}

const special = (own: OwnOfOccurrence, to = day(1)) => daily([{ index: 2, from: day(1), to, own }]);

describe('a session as one of its occurrences', () => {
  test('without anything of its own it is the very same', () => {
    const session = daily();
    assert.equal(asAt(session, day(1)), session);
    assert.equal(asOccurrence(session, day(1)), session);
    const moved = daily([{ index: 2, from: day(1), to: day(1) + HOUR }]);
    assert.equal(asOccurrence(moved, day(1) + HOUR), moved);
  });

  test('has what is its own, and the rest from its series, also when it is taken from another one', () => {
    const session = special({ confName: 'Special', password: 'Own-pw1' });
    const one = asOccurrence(session, day(1));
    const { password, audioPassword, agenda } = one.document;
    assert.deepEqual([one.confName, one.duration, password, agenda], ['Special', 60, 'Own-pw1', 'As ever']);
    // That of the series would open it by telephone.
    assert.equal(audioPassword, undefined);
    assert.equal(asSeries(one), session);
    const next = asOccurrence(one, day(2));
    assert.deepEqual(
      [next.confName, next.document.password, next.document.audioPassword, asSeries(next)],
      ['Daily', 'Series-pw1', '12345678', next],
    );
    assert.equal(asOccurrence(next, day(1)).confName, 'Special');
  });

  test('without a password of its own, empty, it has none', () => {
    const { passwordRequired, document } = asOccurrence(special({ password: '' }), day(1));
    assert.deepEqual(
      [passwordRequired, document.password, document.audioPassword],
      [false, undefined, undefined],
    );
  });

  test('the one that runs counts, and between two of them the next', () => {
    const session = special({ duration: 180, confName: 'Special' });
    const names = [day(0), day(0) + HOUR, day(1) + 2 * HOUR, day(1) + 3 * HOUR].map(
      (at) => asAt(session, at).confName,
    );
    assert.deepEqual(names, ['Daily', 'Special', 'Special', 'Daily']);
    const running = { ...session, inProgress: true, actualStartAt: day(1) };
    assert.equal(asAt(running, day(2)).confName, 'Special', 'it goes on longer than it was to');
    assert.equal(asRun(session, day(1) - 5 * 60_000).confName, 'Special', 'it was begun early');
  });
});

describe('a series with an occurrence of another length', () => {
  test('is over with the last of its ends, and each start has its own', () => {
    const longer = daily([{ index: 4, from: day(3), to: day(3), own: { duration: 300 } }]);
    assert.equal(lastEnd(longer, longer.document), day(3) + 5 * HOUR);
    const shorter = daily([{ index: 4, from: day(3), to: day(3), own: { duration: 30 } }]);
    assert.equal(lastEnd(shorter, shorter.document), day(3) + HOUR / 2);
    assert.deepEqual(
      [2, 3].map((index) => durationAt(longer, day(index))),
      [60, 300],
    );
    assert.equal(durationAt(asOccurrence(longer, day(3)), day(2)), 60, 'told as the long one');
    assert.ok(!takesPlaceAs(longer, shorter));
    assert.deepEqual(
      occurrencesAfter(longer, day(3) + 4 * HOUR, 9).map(({ index }) => index),
      [4],
    );
  });

  test('is asked from each of its occurrences what comes next', () => {
    const session = special({ duration: 180 }, day(1) + HOUR);
    for (const told of [session, asOccurrence(session, day(1) + HOUR)]) {
      assert.equal(nextStart(told, day(0) + HOUR), day(1) + HOUR);
      assert.equal(nextStart(told, day(1) + 4 * HOUR - 1), day(1) + HOUR);
      assert.equal(nextStart(told, day(1) + 4 * HOUR), day(2));
      assert.equal(nextStart(told, day(2) + HOUR), day(3));
    }
    assert.equal(ruledStartOfRun(session, day(1) + 2 * HOUR), day(1), 'it is named by where it was');
  });
});

describe('exceptions', () => {
  const series = { start: LOCAL, zone: zoneOf(20), repeat: daily().document.repeat };
  const usual = { duration: 60, confName: 'Daily', agenda: undefined, password: 'Series-pw1' };
  const after = (before: readonly Exception[], ...changes: Parameters<typeof exceptionsAfter>[2][number][]) =>
    exceptionsAfter(series, before, changes, usual);

  test('what is as in the series is none; what was its own stays when it is moved, and goes when it is dropped', () => {
    assert.deepEqual(after([], { index: 2, start: 'as it is', own: { ...usual, agenda: '' } }), []);
    const named = after([], { index: 2, start: 'as it is', own: { confName: 'Special', duration: 60 } });
    assert.deepEqual(named, [{ index: 2, from: day(1), to: day(1), own: { confName: 'Special' } }]);
    const start = { ...LOCAL, day: 13, hour: 12 };
    const moved = after(named, { index: 2, start });
    assert.deepEqual(moved, [
      { index: 2, from: day(1), to: day(1) + 2 * HOUR, own: { confName: 'Special' } },
    ]);
    assert.equal(after(moved, { index: 2, start: undefined })[0]?.own, undefined);
    const back = after(moved, { index: 2, start: { ...LOCAL, day: 13 }, own: { confName: 'Daily' } });
    assert.deepEqual(back, []);
  });

  test('another password has no audio password yet, and the same one keeps its own', () => {
    const own = { password: 'Own-pw1', audioPassword: '87654321' };
    const before = [{ index: 2, from: day(1), to: day(1), own }];
    const kept = after(before, { index: 2, start: 'as it is', own: { password: 'Own-pw1' } });
    assert.deepEqual(kept[0]?.own, own);
    const other = after(before, { index: 2, start: 'as it is', own: { password: 'Own-pw2' } });
    assert.deepEqual(other[0]?.own, { password: 'Own-pw2' });
    assert.deepEqual(after(before, { index: 2, start: 'as it is', own: { password: 'Series-pw1' } }), []);
  });

  test('one that is dropped has nothing of its own, and another may not start with one that stays', () => {
    const dropped = [{ index: 2, from: day(1) }];
    assert.throws(
      () => after(dropped, { index: 2, start: 'as it is', own: { confName: 'Special' } }),
      /index/,
    );
    const named = after([], { index: 2, start: 'as it is', own: { confName: 'Special' } });
    assert.throws(() => after(named, { index: 3, start: { ...LOCAL, day: 13 } }), /startDate/);
  });

  test('a change of one alone is known for one', () => {
    const before = special({ confName: 'Special' });
    assert.equal(changedOccurrence(daily(), before)?.index, 2);
    assert.equal(changedOccurrence(before, daily())?.at, day(1));
    assert.equal(changedOccurrence(before, { ...before, confName: 'Renamed' }), undefined);
    assert.equal(changedOccurrence(daily(), daily()), undefined);
  });
});
