/** What the form shows of a message, and what its fields change in the text. */
import type { ElementOutline } from '../../../../src/console/test-tool/test-tool-data.ts';
import { addChild, remove, setAttribute, setInner, setText, type TextChange } from '../xml/xml-edit.ts';
import { type TextElement, textIn } from '../xml/xml-text.ts';

/** The elements of a kind in their parent; names are read in any case, as the server does, and under their other names. */
export function instancesOf(
  around: TextElement | undefined,
  { name, alias = [] }: ElementOutline,
): TextElement[] {
  const names = [name, ...alias].map((one) => one.toLowerCase());
  return around?.children.filter((child) => names.includes(child.name.toLowerCase())) ?? [];
}

/** Elements that stand in the message and that no declaration has: they are kept, and said. */
export function unknownIn(around: TextElement | undefined, members: readonly ElementOutline[]): string[] {
  const known = new Set(
    members
      .filter(({ isAttribute }) => !isAttribute)
      .flatMap(({ name, alias = [] }) => [name, ...alias].map((one) => one.toLowerCase())),
  );
  return [
    ...new Set(
      around?.children.map(({ name }) => name).filter((name) => !known.has(name.toLowerCase())) ?? [],
    ),
  ];
}

export function textOf(text: string, element: TextElement | undefined): string {
  const value = element ? textIn(text, element) : '';
  // Blanks between words are typed one after the other; lines around the tags are nobody's words.
  return value.trim() === '' ? '' : value.replace(/^\s*\n\s*|\s*\n\s*$/g, '');
}

export function attributeOf(element: TextElement | undefined, name: string): string {
  return element?.attributes.find((attribute) => attribute.name === name)?.value ?? '';
}

/** What stands between the tags of an element that somebody else declares. */
export function innerOf(text: string, element: TextElement | undefined): string {
  return element ? text.slice(element.innerStart, element.innerEnd) : '';
}

/** Around which an element stands or would: the first thing that is there, and what is missing down to it. */
export interface Place {
  readonly parent: TextElement;
  /** The declaration of the parent's children. */
  readonly order: readonly string[];
  /** Groups that are to be made around a new element, from outside in. */
  readonly missing: readonly string[];
}

/** A field without children says something else. An optional one that says nothing goes. */
export function changeOf(
  text: string,
  place: Place,
  outline: ElementOutline,
  element: TextElement | undefined,
  value: string,
): TextChange | undefined {
  if (element && value === '' && outline.min === 0) return remove(text, element);
  if (element) return outline.kind === 'xml' ? setInner(text, element, value) : setText(text, element, value);
  if (value === '' && outline.min === 0) return undefined;
  return added(text, place, outline.name, outline.kind === 'xml' ? value : escapedText(value));
}

export function changeOfAttribute(
  text: string,
  element: TextElement | undefined,
  name: string,
  value: string,
): TextChange | undefined {
  return element && setAttribute(text, element, name, value);
}

/** One more of an element, or the first one of a group, with the elements that it needs. */
export function additionOf(text: string, place: Place, outline: ElementOutline): TextChange {
  return added(text, place, outline.name, requiredIn(outline));
}

function added(text: string, { parent, order, missing }: Place, name: string, inner: string): TextChange {
  const [outermost = name, ...rest] = [...missing, name];
  const within = rest.reduceRight((content, tag) => `<${tag}>${content}</${tag}>`, inner);
  return addChild(text, parent, outermost, within, order);
}

function requiredIn({ children = [] }: ElementOutline): string {
  return children
    .filter(({ min, isAttribute }) => min > 0 && !isAttribute)
    .map(
      (child) =>
        `<${child.name}>${child.kind === 'group' ? requiredIn(child) : escapedText(child.sample ?? child.values?.[0] ?? '')}</${child.name}>`,
    )
    .join('');
}

export function removalOf(text: string, element: TextElement): TextChange {
  return remove(text, element);
}

function escapedText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
