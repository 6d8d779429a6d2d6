import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildPages, consoleBytes, scriptBytes } from '../../scripts/build-pages.ts';
import { forProtocol } from '../support/databases.ts';
import { sharedSite } from '../support/site.ts';
import { Visitor } from './visitor.ts';

forProtocol('The script of the pages', (open) => {
  const shared = sharedSite(open);
  let address = '';

  before(async () => {
    const { text } = await new Visitor(shared().url).get('/acme/');
    address = /src="(\/assets\/[^"]+\.js)"/.exec(text)?.[1] ?? '';
  });

  for (const [entry, most] of [
    ['visitors', 90_000],
    ['console', 90_000],
    // With the embedded engine; that of another is a chunk of its own.
    ['room', 130_000],
  ] as const) {
    test(`is at most ${most / 1000} kB, packed: ${entry}`, async () => {
      const bytes = await scriptBytes(await buildPages(), entry);
      assert.ok(bytes > 0 && bytes <= most, `${bytes} bytes`);
    });
  }

  test("of the console's first view is at most 150 kB, packed", async () => {
    const bytes = consoleBytes(await buildPages());
    assert.ok(bytes > 0 && bytes <= 150_000, `${bytes} bytes`);
  });

  for (const [accepted, coding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
    ['', undefined],
  ] as const) {
    test(`is sent as a browser takes it: ${accepted || 'nothing said'}`, async () => {
      const { headers, bytes } = await raw(shared().url + address, accepted);
      assert.equal(headers.get('content-encoding'), coding ?? null);
      assert.equal(headers.get('vary'), 'Accept-Encoding');
      const script = coding === 'br' ? brotliDecompressSync(bytes) : coding ? gunzipSync(bytes) : bytes;
      assert.deepEqual(script, (await raw(shared().url + address, 'identity')).bytes);
      assert.ok(script.length > 0);
    });
  }
});

/** The answer as it comes over the wire. */
function raw(url: string, accepted: string): Promise<{ headers: Headers; bytes: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ headers: Headers; bytes: Buffer }>();
  request(url, { headers: { 'Accept-Encoding': accepted } }, (answer) => {
    const chunks: Buffer[] = [];
    answer.on('data', (chunk: Buffer) => chunks.push(chunk));
    answer.on('end', () => {
      const headers = new Headers(
        Object.entries(answer.headers).map(([name, value]) => [name, String(value)]),
      );
      resolve({ headers, bytes: Buffer.concat(chunks) });
    });
  })
    .on('error', reject)
    .end();
  return promise;
}
