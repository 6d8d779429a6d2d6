/** A body as the log keeps it: the beginning of a long one, without secrets. */
import type { Body } from '../entry.ts';
import { maskForm, maskText, maskXml } from './mask.ts';

/** Letters that are kept. */
export const LONGEST_BODY = 64_000;

/** @param bytes of the whole */
export function keptBody(
  contentType: string,
  text: string,
  bytes: number,
  secrets: readonly string[] = [],
): Body {
  // Cut before it is masked: what has lost its end is masked to the end.
  const isCut = text.length > LONGEST_BODY;
  const masked = maskedBy(contentType)(isCut ? text.slice(0, LONGEST_BODY) : text, secrets);
  return { contentType: contentType.slice(0, 200), text: masked, ...(isCut && { cutFrom: bytes }) };
}

function maskedBy(contentType: string): (text: string, secrets: readonly string[]) => string {
  if (/form-urlencoded/i.test(contentType)) return (text, secrets) => maskText(maskForm(text), secrets);
  return /json/i.test(contentType) ? maskText : maskXml;
}
