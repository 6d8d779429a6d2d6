/** From what came over the wire to the text of an XML document: bounded, in UTF-8, without anything but elements in it. */
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SsoRefused } from '../failures.ts';
import type { SsoErrorNumber } from './sso-errors.ts';

/** In characters of base64. */
const LONGEST_BASE64 = 256 * 1024;

/** In bytes, unfolded. */
export const LARGEST_TEXT = 512 * 1024;

const inflated = promisify(inflateRaw);

/**
 * The text of a message that was posted, or given in samlResponse.
 * @param number the error that it ends with
 * @throws SsoRefused when the message is not to be trusted
 */
export function textOfPost(base64: string, number: SsoErrorNumber): string {
  return plainText(bytesOf(base64, number), number);
}

/**
 * The text of a message in an address (HTTP-Redirect binding, DEFLATE). A bomb is given up before it unfolds.
 * @throws SsoRefused when the message is not to be trusted
 */
export async function textOfRedirect(base64: string, number: SsoErrorNumber): Promise<string> {
  const bytes = bytesOf(base64, number);
  let unfolded: Buffer;
  try {
    unfolded = await inflated(bytes, { maxOutputLength: LARGEST_TEXT });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new SsoRefused(
      number,
      code === 'ERR_BUFFER_TOO_LARGE'
        ? `the message unfolds to more than ${LARGEST_TEXT} bytes`
        : 'the message cannot be inflated',
    );
  }
  return plainText(unfolded, number);
}

/** Lines may be broken, as MIME breaks them; everything else is as strict as RFC 4648 has it. */
function bytesOf(text: string, number: SsoErrorNumber): Buffer {
  if (text.length > LONGEST_BASE64) {
    throw new SsoRefused(number, `the message has more than ${LONGEST_BASE64} characters`);
  }
  const base64 = text.replace(/[\r\n\t ]+/g, '');
  const bytes = Buffer.from(base64, 'base64');
  if (base64 === '' || bytes.toString('base64') !== base64) {
    throw new SsoRefused(number, 'the message is not base64');
  }
  return bytes;
}

/**
 * The text without its XML declaration. A document type, comments, CDATA sections and processing instructions are
 * refused wherever they stand: no provider needs them, and parsers disagree about them.
 * @throws SsoRefused when the message is not to be trusted
 */
export function plainText(bytes: Uint8Array, number: SsoErrorNumber): string {
  if (bytes.length > LARGEST_TEXT) {
    throw new SsoRefused(number, `the message has more than ${LARGEST_TEXT} bytes`);
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new SsoRefused(number, 'the message is not UTF-8');
  }
  const declaration = /^<\?xml\s[^<>?]*\?>/.exec(text)?.[0] ?? '';
  const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1] ?? 'UTF-8';
  if (!/^utf-?8$/i.test(encoding)) throw new SsoRefused(number, 'the message declares another encoding');
  const document = text.slice(declaration.length).trimStart();
  if (/<!doctype/i.test(document)) throw new SsoRefused(number, 'the message has a DOCTYPE');
  if (document.includes('<!--')) throw new SsoRefused(number, 'the message has a comment');
  if (document.includes('<!'))
    throw new SsoRefused(number, 'the message has a CDATA section or a declaration');
  if (document.includes('<?')) throw new SsoRefused(number, 'the message has a processing instruction');
  return document;
}
