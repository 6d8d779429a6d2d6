/** The body of a call, as its endpoint declares it. */
import type { IncomingHttpHeaders } from 'node:http';
import { NotReadable } from '../xml/charset.ts';
import { contentCoding, type Unpack } from '../xml/content-encoding.ts';
import type { Hint } from '../xml/invalid-element.ts';
import type { CompiledEndpoint } from './compiled-endpoint.ts';
import { MediaTypeRefused, RequestUnreadable } from './rest-refusals.ts';
import { strictJson } from './strict-json.ts';

const FORM = 'application/x-www-form-urlencoded';

/** JSON under any of its names; `application/json-patch+json` is documented for what is an object to merge. */
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json$/;

const CHARSETS = new Set(['utf-8', 'utf8', 'us-ascii']);

/**
 * A body as it was before it was packed for the way (`Content-Encoding: gzip` or `deflate`).
 * @param most bytes
 * @throws MediaTypeRefused for any other coding, RequestUnreadable
 */
export function plainBody(received: Buffer, headers: IncomingHttpHeaders, most: number): Buffer {
  const unpack = codingOf(headers['content-encoding']);
  if (!unpack || received.length === 0) return received;
  let plain: Buffer | undefined;
  try {
    plain = unpack(received, most);
  } catch (error) {
    throw error instanceof NotReadable ? new RequestUnreadable(error.message) : error;
  }
  if (!plain) throw new RequestUnreadable(`the body is larger than ${most} bytes`, true);
  return plain;
}

function codingOf(header: string | undefined): Unpack | undefined {
  try {
    return contentCoding(header);
  } catch (error) {
    throw error instanceof NotReadable ? new MediaTypeRefused(error.message) : error;
  }
}

/**
 * @param query the parameters of the address
 * @throws MediaTypeRefused, RequestUnreadable, InvalidElement
 */
export function bodyOf(
  endpoint: CompiledEndpoint,
  received: Buffer,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
  hint: Hint,
): unknown {
  const { readBody, readForm, readBodyInQuery } = endpoint;
  if (!readBody) return undefined;
  if (received.length === 0) {
    if (readBodyInQuery && query.size > 0) {
      hint('the parameters of the query are taken for those of the body');
      return readBodyInQuery(query, hint);
    }
    return readBody({}, hint);
  }
  const type = mediaTypeOf(headers, hint);
  if (type === FORM && readForm) return readForm(new URLSearchParams(received.toString()), hint);
  if (!JSON_TYPE.test(type)) throw new MediaTypeRefused(`send application/json, not ${type.slice(0, 100)}`);
  return readBody(strictJson(received), hint);
}

function mediaTypeOf(headers: IncomingHttpHeaders, hint: Hint): string {
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  for (const parameter of parameters) {
    const [, charset] = /^\s*charset\s*=\s*"?([^"]*)"?\s*$/.exec(parameter) ?? [];
    if (charset !== undefined && !CHARSETS.has(charset)) throw new MediaTypeRefused('send the body in UTF-8');
  }
  if (type.trim() !== '') return type.trim();
  hint('the body has no Content-Type: read as JSON');
  return 'application/json';
}
