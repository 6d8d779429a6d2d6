/** Finds elements by their local names: other programs write QTI with prefixes of theirs, or with none. */
import type { XmlElement } from '../../../xml/element.ts';

export function childrenNamed({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

export function childNamed(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** In the order of the document; what is inside of one that is found is not looked at. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : allBelow(child, name)));
}

export function firstBelow(element: XmlElement, name: string): XmlElement | undefined {
  for (const child of element.children) {
    const found = child.name === name ? child : firstBelow(child, name);
    if (found) return found;
  }
  return undefined;
}

export function attributeOf({ attributes }: XmlElement, name: string): string | undefined {
  return attributes[name];
}

/** Nothing for what is no number, or one beyond all points that somebody gives. */
export function numberIn(text: string | undefined): number | undefined {
  const number = Number(text?.trim() || Number.NaN);
  return Number.isFinite(number) && Math.abs(number) <= 1_000_000 ? number : undefined;
}
