/**
 * Reads XML as text that is edited: a tree of elements that know where in the text they stand, so that a change touches
 * nothing else. It holds well-formedness as far as an editor needs it; the server has the last word.
 */

export interface TextElement {
  /** As written, with its prefix. */
  readonly tag: string;
  /** Without it. */
  readonly name: string;
  readonly attributes: readonly TextAttribute[];
  readonly children: readonly TextElement[];
  /** Where its tag begins. */
  readonly start: number;
  /** Behind its opening tag. */
  readonly innerStart: number;
  /** Where its closing tag begins; that of one that closes itself is `innerStart`. */
  readonly innerEnd: number;
  /** Behind it. */
  readonly end: number;
  readonly isSelfClosing: boolean;
}

export interface TextAttribute {
  readonly name: string;
  readonly value: string;
  /** The place of its value, without the quotes. */
  readonly start: number;
  readonly end: number;
}

export type XmlProblem = 'unclosed' | 'mismatched' | 'tag' | 'outside' | 'empty' | 'entity' | 'doctype';

/** Where and why a text is no well-formed XML. */
export class NotWellFormed extends Error {
  readonly problem: XmlProblem;
  readonly at: number;
  /** The tag that it is about. */
  readonly tag: string;

  constructor(problem: XmlProblem, at: number, tag = '') {
    super(`${problem} at ${at}`);
    this.problem = problem;
    this.at = at;
    this.tag = tag;
  }
}

const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const SPACE = /\s+/y;
const ENTITY = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i;

interface Open {
  readonly tag: string;
  readonly attributes: readonly TextAttribute[];
  readonly children: TextElement[];
  readonly start: number;
  readonly innerStart: number;
}

/** The root of a document. @throws NotWellFormed */
export function readXmlText(text: string): TextElement {
  const open: Open[] = [];
  let root: TextElement | undefined;
  let at = 0;
  const close = (element: TextElement) => {
    const around = open.at(-1);
    if (around) around.children.push(element);
    else if (root) throw new NotWellFormed('outside', element.start, element.tag);
    else root = element;
  };
  while (at < text.length) {
    const next = text.indexOf('<', at);
    const words = text.slice(at, next === -1 ? text.length : next);
    checkWords(words, at, open.length > 0);
    if (next === -1) break;
    at = next;
    const skipped = skip(text, at, open.length > 0);
    if (skipped !== undefined) at = skipped;
    else if (text[at + 1] === '/') {
      const tag = nameAt(text, at + 2);
      const around = open.pop();
      const gt = text.indexOf('>', at);
      if (!around || around.tag !== tag || gt === -1 || text.slice(at + 2 + tag.length, gt).trim() !== '') {
        throw new NotWellFormed('mismatched', at, around?.tag ?? tag);
      }
      close(elementOf(around, at, gt + 1, false));
      at = gt + 1;
    } else {
      const { innerStart, isSelfClosing, ...opened } = openingTag(text, at);
      at = innerStart;
      if (isSelfClosing)
        close(elementOf({ ...opened, innerStart, children: [] }, innerStart, innerStart, true));
      else open.push({ ...opened, innerStart, children: [] });
    }
  }
  const left = open.at(-1);
  if (left) throw new NotWellFormed('unclosed', left.start, left.tag);
  if (!root) throw new NotWellFormed('empty', 0);
  return root;
}

function checkWords(words: string, at: number, isInside: boolean): void {
  if (!isInside) {
    const stray = words.search(/[^\s\ufeff]/);
    if (stray !== -1) throw new NotWellFormed('outside', at + stray);
    return;
  }
  const bare = words.search(ENTITY);
  if (bare !== -1) throw new NotWellFormed('entity', at + bare);
}

/** Behind a comment, an instruction or a CDATA section that begins here. */
function skip(text: string, at: number, isInside: boolean): number | undefined {
  for (const [begin, end] of [
    ['<!--', '-->'],
    ['<?', '?>'],
    ['<![CDATA[', ']]>'],
  ] as const) {
    if (!text.startsWith(begin, at)) continue;
    const close = text.indexOf(end, at + begin.length);
    if (close === -1 || (begin === '<![CDATA[' && !isInside)) throw new NotWellFormed('unclosed', at, begin);
    return close + end.length;
  }
  if (text.startsWith('<!', at)) throw new NotWellFormed('doctype', at);
  return undefined;
}

function openingTag(
  text: string,
  start: number,
): Omit<Open, 'children'> & { readonly isSelfClosing: boolean } {
  const tag = nameAt(text, start + 1);
  if (tag === '') throw new NotWellFormed('tag', start);
  const attributes: TextAttribute[] = [];
  let at = start + 1 + tag.length;
  for (;;) {
    const before = at;
    at = spaceAfter(text, at);
    if (text.startsWith('/>', at)) return { tag, attributes, start, innerStart: at + 2, isSelfClosing: true };
    if (text[at] === '>') return { tag, attributes, start, innerStart: at + 1, isSelfClosing: false };
    const name = nameAt(text, at);
    if (name === '' || at === before) throw new NotWellFormed('tag', start, tag);
    at = spaceAfter(text, at + name.length);
    if (text[at] !== '=') throw new NotWellFormed('tag', start, tag);
    at = spaceAfter(text, at + 1);
    const quote = text[at];
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, at + 1) : -1;
    const value = text.slice(at + 1, Math.max(end, at + 1));
    if (end === -1 || value.includes('<') || ENTITY.test(value)) throw new NotWellFormed('tag', start, tag);
    if (attributes.some((one) => one.name === name)) throw new NotWellFormed('tag', start, tag);
    attributes.push({ name, value: unescaped(value), start: at + 1, end });
    at = end + 1;
  }
}

function elementOf(
  { tag, attributes, children, start, innerStart }: Open,
  innerEnd: number,
  end: number,
  isSelfClosing: boolean,
): TextElement {
  const name = tag.slice(tag.indexOf(':') + 1);
  return { tag, name, attributes, children, start, innerStart, innerEnd, end, isSelfClosing };
}

function nameAt(text: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(text)?.[0] ?? '';
}

function spaceAfter(text: string, at: number): number {
  SPACE.lastIndex = at;
  return at + (SPACE.exec(text)?.[0].length ?? 0);
}

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/g;
const COMMENT = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;

/** What an element without children says. */
export function textIn(text: string, { innerStart, innerEnd }: TextElement): string {
  const parts: string[] = [];
  let end = 0;
  const inner = text.slice(innerStart, innerEnd);
  for (const match of inner.matchAll(CDATA)) {
    parts.push(unescaped(inner.slice(end, match.index).replaceAll(COMMENT, '')), match[1] ?? '');
    end = match.index + match[0].length;
  }
  return [...parts, unescaped(inner.slice(end).replaceAll(COMMENT, ''))].join('');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
