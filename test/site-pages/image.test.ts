import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forProtocol } from '../support/databases.ts';
import { type Caller, sharedSite } from '../support/site.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from('JFIF'), 0, 0xff, 0xd9]);
const GIF = Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1');

forProtocol('A picture of a personal room', (open) => {
  const shared = sharedSite(open);

  const put = (caller: Caller, bytes: Buffer, imageFor = 'Photo') =>
    shared().ok(
      'user.UploadPMRImage',
      `<imageFor>${imageFor}</imageFor><imageData>${bytes.toString('base64')}</imageData>`,
      caller,
    );

  async function urlOf(caller: { webExID: string } & Caller, element = 'photoURL') {
    const answer = await shared().ok('user.GetUser', `<webExId>${caller.webExID}</webExId>`, caller);
    return answer.value(`personalMeetingRoom/${element}`);
  }

  /** The status, and the bytes when there are some. */
  async function fetched(url: string | undefined, method = 'GET') {
    const answer = await fetch(url ?? '', { method });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  for (const [mediaType, bytes] of [
    ['image/png', PNG],
    ['image/jpeg', JPEG],
    ['image/gif', GIF],
  ] as const) {
    test(`is served as ${mediaType}, and as nothing else`, async () => {
      const host = await shared().person();
      await put(host, bytes);
      const image = await fetched(await urlOf(host));
      assert.equal(image.status, 200);
      assert.deepEqual(image.bytes, bytes);
      assert.equal(image.headers.get('content-type'), mediaType);
      assert.equal(image.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(image.headers.get('content-security-policy'), "default-src 'none'");
      assert.match(image.headers.get('cache-control') ?? '', /immutable/);
    });
  }

  test('is one of two: the photo and the header', async () => {
    const host = await shared().person();
    await put(host, PNG);
    assert.equal(await urlOf(host, 'headerImageURL'), undefined);
    await put(host, GIF, 'Header');
    assert.deepEqual((await fetched(await urlOf(host))).bytes, PNG);
    assert.deepEqual((await fetched(await urlOf(host, 'headerImageURL'))).bytes, GIF);
  });

  test('has a new address when it is replaced, and the old one leads nowhere', async () => {
    const host = await shared().person();
    await put(host, PNG);
    const before = await urlOf(host);
    await put(host, GIF);
    const after = await urlOf(host);
    assert.notEqual(after, before);
    assert.equal((await fetched(before)).status, 404);
    assert.deepEqual((await fetched(after)).bytes, GIF);
  });

  test('is gone when it is removed', async () => {
    const host = await shared().person();
    await put(host, PNG);
    const url = await urlOf(host);
    await shared().ok('user.UploadPMRImage', '<imageFor>Photo</imageFor>', host);
    assert.equal(await urlOf(host), undefined);
    assert.equal((await fetched(url)).status, 404);
  });

  test('is seen on its own site alone', async () => {
    const host = await shared().person();
    await put(host, PNG);
    const url = (await urlOf(host)) ?? '';
    assert.equal((await fetched(url.replace('/acme/', '/acme-basic/'))).status, 404);
    assert.equal((await fetched(url.replace('/acme/', '/ACME/'))).status, 200);
  });

  test('is not seen on a closed site', async () => {
    const { sites } = shared().context;
    await sites.create({ siteID: 77_005, siteName: 'wonka', type: 5 });
    const host = await shared().person({ siteName: 'wonka' });
    await put(host, PNG);
    const url = await urlOf(host);
    assert.equal((await fetched(url)).status, 200);
    await sites.change('wonka', { status: 'CLOSED' });
    assert.equal((await fetched(url)).status, 404);
  });

  test('can be looked at without its bytes', async () => {
    const host = await shared().person();
    await put(host, PNG);
    const image = await fetched(await urlOf(host), 'HEAD');
    assert.equal(image.status, 200);
    assert.equal(image.headers.get('content-type'), 'image/png');
    assert.equal(image.bytes.length, 0);
  });

  test('is a picture: a page with a script is refused', async () => {
    const page = Buffer.from('<html><script>alert(1)</script>').toString('base64');
    const host = await shared().person();
    const answer = await shared().call('user.UploadPMRImage', `<imageData>${page}</imageData>`, host);
    assert.equal(answer.result, 'FAILURE');
    assert.match(answer.reason ?? '', /imageData/);
    assert.equal(await urlOf(host), undefined);
  });
});
