import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site } from '../../src/sites/site.ts';
import { openOutsiders } from '../../src/throttle/outsiders.ts';
import { RateLimitReached } from '../../src/throttle/throttle.ts';
import { TestClock } from '../support/site.ts';

/** Calls of people who are not signed in, by where they come from. */

const ACME = { id: 1 } as Site;
const OTHER = { id: 2 } as Site;

function house() {
  const clock = new TestClock();
  const { count } = openOutsiders(clock);
  const isFull = (address: string, site = ACME) => {
    try {
      count(site, 'strangers', 3, address);
      return false;
    } catch (error) {
      assert.ok(error instanceof RateLimitReached);
      return true;
    }
  };
  return { clock, count, isFull };
}

test('each address has so many a minute, on each site', () => {
  const { clock, isFull } = house();
  for (const full of [false, false, false, true, true]) assert.equal(isFull('192.0.2.1'), full);
  assert.equal(isFull('192.0.2.2'), false);
  assert.equal(isFull('192.0.2.1', OTHER), false);
  clock.advance({ minutes: 1 });
  assert.equal(isFull('192.0.2.1'), false);
});

test('the 64 bits of an IPv6 network count as one', () => {
  const { isFull } = house();
  for (const [at, full] of [false, false, false, true].entries()) {
    assert.equal(isFull(`2001:db8:0:1::${at}`), full);
  }
  assert.equal(isFull('2001:db8:0:2::1'), false);
});

test('partners are counted apart, and 0 is any number', () => {
  const { count, isFull } = house();
  for (let call = 0; call < 50; call++) count(ACME, 'partners', 50, '192.0.2.1');
  assert.throws(() => count(ACME, 'partners', 50, '192.0.2.1'), RateLimitReached);
  assert.equal(isFull('192.0.2.1'), false);
  for (let call = 0; call < 1000; call++) count(ACME, 'strangers', 0, '192.0.2.9');
});

test('from more addresses than are kept, those that are new count as one', () => {
  const { isFull } = house();
  for (let at = 0; at < 20_000; at++) isFull(`10.0.${at >> 8}.${at & 255}`);
  for (const [at, full] of [false, false, false, true].entries()) assert.equal(isFull(`10.1.0.${at}`), full);
  assert.equal(isFull('10.0.0.1'), false, 'one that is known has its own still');
});

test('a flood of addresses on one site takes nothing from those of another, nor from its partners', () => {
  const { count, isFull } = house();
  for (let at = 0; at < 20_010; at++) isFull(`10.0.${at >> 8}.${at & 255}`);
  assert.equal(isFull('192.0.2.1'), true);
  for (let call = 0; call < 2; call++) assert.equal(isFull('192.0.2.1', OTHER), false);
  assert.equal(isFull('192.0.2.2', OTHER), false);
  assert.equal(isFull('192.0.2.3', OTHER), false);
  for (let call = 0; call < 50; call++) count(ACME, 'partners', 50, '192.0.2.1');
});
