import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bestGrid, GAP, strip } from '../../web/room/stage/best-grid.ts';

/** How tiles lie on a stage. */

const DESK = { width: 1248, height: 667 };
const PHONE = { width: 374, height: 690 };

describe('Tiles lie', () => {
  for (const [count, columns, rows] of [
    [1, 1, 1],
    [2, 2, 1],
    [3, 2, 2],
    [4, 2, 2],
    [9, 3, 3],
    [25, 5, 5],
    [49, 7, 7],
  ] as const) {
    test(`on a desk: ${count}`, () => {
      assert.deepEqual(bestGrid(count, DESK), { columns, rows, perPage: count });
    });
  }

  test('below each other on a phone', () => {
    assert.deepEqual(bestGrid(2, PHONE), { columns: 1, rows: 2, perPage: 2 });
    assert.deepEqual(bestGrid(6, PHONE), { columns: 2, rows: 3, perPage: 6 });
  });

  test('on pages, where a screen has no room for all', () => {
    assert.equal(bestGrid(60, DESK).perPage, 49);
    assert.equal(bestGrid(60, PHONE).perPage, 14);
  });

  test('within the stage, and none is lost, whatever its size', () => {
    for (let width = 60; width < 2600; width += 170) {
      for (let height = 60; height < 1500; height += 130) {
        for (const count of [1, 2, 3, 5, 8, 13, 21, 34, 49, 500]) {
          const { columns, rows, perPage } = bestGrid(count, { width, height });
          assert.ok(columns * rows >= perPage && perPage >= 1, `${count} in ${width} by ${height}`);
          assert.ok(perPage === 1 || (columns - 1) * GAP < width, 'there is room between them');
        }
      }
    }
  });

  test('in one row or one column beside what is in front', () => {
    assert.deepEqual(strip(9, { width: 212, height: 640 }), { columns: 1, rows: 4, perPage: 4 });
    assert.deepEqual(strip(9, { width: 374, height: 110 }), { columns: 2, rows: 1, perPage: 2 });
    assert.deepEqual(strip(1, { width: 212, height: 640 }), { columns: 1, rows: 4, perPage: 1 });
  });

  test('evenly before anything is measured', () => {
    assert.deepEqual(bestGrid(4, undefined), { columns: 2, rows: 2, perPage: 4 });
    assert.deepEqual(bestGrid(0, undefined), { columns: 1, rows: 1, perPage: 1 });
  });
});
