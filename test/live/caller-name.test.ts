import assert from 'node:assert/strict';
import { test } from 'node:test';
import { masked, nameShown } from '../../src/policies/caller-name.ts';

test('a number on the telephone is whole for the host alone', () => {
  const caller = { via: 'PHONE', name: '+493012345612' } as const;
  assert.equal(nameShown(caller, { isHost: true }), '+493012345612');
  assert.equal(nameShown(caller, { isHost: false }), '+4930 •••• 12');
  // Whoever writes a number for a name by a browser has chosen to show it.
  assert.equal(nameShown({ ...caller, via: 'WEB' }, { isHost: false }), '+493012345612');
});

test('short numbers, addresses and those who withhold theirs', () => {
  for (const [name, shown] of [
    ['12', '•••• 12'],
    ['20412', '•••• 12'],
    ['5550123', '555 •••• 23'],
    ['+49 (30) 123456-12', '+4930 •••• 12'],
    ['bell@example.com', 'be ••••'],
    ['Call-in User', 'Call-in User'],
  ] as const) {
    assert.equal(masked(name), shown);
  }
});
