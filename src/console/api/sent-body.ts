/** Reads what a call brings: JSON within its bounds, or a file as it comes. */
import type { FastifyRequest } from 'fastify';
import { readFileForm } from '../../browser/file-form.ts';
import { mayTakeLong } from '../../browser/long-body.ts';
import { RuleBroken } from '../../refusal.ts';
import type { UploadedFile } from './endpoint.ts';
import { CallRefused } from './problems.ts';

/**
 * What the body says; an empty one is an empty object.
 * @throws CallRefused when it is no JSON, or larger than that
 */
export async function readJson({ raw, headers }: FastifyRequest, limit: number): Promise<unknown> {
  checkLength(headers['content-length'], limit);
  const pieces: Uint8Array[] = [];
  for await (const piece of within(raw, limit)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (bytes.length === 0) return {};
  const type = headers['content-type'] ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw new CallRefused(415, 'JsonRequired', 'the body must be application/json');
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new CallRefused(400, 'InvalidJson', 'the body is no JSON in UTF-8');
  }
}

/** @throws RuleBroken without a file; CallRefused when it says itself that it is larger than that */
export async function sentFile({ raw, headers }: FastifyRequest, limit: number): Promise<UploadedFile> {
  checkLength(headers['content-length'], limit);
  mayTakeLong(raw);
  const type = headers['content-type'] ?? '';
  const bytes = within(raw, limit);
  if (/^multipart\/form-data\b/i.test(type)) {
    const { file } = await readFileForm(type, bytes);
    if (!file) throw new RuleBroken('file', 'is required');
    return file;
  }
  return { fileName: named(headers['x-file-name']), mediaType: type.split(';', 1)[0]?.trim() ?? '', bytes };
}

function checkLength(length: string | undefined, limit: number): void {
  if (Number(length ?? 0) > limit) throw tooLarge(limit);
}

async function* within(raw: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array, void> {
  let bytes = 0;
  for await (const piece of raw) {
    bytes += piece.length;
    if (bytes > limit) throw tooLarge(limit);
    yield piece;
  }
}

function tooLarge(limit: number): CallRefused {
  return new CallRefused(413, 'TooLarge', `a body may have at most ${limit} bytes`);
}

/** Percent-encoded, since a header holds no other script. */
function named(header: string | string[] | undefined): string {
  const given = typeof header === 'string' ? header : '';
  try {
    return decodeURIComponent(given).replace(/^.*[/\\]/s, '');
  } catch {
    return given.replace(/^.*[/\\]/s, '');
  }
}
