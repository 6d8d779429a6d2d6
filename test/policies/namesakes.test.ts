import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stay } from '../../src/live/live.ts';
import { namesOf } from '../../src/policies/namesakes.ts';

/** People of one name are told apart, in the order in which they came. */

const stays = (...names: readonly string[]): Stay[] =>
  names.map((name, at) => ({ id: at + 1, publicId: `p${at + 1}`, name }) as Stay);

test('namesakes bear a number', () => {
  const [first, ...others] = stays('Ada Lovelace', 'ada  lovelace', 'Bo', 'Ａda Love\u200blace', 'Bo');
  // However they are listed, the first who came keeps the name.
  const names = namesOf([...others, ...(first ? [first] : [])]);
  assert.deepEqual(Object.fromEntries([...names].sort()), {
    p1: 'Ada Lovelace',
    p2: 'ada  lovelace (2)',
    p3: 'Bo',
    p4: 'Ａda Love\u200blace (3)',
    p5: 'Bo (2)',
  });
});

test('nobody takes the number of another', () => {
  const names = namesOf(stays('Bo (2)', 'Bo', 'Bo'));
  assert.deepEqual([...names.values()], ['Bo (2)', 'Bo', 'Bo (3)']);
});
