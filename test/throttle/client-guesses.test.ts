import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  MOST_LOOKED_AT,
  MOST_WRONG_PROOFS,
  openClientGuesses,
  TooManyWrongProofs,
} from '../../src/throttle/client-guesses.ts';
import { forEachDatabase } from '../support/databases.ts';
import { TestClock } from '../support/site.ts';

/** Wrong proofs of integrations: thirty a minute from one network, whichever process they come to. */

const HERE = '192.0.2.1';
const THERE = '192.0.2.2';

forEachDatabase('wrong proofs of integrations', (open, { fresh, dialect }) => {
  /** Two processes on one database, where that has several. */
  const started = async () => {
    const [url, clock] = [await fresh(), new TestClock()];
    const one = await open(url);
    const other = dialect === 'sqlite' ? one : await open(url);
    return { clock, one: openClientGuesses(one, clock), other: openClientGuesses(other, clock) };
  };

  test('are counted together, a minute long, by where they come from', async () => {
    const { clock, one, other } = await started();
    for (let tries = 0; tries < MOST_WRONG_PROOFS; tries++) {
      await (tries % 2 === 0 ? one : other).wrong(HERE, `wrong ${tries}`);
    }
    for (const process of [one, other, one]) {
      await assert.rejects(process.wrong(HERE, 'wrong'), TooManyWrongProofs);
      await process.wrong(THERE, 'wrong');
      process.check(HERE, 'right');
    }
    clock.advance({ minutes: 1 });
    await one.wrong(HERE, 'wrong');
  });

  test('that come at once are no more than those that come one by one', async () => {
    const { one, other } = await started();
    const tries = Array.from({ length: 2 * MOST_WRONG_PROOFS }, (_, at) =>
      (at % 2 === 0 ? one : other).wrong(HERE, `wrong ${at}`),
    );
    const told = (await Promise.allSettled(tries)).filter(({ status }) => status === 'fulfilled');
    assert.equal(told.length, MOST_WRONG_PROOFS);
  });

  test('without an end leave those alone that were right before, until they are wrong', async () => {
    const { one } = await started();
    one.right('known');
    for (let tries = 0; tries < MOST_LOOKED_AT; tries++) await one.wrong(HERE, `${tries}`).catch(() => {});
    assert.throws(() => one.check(HERE, 'never seen'), TooManyWrongProofs);
    one.check(HERE, 'known');
    one.check(THERE, 'never seen');
    await assert.rejects(one.wrong(HERE, 'known'), TooManyWrongProofs);
    assert.throws(() => one.check(HERE, 'known'), TooManyWrongProofs);
  });
});
