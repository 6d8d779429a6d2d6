/** An element of an envelope that may stand once. */
import { InvalidElement } from '../../xml/decoder.ts';
import type { XmlElement } from '../../xml/element.ts';

/** @throws InvalidElement (too-many) when there are two: one of them would be lost. */
export function onlyChild(element: XmlElement, name: string): XmlElement | undefined {
  let found: XmlElement | undefined;
  for (const candidate of element.children) {
    if (candidate.name !== name) continue;
    if (found) throw new InvalidElement(name, 'too-many', 'may be given once');
    found = candidate;
  }
  return found;
}
