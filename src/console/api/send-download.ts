/** Sends what is saved as a file: nothing of it is shown or run where it comes from. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { contentDisposition } from '../../browser/content-disposition.ts';
import type { Download } from './endpoint.ts';

export function sendDownload(reply: FastifyReply, result: unknown): FastifyReply {
  const { fileName, mediaType, content } = result as Download;
  reply.headers({
    'Content-Type': mediaType,
    'Content-Disposition': contentDisposition('attachment', fileName),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
  const isWhole = typeof content === 'string' || Buffer.isBuffer(content) || content instanceof Readable;
  return reply.send(isWhole ? content : Readable.from(content));
}
