/** XML documents of answers. Their elements have no namespace; an empty list has no leaf, since clients read each as a number. */
import { escapeAttribute, escapeText } from '../xml/escape.ts';

export function leaf(name: string, value: string | number): string {
  return `<${name}>${escapeText(String(value))}</${name}>`;
}

/** @param attributes of the element itself */
export function element(
  name: string,
  content: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}
