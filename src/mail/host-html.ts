/**
 * HTML that a host wrote, made fit for mail: what formats a text stays, what runs, loads or covers something goes.
 * Everything is written anew from what is known, so that nothing passes that this file does not name.
 */
import { withoutControls } from './plain.ts';

const TAGS = new Set(
  (
    'a b big blockquote br caption center code div em font h1 h2 h3 h4 h5 h6 hr i li ol p pre s small span strike ' +
    'strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);

/** What is between their tags goes with them. */
const WITH_CONTENT =
  /<(script|style|title|head|template|textarea|svg|math|iframe|object)\b[\s\S]*?(<\/\1\s*>|$)/gi;
const COMMENTS = /<!--[\s\S]*?(-->|$)|<[!?][^>]{0,1000}>/g;
// Of bounded length, so that tags without an end cost no more than others.
const TAG = /<(\/?)([a-z][a-z0-9]{0,20})((?:"[^"]{0,2000}"|'[^']{0,2000}'|[^"'>]){0,1000})>/gi;
const ATTRIBUTE = /([a-z-]{1,20})\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** An attribute, and what may stand in it. */
const ATTRIBUTES: ReadonlyMap<string, RegExp> = new Map([
  ['href', /^(https?:\/\/|mailto:)\S+$/i],
  ['align', /^(left|right|center|justify)$/i],
  ['valign', /^(top|middle|bottom)$/i],
  ['color', /^(#[0-9a-f]{3,6}|[a-z]{3,20})$/i],
  ['bgcolor', /^(#[0-9a-f]{3,6}|[a-z]{3,20})$/i],
  ['size', /^[+-]?\d$/],
  ['width', /^\d{1,4}%?$/],
  ['colspan', /^\d{1,2}$/],
  ['rowspan', /^\d{1,2}$/],
  ['cellpadding', /^\d{1,2}$/],
  ['cellspacing', /^\d{1,2}$/],
  ['border', /^\d{1,2}$/],
  ['dir', /^(ltr|rtl|auto)$/i],
  ['lang', /^[a-z-]{2,12}$/i],
]);

/** Puts values in the place of their names: in text that is HTML already, and in an address. */
export interface Fill {
  text(text: string): string;
  address(address: string): string;
}

const NOTHING: Fill = { text: (text) => text, address: (address) => address };

export function safeHtml(html: string, fill: Fill = NOTHING): string {
  const text = withoutControls(html).replace(WITH_CONTENT, '').replace(COMMENTS, '');
  let written = '';
  let from = 0;
  for (const found of text.matchAll(TAG)) {
    written += fill.text(plain(text.slice(from, found.index)));
    from = found.index + found[0].length;
    written += tagOf(found[1] === '/', (found[2] ?? '').toLowerCase(), found[3] ?? '', fill);
  }
  return written + fill.text(plain(text.slice(from)));
}

function tagOf(isEnd: boolean, name: string, attributes: string, fill: Fill): string {
  if (!TAGS.has(name)) return '';
  if (isEnd) return `</${name}>`;
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, attribute = '', double, single, bare]) => {
    const key = attribute.toLowerCase();
    const raw = (double ?? single ?? bare ?? '').trim();
    const value = key === 'href' ? fill.address(raw) : raw;
    return ATTRIBUTES.get(key)?.test(value) ? [` ${key}="${quoted(value)}"`] : [];
  });
  return `<${name}${kept.join('')}>`;
}

/** Entities stay what they are. */
function plain(text: string): string {
  return text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function quoted(value: string): string {
  return plain(value).replaceAll('"', '&quot;');
}

const BREAKS = /<(?:br|\/p|\/div|\/tr|\/li|\/h[1-6]|hr|\/table)\b[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  amp: '&',
};

/** The same as plain text, with the addresses of its links. */
export function textOfHtml(html: string): string {
  return safeHtml(html)
    .replace(/\s+/g, ' ')
    .replace(BREAKS, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(
      /<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]{0,2000}?)<\/a>/gi,
      (_link, href: string, label: string) =>
        label.replace(/<[^>]*>/g, '').trim() === href ? href : `${label} (${href})`,
    )
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, unescaped)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function unescaped(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : '';
}
