/** The text of what is shown: lines without markup. Pictures and sounds of elsewhere are told of by their labels. */
import type { XmlElement } from '../../../xml/element.ts';
import { attributeOf } from './qti-elements.ts';

const BLOCKS = new Set(['material', 'flow_mat', 'flow', 'p', 'br', 'matbreak', 'qticomment']);
/** Whose own characters are shown. A choice may have its text in it as it stands. */
const TEXTS = new Set(['mattext', 'matemtext', 'qticomment', 'response_label']);
const MEDIA = new Set(['matimage', 'mataudio', 'matvideo', 'matapplet', 'matapplication']);

/** @param isLeftOut whether an element, with all that is in it, is no part of the text */
export function textBelow(
  element: XmlElement,
  isLeftOut: (element: XmlElement) => boolean = () => false,
): string {
  return written(element, isLeftOut)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function written(element: XmlElement, isLeftOut: (element: XmlElement) => boolean): string {
  if (isLeftOut(element)) return '';
  if (MEDIA.has(element.name)) return labelOf(element);
  const isText = TEXTS.has(element.name);
  const own = isText ? plainText(element) : '';
  const inside = element.children.map((child) => written(child, isLeftOut)).join('');
  return BLOCKS.has(element.name) || isText ? `${own}${inside}\n` : own + inside;
}

function labelOf(element: XmlElement): string {
  const label = attributeOf(element, 'label')?.trim();
  return label ? `[${label}]\n` : '';
}

function plainText(element: XmlElement): string {
  const isHtml = /html/i.test(attributeOf(element, 'texttype') ?? '');
  return isHtml ? withoutMarkup(element.text) : element.text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** HTML that stands in a text. It is shown as text afterwards, so that nothing of it can do anything. */
function withoutMarkup(html: string): string {
  return html
    .replace(/<\s*(br|\/p|\/div|\/li|\/tr|\/h[1-6])\b[^<>]*>/gi, '\n')
    .replace(/<[a-z/!][^<>]*>/gi, '')
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, (whole, name: string) => decoded(name) ?? whole);
}

function decoded(name: string): string | undefined {
  if (!name.startsWith('#')) return Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code >= 0x20 && code <= 0x10_ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
