import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace } from '../../src/http/pace.ts';

const SMALL = 500;
const LARGE = 100_000;

test('after a large message the others have nine times as long until the next one', (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let now = 0;
  const pass = (milliseconds: number) => {
    now += milliseconds;
    t.mock.timers.tick(milliseconds);
  };
  const done: string[] = [];
  const pace = new Pace(() => now);

  const taking = (name: string, milliseconds: number) => () => {
    now += milliseconds;
    done.push(name);
  };
  pace.run(LARGE, taking('first', 10));
  pace.run(LARGE, taking('second', 10));
  pace.run(LARGE, taking('third', 10));
  pace.run(SMALL, taking('small', 0));
  assert.deepEqual(done, ['first', 'small']);

  // Parsing is half of what a message costs.
  pass(10 * 2 * 9 - 1);
  assert.deepEqual(done, ['first', 'small']);
  pass(1);
  assert.deepEqual(done, ['first', 'small', 'second']);
  pass(10 * 2 * 9);
  assert.deepEqual(done, ['first', 'small', 'second', 'third']);
});

test('a large message that nobody has come before runs at once', () => {
  const pace = new Pace(() => 0);
  let ran = false;
  pace.run(LARGE, () => {
    ran = true;
  });
  assert.ok(ran);
});

test('a turn that comes while its wait is reckoned is waited for no time, not a negative one', (t) => {
  let now = 0;
  let step = 0;
  const waits: number[] = [];
  t.mock.method(globalThis, 'setTimeout', (_: () => void, wait: number) => waits.push(wait));
  const pace = new Pace(() => {
    now += step;
    return now;
  });
  pace.run(LARGE, () => {
    now += 1;
  });
  step = 15;
  pace.run(LARGE, () => {});
  assert.deepEqual(waits, [0]);
});
