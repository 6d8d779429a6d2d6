import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areasOf, fitted, tilesIn } from '../../src/recordings/picture-layout.ts';
import { Uploader } from '../../web/room/recording/uploader.ts';

/** A server that answers each post as it comes: a status, or nothing at all. */
function answering(...answers: readonly (number | 'nothing')[]) {
  const left = [...answers];
  const posted: string[] = [];
  const told: (string | undefined)[] = [];
  const lost: string[] = [];
  const uploader = new Uploader({
    address: (part) => `/${part}`,
    hindered: (why) => told.push(why),
    lost: (why) => lost.push(why),
  });
  return { left, posted, told, lost, uploader };
}

test('parts are brought one after the other, each again and again until it is there', async (t) => {
  const { left, posted, told, lost, uploader } = answering('nothing', 503, 204, 507, 204, 204);
  t.mock.method(globalThis, 'fetch', async (address: string, { body }: { body: Blob }) => {
    posted.push(`${address} ${await body.text()}`);
    const answer = left.shift();
    if (typeof answer !== 'number') throw new TypeError('Failed to fetch');
    return new Response(null, { status: answer });
  });
  // Nobody waits in a test: what is to be done later is done now.
  t.mock.method(globalThis, 'setTimeout', (work: () => void) => queueMicrotask(work));
  for (const text of ['a', '', 'b', 'c']) uploader.add(new Blob([text]));
  await uploader.done();
  assert.deepEqual(posted, ['/0 a', '/0 a', '/0 a', '/1 b', '/1 b', '/2 c']);
  assert.deepEqual(told, ['network', undefined, 'full', undefined]);
  assert.deepEqual(lost, []);
});

test('parts of what has ended, or that the server wants otherwise, are given up', async (t) => {
  for (const [status, why] of [
    [410, 'over'],
    [403, 'over'],
    [409, 'broken'],
    [415, 'broken'],
  ] as const) {
    const { lost, uploader } = answering();
    const { mock } = t.mock.method(globalThis, 'fetch', async () => new Response(null, { status }));
    uploader.add(new Blob(['a']));
    uploader.add(new Blob(['b']));
    await uploader.done();
    uploader.add(new Blob(['c']));
    await uploader.done();
    assert.deepEqual(lost, [why]);
    assert.equal(mock.callCount(), 1);
    mock.restore();
  }
});

test('tiles fill the picture, do not overlap, and leave the screen its place', () => {
  for (const isShared of [false, true]) {
    const { tiles, screen } = areasOf(1280, 720, isShared);
    assert.equal(screen !== undefined, isShared);
    for (let count = 1; count <= 25; count++) {
      const boxes = tilesIn(tiles, count);
      assert.equal(boxes.length, count);
      for (const [at, box] of boxes.entries()) {
        assert.ok(box.x >= tiles.x - 1e-6 && box.x + box.width <= tiles.x + tiles.width + 1e-6);
        assert.ok(box.y >= tiles.y - 1e-6 && box.y + box.height <= tiles.y + tiles.height + 1e-6);
        for (const other of boxes.slice(at + 1)) {
          const apart = box.x + box.width <= other.x || other.y >= box.y + box.height;
          assert.ok(apart, `${count}: ${JSON.stringify([box, other])}`);
        }
      }
    }
  }
  assert.deepEqual(tilesIn({ x: 0, y: 0, width: 1600, height: 900 }, 1), [
    { x: 0, y: 0, width: 1600, height: 900 },
  ]);
  const box = { x: 0, y: 0, width: 100, height: 100 };
  assert.deepEqual(fitted({ width: 200, height: 100 }, box, false), { x: 0, y: 25, width: 100, height: 50 });
  assert.deepEqual(fitted({ width: 200, height: 100 }, box, true), { x: -50, y: 0, width: 200, height: 100 });
});
