/** Text as XML can carry it. */

/** What must be escaped, and whatever is no character of XML 1.0. */
const SPECIAL = /[&<>]|[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const EVERY_SPECIAL = new RegExp(SPECIAL.source, 'gu');
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#13;',
};

/** Escapes character data. What XML 1.0 cannot carry (control characters, lone surrogates) becomes U+FFFD. */
export function escapeText(value: string): string {
  if (!SPECIAL.test(value)) return value;
  return value.replace(EVERY_SPECIAL, (character) => REPLACEMENTS[character] ?? '\ufffd');
}

/** Escapes an attribute value for double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
