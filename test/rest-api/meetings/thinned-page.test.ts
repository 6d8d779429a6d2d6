import assert from 'node:assert/strict';
import { test } from 'node:test';
import { READ_AT_MOST, thinnedPage } from '../../../src/rest-api/meetings/thinned-page.ts';

/** How much is read for a page of which a filter leaves out nearly all. */

/** Numbers up to `last`, of which those are asked for that `isAsked` says. */
async function pageOf(isAsked: (number: number) => boolean, most: number, { after = 0, last = 2_000 } = {}) {
  let read = 0;
  async function* entries() {
    for (let place = after + 1; place <= last; place += 1) {
      read += 1;
      yield { place, present: async () => (isAsked(place) ? place : undefined) };
    }
  }
  const { items, next } = await thinnedPage(entries(), most);
  return { items, next, read };
}

test('a page is short where enough was read for it, and the next goes on behind what was read', async () => {
  const isAsked = (number: number) => number === 3 || number === 1_999;
  const first = await pageOf(isAsked, 10);
  assert.deepEqual(first, { items: [3], next: READ_AT_MOST, read: READ_AT_MOST });
  const second = await pageOf(isAsked, 10, { after: first.next ?? 0 });
  assert.deepEqual([second.items, second.next], [[1_999], 1_999], 'never empty while there is more');
  assert.deepEqual(await pageOf(isAsked, 10, { after: 1_999 }), { items: [], next: undefined, read: 1 });
});

test('a full page ends with its last entry, and a whole list has no next page', async () => {
  assert.deepEqual(await pageOf((number) => number % 2 === 0, 3), { items: [2, 4, 6], next: 6, read: 8 });
  assert.deepEqual(await pageOf(() => true, 3, { last: 3 }), { items: [1, 2, 3], next: undefined, read: 3 });
});
