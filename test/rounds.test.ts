import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRounds } from '../src/rounds.ts';

test('whoever asks is given a round that begins afterwards, at whichever moment they ask', async () => {
  for (let moment = 0; moment < 12; moment++) {
    let begun = 0;
    const rounds = openRounds(async () => {
      begun += 1;
      return 1;
    });
    const first = rounds.drain();
    for (let at = 0; at < moment; at++) await Promise.resolve();
    const before = begun;
    await rounds.drain();
    assert.ok(begun > before, `after ${moment} turns of the queue`);
    await first;
  }
});

test('rounds follow each other, and those who asked during one share the next', async () => {
  let [under, most, begun] = [0, 0, 0];
  const gate = Promise.withResolvers<void>();
  const rounds = openRounds(async () => {
    begun += 1;
    most = Math.max(most, ++under);
    await gate.promise;
    under -= 1;
    return 1;
  });
  const asked = [rounds.drain(), rounds.drain(), rounds.drain()];
  assert.ok(rounds.underWay());
  gate.resolve();
  assert.deepEqual(await Promise.all(asked), [2, 2, 2]);
  assert.deepEqual([most, begun, rounds.underWay()], [1, 2, undefined]);
});

test('a round that fails is told to whoever waits, and the next one is a new beginning', async () => {
  let isBroken = true;
  const rounds = openRounds(async () => {
    if (isBroken) throw new Error('no');
    return 3;
  });
  await assert.rejects(rounds.drain(), /no/);
  isBroken = false;
  assert.equal(await rounds.drain(), 3);
});
