import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callerAddresses } from '../src/caller-address.ts';

function from(remoteAddress: string | undefined, forwarded?: string) {
  return {
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  };
}

describe('where a caller is', () => {
  test('is the address of the connection, and X-Forwarded-For is what anybody may write', () => {
    const address = callerAddresses('');
    assert.equal(address(from('192.0.2.1', '203.0.113.9')), '192.0.2.1');
    assert.equal(address(from('::ffff:192.0.2.1')), '192.0.2.1');
    assert.equal(address(from('fe80::1%eth0')), 'fe80::1');
    assert.equal(address(from(undefined)), undefined);
  });

  test('is what a trusted proxy says', () => {
    const address = callerAddresses('10.0.0.0/8, ::1');
    assert.equal(address(from('10.1.2.3', '203.0.113.9')), '203.0.113.9');
    assert.equal(address(from('::ffff:10.1.2.3', '203.0.113.9')), '203.0.113.9');
    assert.equal(address(from('::1', '2001:DB8::7')), '2001:db8::7');
    assert.equal(address(from('192.0.2.1', '203.0.113.9')), '192.0.2.1');
  });

  test('is the last address that no trusted proxy has: what stands before it the caller wrote', () => {
    const address = callerAddresses('10.0.0.0/8');
    assert.equal(address(from('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2')), '203.0.113.9');
    assert.equal(address(from('10.0.0.1', '10.0.0.3')), '10.0.0.3');
  });

  test('is the proxy itself when it says nothing that is an address', () => {
    const address = callerAddresses('10.0.0.1');
    for (const said of [undefined, '', 'unknown', '203.0.113.9, nonsense', '<script>']) {
      assert.equal(address(from('10.0.0.1', said)), '10.0.0.1');
    }
  });
});
