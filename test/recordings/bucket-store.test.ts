import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import {
  CreateMultipartUploadCommand,
  ListMultipartUploadsCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { bucketStore } from '../../src/recordings/store/bucket-store.ts';
import { StoreFull } from '../../src/recordings/store/recording-store.ts';
import { storePlace } from '../../src/recordings/store/store-setting.ts';
import { SettingRefused } from '../../src/settings.ts';
import { findS3, startS3 } from '../support/s3-server.ts';

/** What a bucket alone has: uploads of many parts, and a server that may say no. */

const DAY = 24 * 3_600_000;

async function* bytes(parts: number) {
  for (let at = 0; at < parts; at += 1) yield Buffer.alloc(1024 * 1024, at);
}

function placeOf(recordings: string) {
  const place = storePlace({ recordings, data: '/data' });
  assert.equal(place.kind, 'bucket');
  return place.bucket;
}

const found = await findS3();
const server = 'binary' in found ? await startS3(found.binary) : undefined;
after(() => server?.[Symbol.asyncDispose]());

describe('a bucket', { skip: 'reason' in found && found.reason }, () => {
  const own = { endpoint: server?.url ?? '', region: 'us-east-1', forcePathStyle: true };

  async function unfinished(client: S3Client, Bucket: string): Promise<(string | undefined)[]> {
    const { Uploads = [] } = await client.send(new ListMultipartUploadsCommand({ Bucket }));
    return Uploads.map(({ Key }) => Key).sort();
  }

  test('has no unfinished upload left when one breaks off', async () => {
    const address = (await server?.bucket('broken')) ?? assert.fail();
    const store = bucketStore(placeOf(address));
    const client = new S3Client(own);
    async function* broken() {
      yield* bytes(20);
      assert.deepEqual(await unfinished(client, 'broken'), ['recordings/1/1'], 'it goes there as it comes');
      throw new Error('the connection is gone');
    }
    await assert.rejects(store.put('1/1', broken()), /the connection is gone/);
    assert.deepEqual(await unfinished(client, 'broken'), []);
    client.destroy();
  });

  test('is cleared of uploads that nobody goes on with, and of none that somebody does', async () => {
    const address = (await server?.bucket('swept')) ?? assert.fail();
    const client = new S3Client(own);
    for (const Key of ['recordings/1/old', 'recordings/1/empty', 'elsewhere/1']) {
      const object = { Bucket: 'swept', Key };
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(object));
      if (Key.endsWith('empty')) continue;
      await client.send(
        new UploadPartCommand({ ...object, UploadId, PartNumber: 1, Body: Buffer.from('x') }),
      );
    }
    await bucketStore(placeOf(address)).sweep();
    const all = ['elsewhere/1', 'recordings/1/empty', 'recordings/1/old'];
    assert.deepEqual(await unfinished(client, 'swept'), all, 'another process may be at it');
    await bucketStore(placeOf(address), () => Date.now() + 2 * DAY).sweep();
    assert.deepEqual(await unfinished(client, 'swept'), ['elsewhere/1'], 'what is not ours stays');
    client.destroy();
  });
});

/** A server that answers everything in one way; the gateway of the tests has no disk that can be filled. */
async function answering(status: number, code: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'Content-Type': 'application/xml' });
    response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

for (const [status, code] of [
  [507, 'InsufficientStorage'],
  [507, 'XMinioStorageFull'],
  [403, 'QuotaExceeded'],
] as const) {
  for (const parts of [1, 20]) {
    test(`a server that says ${status} ${code} is full, at ${parts} MiB`, async () => {
      process.env.AWS_ACCESS_KEY_ID ??= 'parlance';
      process.env.AWS_SECRET_ACCESS_KEY ??= 'the secret of a test';
      const full = await answering(status, code);
      const store = bucketStore(placeOf(`s3://bucket?endpoint=${encodeURIComponent(full.url)}`));
      await assert.rejects(store.put('1/1', bytes(parts)), StoreFull);
      await full.close();
    });
  }
}

test('a place is a folder, or a bucket with what its server needs', () => {
  const placed = (recordings: string) => storePlace({ recordings, data: '/data' });
  assert.deepEqual(placed(''), { kind: 'folder', folder: '/data/recordings' });
  assert.deepEqual(placed('/srv/recordings'), { kind: 'folder', folder: '/srv/recordings' });
  assert.deepEqual(placed('s3://films'), {
    kind: 'bucket',
    bucket: { bucket: 'films', prefix: '', endpoint: undefined, region: undefined, isInPath: false },
  });
  assert.deepEqual(placed('s3://films/of/acme/?endpoint=https://s3.example.com/&region=eu-1'), {
    kind: 'bucket',
    bucket: {
      bucket: 'films',
      prefix: 'of/acme/',
      endpoint: 'https://s3.example.com',
      region: 'eu-1',
      isInPath: true,
    },
  });
  for (const wrong of [
    's3://',
    's3:///x',
    's3://x',
    's3://key:secret@films',
    's3://films:9000/x',
    's3://FILMS_1',
    's3://films/../x',
    's3://films/a//b',
    's3://films/%2e%2e/x',
    's3://films?endpoint=ftp://x',
    's3://films?endpoint=https://x/y',
    's3://films?endpoint=https://user@x',
    's3://films?region=eu 1',
    's3://films?pathStyle=maybe',
    's3://films?acl=public',
    'gs://films',
    'http://films',
  ]) {
    // A path that climbs is flattened by every reader of addresses: what is left of it is a place of its own.
    if (wrong === 's3://films/../x' || wrong === 's3://films/%2e%2e/x') {
      assert.deepEqual(placed(wrong), placed('s3://films/x'));
      continue;
    }
    assert.throws(() => placed(wrong), SettingRefused, wrong);
  }
});
