import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HashQueue, type QueuePlace } from '../../src/sign-in/hash-queue.ts';

/** In which order passwords are hashed. Each piece of work here ends when the test says so. */
function started() {
  let now = 0;
  const order: string[] = [];
  const queue = new HashQueue(() => now);
  let end: (() => void) | undefined;
  return {
    order,
    ask(name: string, place: QueuePlace) {
      void queue.run(place, () => {
        order.push(name);
        return new Promise<void>((resolve) => {
          end = resolve;
        });
      });
    },
    /** Ends the work under way, which took that long. */
    async finish(milliseconds = 0) {
      now += milliseconds;
      end?.();
      await new Promise(setImmediate);
    },
    pass(milliseconds: number) {
      now += milliseconds;
    },
  };
}

const SITE = 1;
const honest = (account: number, site = SITE): QueuePlace => ({ doubtful: false, lane: [site, account] });
const doubtful = (account: number, site = SITE): QueuePlace => ({ doubtful: true, lane: [site, account] });

test('one at a time, and each account in its turn', async () => {
  const { ask, finish, order } = started();
  for (const name of ['a1', 'a2', 'a3', 'a4']) ask(name, honest(1));
  for (const name of ['b1', 'b2']) ask(name, honest(2));
  ask('c1', honest(3));
  assert.deepEqual(order, ['a1']);
  for (let piece = 0; piece < 7; piece++) await finish();
  assert.deepEqual(order, ['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
});

test('each site in its turn, however many accounts of another one are tried', async () => {
  const { ask, finish, order } = started();
  for (let account = 1; account <= 5; account++) ask(`a${account}`, honest(account));
  ask('b', honest(9, 2));
  await finish();
  await finish();
  await finish();
  assert.deepEqual(order.slice(0, 4), ['a1', 'a2', 'b', 'a3']);
});

test('whoever has not failed waits for one doubtful piece at most', async () => {
  const { ask, finish, order } = started();
  for (let account = 1; account <= 16; account++) ask(`doubtful ${account}`, doubtful(account));
  ask('honest', honest(99));
  await finish();
  assert.deepEqual(order, ['doubtful 1', 'honest']);
});

test('doubtful work has its turn between honest work', async () => {
  const { ask, finish, order } = started();
  for (let piece = 1; piece <= 4; piece++) {
    ask(`h${piece}`, honest(piece));
    ask(`d${piece}`, doubtful(10 + piece));
  }
  for (let piece = 0; piece < 8; piece++) await finish();
  assert.deepEqual(order, ['h1', 'd1', 'h2', 'd2', 'h3', 'd3', 'h4', 'd4']);
});

test('doubtful work rests as long as it took, and honest work does not wait for that', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { ask, finish, pass, order } = started();
  ask('d1', doubtful(1));
  ask('d2', doubtful(2));
  await finish(30);
  assert.deepEqual(order, ['d1']);
  ask('h1', honest(3));
  assert.deepEqual(order, ['d1', 'h1']);
  await finish(10);
  pass(19);
  t.mock.timers.tick(29);
  assert.deepEqual(order, ['d1', 'h1']);
  pass(1);
  t.mock.timers.tick(1);
  assert.deepEqual(order, ['d1', 'h1', 'd2']);
});

test('work that fails lets the next one go on', async () => {
  const queue = new HashQueue();
  const failed = queue.run(honest(1), async () => {
    throw new Error('no memory');
  });
  const next = queue.run(honest(2), async () => 'done');
  await assert.rejects(failed, /no memory/);
  assert.equal(await next, 'done');
});
