/** Sends a file of a recording, whole or a range of it (RFC 9110, sections 13 and 14). */
import type { OutgoingHttpHeaders } from 'node:http';
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { RecordingFile } from '../recordings/recording.ts';
import { type ByteRange, NotInStore, type OpenFile } from '../recordings/store/recording-store.ts';
import { byteRange } from './byte-range.ts';
import { contentDisposition, type Disposition } from './content-disposition.ts';
import { noSuchPage } from './error-pages.ts';
import { HungUp, sendBytes } from './send-bytes.ts';
import type { PageCall } from './site-page.ts';

export interface SentFile {
  /** With its ending (`recordings/file-name.ts`). */
  readonly fileName: string;
  readonly disposition: Disposition;
  /** Called before all bytes of the file are sent in one answer, and waited for; not for HEAD, and not for a part. */
  readonly onWhole?: () => Promise<void>;
}

/** Milliseconds after which a client is given up that takes nothing: it may go on with a range. */
const STALLED = 5 * 60_000;

/** Nothing of it is fetched from elsewhere, and nothing in it runs: `media-src` lets a browser play it in a tab of its own. */
const POLICY = "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox";

/**
 * Answers GET and HEAD. Nothing is held in memory: bytes are read as the client takes them, and when it goes away the
 * file is closed. A file that has gone meanwhile is answered 404.
 */
export async function sendFile(
  { request, reply, context }: Pick<PageCall, 'request' | 'reply' | 'context'>,
  file: RecordingFile,
  { fileName, disposition, onWhole }: SentFile,
): Promise<FastifyReply> {
  const { headers, method } = request;
  const tag = `"${Buffer.from(file.sha256).toString('hex')}"`;
  const named = {
    ETag: tag,
    'Cache-Control': 'private, no-store',
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
  };
  reply.headers(named);
  if (!isListed(headers['if-match'], tag, 'strong')) return reply.code(412).send();
  if (headers['if-none-match'] !== undefined && isListed(headers['if-none-match'], tag, 'weak')) {
    return reply.code(304).send();
  }
  const isFresh = headers['if-range'] === undefined || String(headers['if-range']).trim() === tag;
  const range = byteRange(method === 'GET' && isFresh ? headers.range : undefined, file.bytes);
  if (range === 'beyond') return reply.code(416).header('Content-Range', `bytes */${file.bytes}`).send();
  const length = range === 'whole' ? file.bytes : range.last - range.first + 1;
  const about = {
    'Content-Type': file.mediaType,
    'Content-Length': length,
    'Content-Disposition': contentDisposition(disposition, fileName),
  };
  // An empty stream, not nothing: for nothing the framework would say that its length is 0.
  if (method === 'HEAD') return reply.headers(about).send(Readable.from([]));
  const bounds = range === 'whole' ? { first: 0, last: file.bytes - 1 } : range;
  const bytes = await opened(context, file, bounds);
  if (bytes === undefined) {
    for (const name of Object.keys(named)) reply.removeHeader(name);
    return noSuchPage(reply);
  }
  try {
    if (length === file.bytes) await onWhole?.();
  } catch (error) {
    await bytes.close();
    throw error;
  }
  if (range !== 'whole') {
    reply.code(206).header('Content-Range', `bytes ${range.first}-${range.last}/${file.bytes}`);
  }
  reply.raw.setTimeout(STALLED, () => reply.raw.destroy());
  reply.headers(about);
  return bytes.send(reply);
}

interface OpenedBytes {
  send(reply: FastifyReply): FastifyReply;
  close(): void | Promise<void>;
}

/** Nothing when it is not there any more. */
async function opened(
  { recordingStore: store, log }: PageCall['context'],
  { name, bytes }: RecordingFile,
  range: ByteRange,
): Promise<OpenedBytes | undefined> {
  if (bytes === 0) return ofStream(Readable.from([]));
  try {
    if (!store.open) return ofStream(await store.read(name, range));
    return ofFile(await store.open(name), range, (id, error) => log.fault(id, error));
  } catch (error) {
    if (error instanceof NotInStore) return undefined;
    throw error;
  }
}

function ofStream(stream: Readable): OpenedBytes {
  return { send: (reply) => reply.send(stream), close: () => void stream.destroy() };
}

/** Written to the connection itself, beside the framework. */
function ofFile(file: OpenFile, range: ByteRange, report: (id: string, error: unknown) => void): OpenedBytes {
  return {
    send(reply) {
      const { raw, request } = reply;
      reply.hijack();
      raw.writeHead(reply.statusCode, reply.getHeaders() as OutgoingHttpHeaders);
      sendBytes(file, range, raw)
        .then(
          () => raw.end(),
          (error: unknown) => {
            const isHungUp = raw.destroyed || error instanceof HungUp;
            // The length that was said is missed: nobody takes it for the whole.
            raw.destroy();
            if (!isHungUp) report(request.id, error);
          },
        )
        .finally(() => file.close());
      return reply;
    },
    close: () => file.close(),
  };
}

/** Whether a list of tags names this one; without a list everything is as it was expected. */
function isListed(list: string | undefined, tag: string, comparison: 'strong' | 'weak'): boolean {
  if (list === undefined || list.trim() === '*') return true;
  const tags = list.split(',').map((one) => one.trim());
  return tags.some((one) => (comparison === 'weak' ? one.replace(/^W\//, '') : one) === tag);
}
