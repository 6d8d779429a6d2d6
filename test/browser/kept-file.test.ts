import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { readdir, readlink, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, test } from 'node:test';
import Fastify from 'fastify';
import { byteRange } from '../../src/browser/byte-range.ts';
import { contentDisposition } from '../../src/browser/content-disposition.ts';
import { sendFile } from '../../src/browser/kept-file.ts';
import { assets } from '../../src/browser/pages/assets.ts';
import type { PageCall } from '../../src/browser/site-page.ts';
import { safeFileName } from '../../src/recordings/file-name.ts';
import type { RecordingFile } from '../../src/recordings/recording.ts';
import { folderStore } from '../../src/recordings/store/folder-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'parlance-kept-file-'));
const recordingStore = folderStore(folder);
const content = randomBytes(300_000);
await recordingStore.put(
  '1/1/main.mp4',
  (async function* () {
    yield content;
  })(),
);
const file: RecordingFile = {
  role: 'MAIN',
  name: '1/1/main.mp4',
  mediaType: 'video/mp4',
  bytes: content.length,
  sha256: createHash('sha256').update(content).digest(),
};
const tag = `"${Buffer.from(file.sha256).toString('hex')}"`;

let begun = 0;
const sent = {
  fileName: 'All hands.mp4',
  disposition: 'attachment' as const,
  onWhole: async () => {
    begun += 1;
  },
};
const app = Fastify({ forceCloseConnections: true });
assets(app, () => 'http://127.0.0.1');
const context = { recordingStore } as PageCall['context'];
app.get('/file', (request, reply) => sendFile({ request, reply, context }, file, sent));
app.route({
  method: 'HEAD',
  url: '/head',
  handler: (request, reply) => sendFile({ request, reply, context }, file, sent),
});
app.get('/gone', (request, reply) =>
  sendFile({ request, reply, context }, { ...file, name: '1/1/other.mp4' }, sent),
);
app.get('/refused', (request, reply) =>
  sendFile({ request, reply, context }, file, {
    ...sent,
    onWhole: () => Promise.reject(new Error('the history cannot be written')),
  }),
);
await app.listen({ host: '127.0.0.1', port: 0 });
const { port } = app.server.address() as AddressInfo;
after(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, method }, resolve).on('error', reject).end();
  });
}

test('a file is sent whole, with its size, its tag and its name, and nothing in it may run', async () => {
  const before = begun;
  const answer = await ask('/file');
  assert.equal(answer.statusCode, 200);
  const { headers } = answer;
  assert.equal(headers['content-length'], '300000');
  assert.equal(headers['content-type'], 'video/mp4');
  assert.equal(headers.etag, tag);
  assert.equal(headers['accept-ranges'], 'bytes');
  assert.equal(headers['content-disposition'], 'attachment; filename="All hands.mp4"');
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['cache-control'], 'private, no-store');
  assert.match(String(headers['content-security-policy']), /default-src 'none'.*sandbox/);
  assert.deepEqual(await buffer(answer), content);
  assert.equal(begun, before + 1);
});

test('HEAD tells the same, sends nothing and counts for nothing', async () => {
  const before = begun;
  const got = await ask('/file');
  await buffer(got);
  const whole = got.headers;
  for (const path of ['/file', '/head']) {
    const answer = await ask(path, { Range: 'bytes=5-9' }, 'HEAD');
    assert.equal(answer.statusCode, 200);
    for (const name of ['content-length', 'content-type', 'etag', 'content-disposition', 'accept-ranges']) {
      assert.equal(answer.headers[name], whole[name], name);
    }
    assert.equal((await buffer(answer)).length, 0);
  }
  assert.equal(begun, before + 1, 'the GET alone');
});

for (const [range, first, last] of [
  ['bytes=0-0', 0, 0],
  ['bytes=5-9', 5, 9],
  ['Bytes=299990-', 299_990, 299_999],
  ['bytes=-10', 299_990, 299_999],
  ['bytes=-999999999', 0, 299_999],
  ['bytes=299999-99999999999999999999999', 299_999, 299_999],
] as const) {
  test(`the range ${range} is sent alone`, async () => {
    const before = begun;
    const answer = await ask('/file', { Range: range });
    assert.equal(answer.statusCode, 206);
    assert.equal(answer.headers['content-range'], `bytes ${first}-${last}/300000`);
    assert.equal(answer.headers['content-length'], String(last - first + 1));
    assert.deepEqual(await buffer(answer), content.subarray(first, last + 1));
    assert.equal(begun - before, last - first + 1 === content.length ? 1 : 0);
  });
}

for (const range of ['bytes=300000-', 'bytes=300000-300001', 'bytes=-0', 'bytes=99999999999999999999-']) {
  test(`the range ${range} is beyond the end`, async () => {
    const answer = await ask('/file', { Range: range });
    assert.equal(answer.statusCode, 416);
    assert.equal(answer.headers['content-range'], 'bytes */300000');
    assert.equal((await buffer(answer)).length, 0);
  });
}

for (const range of [
  'bytes=0-4, 10-14',
  'bytes=0-4,10-14,',
  'bytes=9-5',
  'bytes=-',
  'bytes=a-b',
  'bytes=1.5-2',
  'bytes=--5',
  'bytes=+1-2',
  'items=0-4',
  'bytes 0-4',
  '',
]) {
  test(`for the range ${JSON.stringify(range)} the whole file is sent`, async () => {
    const answer = await ask('/file', { Range: range });
    assert.equal(answer.statusCode, 200);
    assert.equal((await buffer(answer)).length, content.length);
  });
}

test('a range never leads outside of the file', () => {
  for (const bytes of [0, 1, 10]) {
    for (let first = 0; first < 12; first++) {
      for (let last = 0; last < 12; last++) {
        for (const asked of [`bytes=${first}-${last}`, `bytes=${first}-`, `bytes=-${last}`]) {
          const range = byteRange(asked, bytes);
          if (typeof range === 'string') continue;
          assert.ok(0 <= range.first && range.first <= range.last && range.last < bytes, asked);
        }
      }
    }
  }
});

test('who has the file already is told so, and a range goes on with the same file alone', async () => {
  for (const list of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const answer = await ask('/file', { 'If-None-Match': list });
    assert.equal(answer.statusCode, 304, list);
    assert.equal(answer.headers.etag, tag);
    assert.equal((await buffer(answer)).length, 0);
  }
  const statuses: [Record<string, string>, number][] = [
    [{ 'If-None-Match': '"other"' }, 200],
    [{ 'If-Match': '"other"' }, 412],
    [{ 'If-Match': tag, Range: 'bytes=0-1' }, 206],
    [{ 'If-Range': tag, Range: 'bytes=0-1' }, 206],
    [{ 'If-Range': `W/${tag}`, Range: 'bytes=0-1' }, 200],
    [{ 'If-Range': '"other"', Range: 'bytes=0-1' }, 200],
    [{ 'If-Range': '"other"', Range: 'bytes=300000-' }, 200],
    [{ 'If-Range': 'Sat, 28 Nov 2026 15:00:00 GMT', Range: 'bytes=0-1' }, 200],
  ];
  for (const [headers, status] of statuses) {
    const answer = await ask('/file', headers);
    assert.equal(answer.statusCode, status, JSON.stringify(headers));
    await buffer(answer);
  }
});

test('a file that has gone is not found, and one whose download cannot be written down is not begun', async () => {
  const gone = await ask('/gone');
  assert.equal(gone.statusCode, 404);
  assert.match(gone.headers['content-type'] ?? '', /text\/html/);
  assert.equal(gone.headers.etag, undefined);
  assert.ok((await buffer(gone)).length > 0);
  const refused = await ask('/refused');
  assert.equal(refused.statusCode, 500);
  assert.notEqual((await buffer(refused)).length, content.length);
  assert.equal((await ask('/refused', { Range: 'bytes=0-4' })).statusCode, 206);
});

const ownFiles = '/proc/self/fd';

/** How many files of the store this process has open. */
async function openFiles(): Promise<number> {
  const paths = await Promise.all(
    (await readdir(ownFiles)).map((fd) => readlink(join(ownFiles, fd)).catch(() => '')),
  );
  return paths.filter((path) => path.startsWith(folder)).length;
}

test('a client that goes away leaves no file open', {
  skip: process.platform === 'linux' ? false : 'only Linux tells what is open',
}, async () => {
  await recordingStore.put(
    '1/1/large.mp4',
    (async function* () {
      for (let at = 0; at < 64; at++) yield Buffer.alloc(1024 * 1024, at);
    })(),
  );
  const large = { ...file, name: '1/1/large.mp4', bytes: 64 * 1024 * 1024 };
  const other = Fastify();
  other.get('/', (request, reply) => sendFile({ request, reply, context }, large, sent));
  await other.listen({ host: '127.0.0.1', port: 0 });
  const address = other.server.address() as AddressInfo;
  const answers = await Promise.all(
    Array.from(
      { length: 5 },
      () =>
        new Promise<IncomingMessage>((resolve, reject) => {
          request({ host: '127.0.0.1', port: address.port }, resolve).on('error', reject).end();
        }),
    ),
  );
  assert.equal(await openFiles(), 5, 'nobody reads: they wait');
  const gone = answers.map((answer) => new Promise<void>((resolve) => answer.once('close', () => resolve())));
  for (const answer of answers) answer.destroy();
  await Promise.all(gone);
  await other.close();
  while ((await openFiles()) > 0) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await openFiles(), 0);
});

test('no name leads out of its header, or hides what a file is', () => {
  const names: [string, string][] = [
    ['a"b.mp4', `attachment; filename="a_b.mp4"; filename*=UTF-8''a%22b.mp4`],
    [
      'a\r\nSet-Cookie: x=1.mp4',
      `attachment; filename="a__Set-Cookie: x=1.mp4"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x%3D1.mp4`,
    ],
    ['Übung 50%.mp4', `attachment; filename="Ubung 50_.mp4"; filename*=UTF-8''%C3%9Cbung%2050%25.mp4`],
    ['会議.mp4', `attachment; filename="__.mp4"; filename*=UTF-8''%E4%BC%9A%E8%AD%B0.mp4`],
    ['\ud800.mp4', `attachment; filename="_.mp4"; filename*=UTF-8''%EF%BF%BD.mp4`],
    ["it's (1)*.mp4", `attachment; filename="it's (1)*.mp4"`],
    ['Ends;here\\.mp4', `attachment; filename="Ends;here_.mp4"; filename*=UTF-8''Ends%3Bhere%5C.mp4`],
  ];
  for (const [name, header] of names) assert.equal(contentDisposition('attachment', name), header);
  const safe: [string, string][] = [
    ['All hands', 'All hands.mp4'],
    ['All hands.MP4', 'All hands.mp4'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j.mp4'],
    ['../../etc/passwd', '_.._etc_passwd.mp4'],
    ['line\r\nbreak\u2028and\u2029more', 'line breakandmore.mp4'],
    ['song\u202e4pm.exe', 'song4pm.exe.mp4'],
    ['\u200f\u2066\u200bx\u2069', 'x.mp4'],
    ['CON', '_CON.mp4'],
    ['lpt1.x', '_lpt1.x.mp4'],
    [' . ', 'recording.mp4'],
    ['', 'recording.mp4'],
    ['\ud800', 'recording.mp4'],
    ['ü'.repeat(500), `${'ü'.repeat(100)}.mp4`],
    ['😀'.repeat(500), `${'😀'.repeat(50)}.mp4`],
  ];
  for (const [name, clean] of safe) assert.equal(safeFileName(name, 'mp4'), clean);
});
