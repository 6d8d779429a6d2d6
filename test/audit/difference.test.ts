import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, SECRET } from '../../src/audit/difference.ts';

/** What an entry keeps of before and after. */

test('a difference is what differs, with what came and what went', () => {
  assert.deepEqual(difference({ a: 1, b: { c: 1, d: 2 }, e: 'x' }, { a: 1, b: { c: 1, d: 3 }, f: null }), {
    before: { b: { d: 2 }, e: 'x' },
    after: { b: { d: 3 }, f: null },
  });
});

test('a difference of something new is all of it', () => {
  assert.deepEqual(difference(undefined, { a: [1, undefined] }), { after: { a: [1, null] } });
  assert.deepEqual(difference({ a: 1 }, undefined), { before: { a: 1 } });
});

test('a difference tells that a secret is another one, and never which', () => {
  const secrets = {
    passwordHash: 'pepper-1',
    sessionPassword: 'pepper-2',
    formerPasswords: ['pepper-3'],
    hostPIN: 'pepper-4',
    phones: { PIN: 'pepper-5' },
    accessCodes: { host: 'pepper-6', attendee: 'pepper-7' },
    tspAccounts: [{ subscriberAccessCode: 'pepper-8' }],
    openID: { clientSecret: 'pepper-9' },
    hostToken: 'pepper-10',
    partnerID: 'pepper-11',
    hostKey: 482911,
  };
  const told = difference({ ...secrets, passwordHash: 'pepper-0', hostKey: 482912 }, secrets);
  assert.deepEqual(told, {
    before: { passwordHash: SECRET, hostKey: SECRET },
    after: { passwordHash: SECRET, hostKey: SECRET },
  });
  const all = JSON.stringify(difference(undefined, secrets));
  assert.doesNotMatch(all, /pepper|48291/);
});

test('a difference keeps rules about passwords, which are no secrets', () => {
  const rules = { passwordLifeDays: 90, accountPasswordCriteria: { minLength: 8, mixedCase: true } };
  assert.deepEqual(difference({}, rules).after, rules);
});

test('a difference is short, however long the thing', () => {
  const { after } = difference(undefined, {
    text: 'x'.repeat(10_000),
    people: Array.from({ length: 3_000 }, (_, i) => i),
  });
  assert.ok(JSON.stringify(after).length < 1_000);
});
