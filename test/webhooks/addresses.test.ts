import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { lookUpBy, publicOr } from '../../src/http/public-addresses.ts';
import { openPost } from '../../src/webhooks/post.ts';

describe('A webhook reaches nothing inside of the installation’s network', () => {
  let asked = 0;
  const inside = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  let port = 0;
  before(async () => {
    inside.listen(0, '127.0.0.1');
    await once(inside, 'listening');
    ({ port } = inside.address() as AddressInfo);
  });
  after(() => inside.close());

  const post = openPost(publicOr(''));
  const refused: readonly (readonly [name: string, address: (port: number) => string])[] = [
    ['the loopback address', (at) => `https://127.0.0.1:${at}/`],
    ['another address of the loopback network', (at) => `https://127.9.8.7:${at}/`],
    ['a decimal number', (at) => `https://2130706433:${at}/`],
    ['an octal number', (at) => `https://0177.0.0.1:${at}/`],
    ['a hexadecimal number', (at) => `https://0x7f000001:${at}/`],
    ['a short form', (at) => `https://127.1:${at}/`],
    ['no address at all', (at) => `https://0.0.0.0:${at}/`],
    ['IPv6 loopback', (at) => `https://[::1]:${at}/`],
    ['IPv4 within IPv6', (at) => `https://[::ffff:127.0.0.1]:${at}/`],
    ['IPv4 within IPv6, in hexadecimal', (at) => `https://[::ffff:7f00:1]:${at}/`],
    ['IPv4 behind NAT64', (at) => `https://[64:ff9b::7f00:1]:${at}/`],
    ['IPv4 behind 6to4', (at) => `https://[2002:7f00:1::]:${at}/`],
    ['a link-local address', () => 'https://169.254.169.254/latest/meta-data/'],
    ['a private network', () => 'https://10.0.0.1/'],
    ['another private network', () => 'https://192.168.1.1/'],
    ['a carrier’s network', () => 'https://100.64.0.1/'],
    ['a unique local address', () => 'https://[fd00::1]/'],
    ['a name that leads inside', (at) => `https://localhost:${at}/`],
    ['a name with a dot at its end', (at) => `https://localhost.:${at}/`],
    ['a name without TLS', (at) => `http://localhost:${at}/`],
    ['a public address without TLS', () => 'http://1.1.1.1/'],
  ];
  for (const [name, address] of refused) {
    test(`not by ${name}`, async () => {
      const { problem, status } = await post(address(port), '{}', {});
      // Some resolvers know no such name.
      assert.match(problem ?? '', /may be asked|ENOTFOUND/);
      assert.equal(status, undefined);
      assert.equal(asked, 0);
    });
  }

  test('not by a name that has one address inside, whatever its others are', async () => {
    const rule = (address: string) => address !== '127.0.0.1' && address !== '::1';
    const lookup = lookUpBy(rule, (name) => new Error(`${name} is refused`));
    await new Promise<void>((done) => {
      lookup('localhost', { all: true }, (error) => {
        assert.match(error?.message ?? '', /refused/);
        done();
      });
    });
  });

  test('not by a name that leads elsewhere a moment later: what was looked up is what is connected to', async () => {
    // The one look-up is that of the connection; an agent that is asked again looks up again, and is judged again.
    let looked = 0;
    const flips = openPost((address) => {
      looked += 1;
      return looked === 1 && publicOr('127.0.0.0/8, ::1')(address);
    });
    const first = await flips(`http://localhost:${port}/`, '{}', {});
    const second = await flips(`http://localhost:${port}/`, '{}', {});
    assert.match(second.problem ?? first.problem ?? '', /may be asked/);
    asked = 0;
  });

  test('but where the installation lists it', async () => {
    const listed = openPost(publicOr('127.0.0.1'));
    assert.deepEqual(await listed(`http://127.0.0.1:${port}/`, '{}', {}), { status: 200, answer: '' });
    assert.equal(asked, 1);
    assert.match((await listed('http://127.0.0.2/', '{}', {})).problem ?? '', /may be asked/);
  });
});
