import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chaptersOf } from '../../../src/recordings/processing/chapters.ts';

/** Where in a recording something happened. */

describe('chapters', () => {
  const pieces = [
    { startedAt: 10_000, duration: 5_000 },
    { startedAt: 60_000, duration: 3_000 },
  ];

  const moment = (at: number, title: string, kind: 'joined' | 'left' | 'chat' = 'joined') => ({
    at,
    kind,
    title,
  });

  test('stand where they are in the file, not in the meeting', () => {
    const chapters = chaptersOf(pieces, [moment(12_000, 'Ada'), moment(61_500, 'Ada: bye', 'chat')]);
    assert.deepEqual(chapters, [
      { at: 2_000, kind: 'joined', title: 'Ada' },
      { at: 5_000, kind: 'segment', title: '' },
      { at: 6_500, kind: 'chat', title: 'Ada: bye' },
    ]);
  });

  test('of what happened while nothing was recorded stand where it goes on', () => {
    assert.deepEqual(chaptersOf(pieces, [moment(30_000, 'Ada', 'left')]), [
      { at: 5_000, kind: 'segment', title: '' },
      { at: 5_000, kind: 'left', title: 'Ada' },
    ]);
  });

  test('tell nothing of what was before the first and after the last', () => {
    const moments = [moment(0, 'Early'), moment(10_000, 'At its beginning'), moment(63_001, 'Late')];
    assert.deepEqual(
      chaptersOf(pieces, moments).map(({ kind }) => kind),
      ['segment'],
    );
  });

  test('are so many and so long that a page can show them', () => {
    const long = moment(11_000, `  ${'👩‍🚀'.repeat(60)}\n\nend`);
    const chapters = chaptersOf(
      pieces,
      Array.from({ length: 5_000 }, () => long),
    );
    assert.equal(chapters.length, 1_000);
    const title = chapters[0]?.title ?? '';
    assert.ok([...title].length <= 80 && title.isWellFormed() && !/\s/.test(title), title);
  });
});
