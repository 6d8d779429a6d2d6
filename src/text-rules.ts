/** Rules for the characters of a secret, of an account or of a session. */
export interface TextCriteria {
  readonly minLength: number;
  readonly mixedCase: boolean;
  readonly minNumeric: number;
  readonly minAlpha: number;
  readonly minSpecial: number;
  /** Words that may not stand in it, in any case. */
  readonly disallowList: readonly string[];
}

/** What is wrong with a text, as the end of a sentence that begins with its name. */
export function brokenRule(text: string, criteria: TextCriteria): string | undefined {
  if ([...text].length < criteria.minLength) return `must be at least ${criteria.minLength} characters long`;
  if (criteria.mixedCase && !(/\p{Lu}/u.test(text) && /\p{Ll}/u.test(text))) {
    return 'must have upper and lower case letters';
  }
  if (count(text, /\p{Nd}/gu) < criteria.minNumeric)
    return `must have at least ${criteria.minNumeric} digits`;
  if (count(text, /\p{L}/gu) < criteria.minAlpha) return `must have at least ${criteria.minAlpha} letters`;
  if (count(text, /[^\p{L}\p{Nd}]/gu) < criteria.minSpecial) {
    return `must have at least ${criteria.minSpecial} characters that are neither letters nor digits`;
  }
  const folded = text.toLowerCase();
  const word = criteria.disallowList.find((entry) => entry !== '' && folded.includes(entry.toLowerCase()));
  return word === undefined ? undefined : `must not contain "${word}"`;
}

function count(text: string, kind: RegExp): number {
  return text.match(kind)?.length ?? 0;
}

const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;

/** Whether mail can be sent to it: one plain address, nothing beside it. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

const LONGEST_ADDRESS = 2_000;

/**
 * The address of a page as browsers take it; people leave the scheme out (`www.example.com`). Nothing comes back for one
 * that no browser may be sent to: another scheme than http and https, credentials, backslashes, control characters.
 */
export function webAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST_ADDRESS || /[\p{Cc}\s\\]/u.test(trimmed)) return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[a-z0-9.-]+:\d/i.test(trimmed);
  const url = URL.parse(hasScheme ? trimmed : `http://${trimmed}`);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return undefined;
  return url.href;
}
