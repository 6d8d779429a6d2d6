/**
 * Recordings in a bucket of an S3-compatible server: each name is an object. What is larger than a part goes there by a
 * multipart upload, so that no more than some parts of it are in memory, and appears when it is whole.
 */
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { SettingRefused } from '../../settings.ts';
import { checkName, type KeptFile, NotInStore, type RecordingStore, StoreFull } from './recording-store.ts';
import type { BucketPlace } from './store-setting.ts';

/** Bytes of a part. A server takes 10,000 of them at most, and none but the last below 5 MiB. */
const PART = 8 * 1024 * 1024;

/** Milliseconds in which a part has to be taken, and any other question to be answered. */
const PATIENCE = 5 * 60_000;

/** Milliseconds after which nobody brings a multipart upload to its end any more. */
const UNFINISHED_FOR = 24 * 3_600_000;

/** Files that are read or written at the same time; those beyond wait. */
const MOST_AT_ONCE = 512;

/** What servers say that take no more. */
const FULL = ['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded', 'InsufficientStorage'];

type Sdk = typeof import('@aws-sdk/client-s3');

interface Opened {
  readonly sdk: Sdk;
  readonly client: S3Client;
}

/** The client is loaded when it is first needed: an installation with a folder holds none of it. */
export function bucketStore(place: BucketPlace, now: () => number = Date.now): RecordingStore {
  const { bucket: Bucket, prefix } = place;
  let opening: Promise<Opened> | undefined;
  const opened = () => {
    opening ??= openClient(place);
    return opening;
  };
  const keyOf = (name: string) => {
    checkName(name);
    return { Bucket, Key: `${prefix}${name}` };
  };
  const inTime = () => ({ abortSignal: AbortSignal.timeout(PATIENCE) });

  /** Takes what is larger than one part; nothing is left of it when it fails. */
  async function putParts(
    { sdk, client }: Opened,
    object: { readonly Bucket: string; readonly Key: string },
    parts: AsyncIterable<Buffer>,
  ): Promise<void> {
    const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand(object), inTime());
    const upload = { ...object, UploadId };
    try {
      const Parts: { ETag: string | undefined; PartNumber: number }[] = [];
      for await (const Body of parts) {
        const PartNumber = Parts.length + 1;
        const { ETag } = await client.send(
          new sdk.UploadPartCommand({ ...upload, PartNumber, Body }),
          inTime(),
        );
        Parts.push({ ETag, PartNumber });
      }
      await client.send(
        new sdk.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }),
        inTime(),
      );
    } catch (error) {
      // What cannot be taken back now is taken back by the sweep.
      await client.send(new sdk.AbortMultipartUploadCommand(upload), inTime()).catch(() => {});
      throw error;
    }
  }

  return {
    async put(name, from) {
      const object = keyOf(name);
      const parts = inParts(from);
      try {
        const { value: first, done } = await parts.next();
        const Body = first ?? Buffer.alloc(0);
        const s3 = await opened();
        if (done || Body.length < PART)
          await s3.client.send(new s3.sdk.PutObjectCommand({ ...object, Body }), inTime());
        else await putParts(s3, object, following(Body, parts));
      } catch (error) {
        throw isFull(error) ? new StoreFull(error) : error;
      } finally {
        await parts.return(undefined);
      }
    },

    async read(name, range) {
      const { sdk, client } = await opened();
      const Range = range && `bytes=${range.first}-${range.last}`;
      // The answer must begin in time; how long it takes is the reader's affair.
      const begun = new AbortController();
      const patience = setTimeout(() => begun.abort(), PATIENCE);
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand({ ...keyOf(name), Range }), {
          abortSignal: begun.signal,
        });
        if (!(Body instanceof Readable)) throw new Error('the server sent no bytes');
        return Body;
      } catch (error) {
        throw isMissing(error) ? new NotInStore(name) : error;
      } finally {
        clearTimeout(patience);
      }
    },

    async remove(name) {
      const { sdk, client } = await opened();
      await client.send(new sdk.DeleteObjectCommand(keyOf(name)), inTime());
    },

    async *list(below) {
      const { sdk, client } = await opened();
      const { Key } = keyOf(below);
      for (let ContinuationToken: string | undefined; ; ) {
        const page = await client.send(
          new sdk.ListObjectsV2Command({ Bucket, Prefix: `${Key}/`, ContinuationToken }),
          inTime(),
        );
        for (const { Key: key, Size: bytes } of page.Contents ?? []) {
          if (key !== undefined && bytes !== undefined) {
            yield { name: key.slice(prefix.length), bytes } satisfies KeptFile;
          }
        }
        if (!page.IsTruncated) return;
        ContinuationToken = page.NextContinuationToken;
      }
    },

    async sweep() {
      const { sdk, client } = await opened();
      const before = now() - UNFINISHED_FOR;
      const isOld = (at: Date | undefined) => at !== undefined && at.getTime() < before;
      for (let from: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } = {}; ; ) {
        const page = await client.send(
          new sdk.ListMultipartUploadsCommand({ Bucket, Prefix: prefix, ...from }),
          inTime(),
        );
        for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
          if (Key === undefined || !isOld(Initiated)) continue;
          const upload = { Bucket, Key, UploadId };
          // Whoever still brings parts is at it, however long ago they began.
          const { Parts = [] } = await client
            .send(new sdk.ListPartsCommand(upload), inTime())
            .catch(unlessMissing);
          if (Parts.every(({ LastModified }) => isOld(LastModified))) {
            await client.send(new sdk.AbortMultipartUploadCommand(upload), inTime()).catch(unlessMissing);
          }
        }
        if (!page.IsTruncated) return;
        from = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
      }
    },
  };
}

/** @throws SettingRefused where the client is not installed */
async function openClient({ endpoint, region, isInPath }: BucketPlace): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-s3').catch(() => {
    throw new SettingRefused(
      'recordings',
      'needs the package @aws-sdk/client-s3 for a bucket: npm install it',
    );
  });
  const most = { keepAlive: true, maxSockets: MOST_AT_ONCE };
  const client = new sdk.S3Client({
    region: region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? 'us-east-1',
    ...(endpoint !== undefined && { endpoint }),
    forcePathStyle: isInPath,
    // Others than Amazon do not know the sums that the client adds by itself; the signature covers the bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 10_000, httpAgent: most, httpsAgent: most },
  });
  return { sdk, client };
}

/** Pieces put together to parts of one size; the last may be smaller. */
async function* inParts(from: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of from) {
    for (let at = 0; at < piece.length; ) {
      const taken = piece.subarray(at, at + PART - bytes);
      pieces.push(taken);
      at += taken.length;
      bytes += taken.length;
      if (bytes < PART) continue;
      yield Buffer.concat(pieces);
      pieces = [];
      bytes = 0;
    }
  }
  if (bytes > 0) yield Buffer.concat(pieces);
  return undefined;
}

async function* following(first: Buffer, others: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* others;
}

function statusOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  return (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && (FULL.includes(error.name) || statusOf(error) === 507);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}

/** It was brought to its end, or taken back, meanwhile. */
function unlessMissing(error: unknown): { readonly Parts?: never[] } {
  if (error instanceof Error && (error.name === 'NoSuchUpload' || statusOf(error) === 404)) return {};
  throw error;
}
