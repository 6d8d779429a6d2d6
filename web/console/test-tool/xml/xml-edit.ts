/** Changes that a form makes to a message: each is one place of its text, and everything else stays as it was typed. */
import { escaped, type TextElement } from './xml-text.ts';

/** What is put in the place of a piece of the text. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The order in which the children of an element are declared. */
export type Order = readonly string[];

export function applied(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to);
}

/** An element without children says something else. */
export function setText(text: string, element: TextElement, value: string): TextChange {
  const { tag, start, innerStart, innerEnd, end, isSelfClosing } = element;
  if (!isSelfClosing) return { from: innerStart, to: innerEnd, insert: escaped(value) };
  const open = text.slice(start, end).replace(/\s*\/>$/, '>');
  return { from: start, to: end, insert: `${open}${escaped(value)}</${tag}>` };
}

/** What stands between its tags, as XML. */
export function setInner(text: string, element: TextElement, xml: string): TextChange {
  const { tag, start, innerStart, innerEnd, end, isSelfClosing } = element;
  if (!isSelfClosing) return { from: innerStart, to: innerEnd, insert: xml };
  return { from: start, to: end, insert: `${text.slice(start, end).replace(/\s*\/>$/, '>')}${xml}</${tag}>` };
}

/** An attribute of an element gets a value; an empty one takes it away. */
export function setAttribute(text: string, element: TextElement, name: string, value: string): TextChange {
  const written = escaped(value).replaceAll('"', '&quot;');
  const known = element.attributes.find((attribute) => attribute.name === name);
  if (!known) {
    const at = element.start + 1 + element.tag.length;
    return { from: at, to: at, insert: value === '' ? '' : ` ${name}="${written}"` };
  }
  if (value !== '') return { from: known.start, to: known.end, insert: written.replaceAll("'", '&apos;') };
  const before = text.slice(0, known.start - 1);
  return {
    from: before.length - (/\s+[^\s=]+\s*=\s*$/.exec(before)?.[0].length ?? 0),
    to: known.end + 1,
    insert: '',
  };
}

/**
 * Adds a child at the place that the declaration has for it: behind the last one that is declared before it.
 * @param value its text, or elements with their text, one in another
 */
export function addChild(
  text: string,
  around: TextElement,
  name: string,
  inner: string,
  order: Order,
): TextChange {
  const position = order.indexOf(name);
  const isBefore = (child: TextElement) => {
    const at = order.indexOf(child.name);
    return at !== -1 && at <= position;
  };
  const before = around.children.findLast(isBefore);
  const indent = childIndent(text, around);
  const element = `<${name}>${inner}</${name}>`;
  if (before) return { from: before.end, to: before.end, insert: `${indent}${element}` };
  if (around.isSelfClosing || around.children.length === 0) {
    const inside = `${indent}${element}${lineIndent(text, around.start)}`;
    return setInner(text, around, inside);
  }
  return { from: around.innerStart, to: around.innerStart, insert: `${indent}${element}` };
}

/** Takes an element away, and the line that it had for itself. */
export function remove(text: string, { start, end }: TextElement): TextChange {
  const before = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const lineStart = start - before;
  const isFirstInLine = lineStart > 0 && text[lineStart - 1] === '\n';
  return {
    from: isFirstInLine ? lineStart - 1 - Number(text[lineStart - 2] === '\r') : start,
    to: end,
    insert: '',
  };
}

/** A line break, and what children of an element begin with. */
function childIndent(text: string, around: TextElement): string {
  const [first] = around.children;
  if (first) return lineIndent(text, first.start);
  const own = lineIndent(text, around.start);
  return own === '' ? '' : `${own}  `;
}

/** A line break and the blanks before a place; nothing where something else stands before it in its line. */
export function lineIndent(text: string, at: number): string {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(start, at);
  return start > 0 && before.trim() === '' ? `\n${before}` : '';
}
