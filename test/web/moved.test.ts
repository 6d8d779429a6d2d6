import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { movedBetween } from '../../web/room/tones/moved.ts';

/** Who is heard to come and to go. */

const person = (id: string, isYou = false) => ({ id, name: `Name of ${id}`, isYou });

describe('what is heard when people come and go', () => {
  test('is of others alone, and of nobody who stays', () => {
    const you = person('you', true);
    assert.equal(movedBetween([], [you]), undefined);
    assert.equal(movedBetween([you, person('a')], [person('a'), you]), undefined);
    assert.deepEqual(movedBetween([you, person('a')], [you, person('b')]), {
      came: ['Name of b'],
      went: ['Name of a'],
    });
  });

  test('names three at once at most', () => {
    const many = ['a', 'b', 'c', 'd', 'e'].map((id) => person(id));
    assert.equal(movedBetween([], many)?.came.length, 3);
  });
});
