import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemRandom } from '../../src/random.ts';
import { openPasswords } from '../../src/sign-in/passwords.ts';
import { TestClock } from '../support/site.ts';

test('the new passwords of one site keep those of another waiting for one hash, not for all', async () => {
  const passwords = openPasswords(new TestClock(), systemRandom);
  const order: string[] = [];
  const hashed = async (site: number) => {
    await passwords.hash('P@ssword123', { id: site });
    order.push(`site ${site}`);
  };
  await Promise.all([hashed(1), hashed(1), hashed(1), hashed(1), hashed(2)]);
  assert.deepEqual(order, ['site 1', 'site 1', 'site 2', 'site 1', 'site 1']);
});
