import assert from 'node:assert/strict';

/** A strict reader of the pages: anything that they did not write so themselves is not let through. */

export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Attributes as the pages write them: a name, and a value in which nothing ends it. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z][\w-]*(?:="[^"<>]*")?)*)\s*\/?>/y;
const ATTRIBUTE = /([a-zA-Z][\w-]*)(?:="([^"]*)")?/g;

/** Stand between texts that React keeps apart, and around what it loads later. */
const SEPARATORS = ['<!-- -->', '<!--$-->', '<!--/$-->'];

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/** The elements of a document; fails at a `<` or `>` that is no tag in the form of the pages. */
export function elementsOf(html: string, script: (element: Element, content: string) => void): Element[] {
  assert.ok(html.startsWith('<!DOCTYPE html>'), 'begins with the type of the document');
  const found: Element[] = [];
  let at = '<!DOCTYPE html>'.length;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const text = html.slice(at, next === -1 ? undefined : next);
    assert.doesNotMatch(text, />/, `text with a bare > in it: ${text.slice(0, 200)}`);
    if (next === -1) break;
    const separator = SEPARATORS.find((one) => html.startsWith(one, next));
    if (separator !== undefined) {
      at = next + separator.length;
      continue;
    }
    TAG.lastIndex = next;
    const tag = TAG.exec(html);
    assert.ok(tag, `not a tag of ours: ${html.slice(next, next + 200)}`);
    at = TAG.lastIndex;
    const [, closing, name = '', written = ''] = tag;
    if (closing) continue;
    const element = { name, attributes: attributesOf(written) };
    found.push(element);
    if (name === 'script' || name === 'style') {
      const end = html.indexOf(`</${name}>`, at);
      script(element, html.slice(at, end));
      at = end;
    }
  }
  return found;
}

function attributesOf(written: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of written.matchAll(ATTRIBUTE)) {
    attributes.set(
      name.toLowerCase(),
      value.replace(/&([#\w]+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole),
    );
  }
  return attributes;
}
