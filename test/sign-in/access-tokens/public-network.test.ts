import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isPublicAddress } from '../../../src/http/public-addresses.ts';
import { ask } from '../../../src/sign-in/access-tokens/exchange.ts';
import { lookUpPublic } from '../../../src/sign-in/access-tokens/public-network.ts';
import { IdentityProviderWrong } from '../../../src/sign-in/failures.ts';

describe('A provider that a site administrator has named', () => {
  test('is at a public address, whatever the address is written like', () => {
    for (const inside of [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
      '224.0.0.1',
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      'fe80::1',
      'fc00::1',
      'fd12:3456::1',
      'ff02::1',
      '2001:db8::1',
      'not an address',
    ]) {
      assert.equal(isPublicAddress(inside), false, inside);
    }
    for (const outside of [
      '1.1.1.1',
      '8.8.8.8',
      '172.32.0.1',
      '2606:4700::1111',
      '2a00:1450:4001:800::200e',
    ]) {
      assert.equal(isPublicAddress(outside), true, outside);
    }
  });

  test('is not asked inside of the network, neither by its number nor by a name that leads there', async () => {
    const signal = AbortSignal.timeout(5_000);
    for (const address of [
      'https://127.0.0.1:1/',
      'https://[::1]:1/',
      'https://[::ffff:10.0.0.1]/',
      'https://2130706433/',
      'https://0x7f.1/',
      'https://localhost:1/',
      'http://127.0.0.1:1/',
    ]) {
      await assert.rejects(ask(address, { signal, network: 'public' }), IdentityProviderWrong, address);
    }
  });

  test('is looked up so that what was judged is what is connected to', async () => {
    const found = await new Promise<unknown>((done) => {
      lookUpPublic('localhost', { all: true }, (error) => done(error));
    });
    assert.ok(found instanceof IdentityProviderWrong);
  });
});
