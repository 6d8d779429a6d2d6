import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { freeComputers, type Taken } from '../../src/labs/free-computers.ts';

/** What the busiest moment of a period leaves. */

const taken = (startAt: number, endAt: number, computers: number): Taken => ({ startAt, endAt, computers });

test('a lab that nobody has reserved is free', () => {
  assert.equal(freeComputers(10, [], { startAt: 0, endAt: 10 }), 10);
});

test('what overlaps at one moment adds up, what follows does not', () => {
  const both = [taken(0, 5, 4), taken(5, 10, 5)];
  assert.equal(freeComputers(10, both, { startAt: 0, endAt: 10 }), 5);
  assert.equal(freeComputers(10, [...both, taken(4, 6, 5)], { startAt: 0, endAt: 10 }), 0);
});

test('what ends when the period begins, and what begins when it ends, leaves all free', () => {
  assert.equal(freeComputers(3, [taken(0, 5, 3), taken(10, 15, 3)], { startAt: 5, endAt: 10 }), 3);
});

test('a lab that has lost computers has none free, and not fewer', () => {
  assert.equal(freeComputers(2, [taken(0, 5, 3)], { startAt: 1, endAt: 2 }), 0);
});

test('is what looking at every moment finds', () => {
  const one = fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 5 }))
    .map(([start, length, computers]) => taken(start, start + length, computers));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), one, (all, { startAt, endAt }) => {
      let most = 0;
      for (let at = startAt; at < endAt; at++) {
        const now = all.filter((some) => some.startAt <= at && at < some.endAt);
        most = Math.max(
          most,
          now.reduce((sum, { computers }) => sum + computers, 0),
        );
      }
      assert.equal(freeComputers(10, all, { startAt, endAt }), Math.max(0, 10 - most));
    }),
  );
});
