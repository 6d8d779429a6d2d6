/**
 * XML of somebody else's making inside of a message, kept whole and given back whole. The content stays as it was
 * written, character for character, and the namespaces that it takes from outside are kept beside it.
 */
import { shown } from './charset.ts';
import { type Attributes, WholeElement, type XmlElement } from './element.ts';
import { escapeAttribute } from './escape.ts';
import { type Hint, InvalidElement } from './invalid-element.ts';
import type { ForeignXml, Namespace } from './schema.ts';

/**
 * The reader kept the element whole, as it was told to.
 * @throws InvalidElement when namespaces are misused
 */
export function readForeign(element: XmlElement, hint: Hint): ForeignXml {
  if (!(element instanceof WholeElement))
    throw new Error(`<${element.name}> was not kept whole by the reader`);
  const { scope, content } = element;
  const own = Object.entries(element.attributes).filter(([name]) => declaredBy(name) === undefined);
  const taken = new Set<string>();
  takenBy(
    own.map(([name]) => name),
    NOTHING,
    scope,
    taken,
    element,
  );
  for (const child of element.children) takenFromOutside(child, NOTHING, scope, taken, element);
  const attributes: Record<string, string> = {};
  for (const prefix of taken) {
    const uri = scope.get(prefix);
    if (uri === undefined && prefix !== '') {
      hint(
        `<${element.name}> uses the prefix ${shown(prefix)}, which is not declared: kept under a name of ours`,
      );
    }
    const bound = uri ?? (prefix === '' ? '' : `urn:undeclared:${prefix}`);
    if (bound !== '') attributes[prefix === '' ? 'xmlns' : `xmlns:${prefix}`] = bound;
  }
  return { attributes: { ...attributes, ...Object.fromEntries(own) }, content };
}

/** Prefixes with what they are bound to; the empty one is the namespace of names without a prefix. */
type Scope = ReadonlyMap<string, string>;

const NOTHING: Scope = new Map();

/** Collects the prefixes that an element and what is in it do not declare themselves. */
function takenFromOutside(
  element: XmlElement,
  around: Scope,
  outside: Scope,
  taken: Set<string>,
  whole: XmlElement,
): void {
  const inside = withDeclarations(around, element.attributes, whole);
  if (!inside.has(element.prefix) && element.prefix !== 'xml') taken.add(element.prefix);
  const names = Object.keys(element.attributes).filter((name) => declaredBy(name) === undefined);
  takenBy(names, inside, outside, taken, whole);
  for (const child of element.children) takenFromOutside(child, inside, outside, taken, whole);
}

/** An attribute without a prefix is in no namespace. */
function takenBy(
  names: readonly string[],
  inside: Scope,
  outside: Scope,
  taken: Set<string>,
  whole: XmlElement,
): void {
  const met = new Set<string>();
  for (const name of names) {
    const colon = name.indexOf(':');
    if (colon === -1) continue;
    const [prefix, local] = [name.slice(0, colon), name.slice(colon + 1)];
    const uri = inside.get(prefix) ?? outside.get(prefix) ?? prefix;
    if (met.has(`${uri} ${local}`))
      refuse(whole, `has the attribute ${shown(local)} twice under two prefixes`);
    met.add(`${uri} ${local}`);
    if (!inside.has(prefix) && prefix !== 'xml') taken.add(prefix);
  }
}

function withDeclarations(scope: Scope, attributes: Attributes, whole: XmlElement): Scope {
  let inside: Map<string, string> | undefined;
  for (const [name, uri] of Object.entries(attributes)) {
    const prefix = declaredBy(name);
    if (prefix === undefined) continue;
    checkDeclaration(prefix, uri, whole);
    inside ??= new Map(scope);
    inside.set(prefix, uri);
  }
  return inside ?? scope;
}

const XML_URI = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_URI = 'http://www.w3.org/2000/xmlns/';

/** What the reader tolerates elsewhere, and no other reader would take from us (Namespaces in XML 1.0, 3 and 5). */
function checkDeclaration(prefix: string, uri: string, whole: XmlElement): void {
  const isRight =
    prefix === 'xml'
      ? uri === XML_URI
      : prefix !== 'xmlns' && uri !== XML_URI && uri !== XMLNS_URI && (uri !== '' || prefix === '');
  if (!isRight) refuse(whole, `binds the prefix ${shown(prefix)} to ${shown(uri)}, which may not be`);
}

function refuse({ name }: XmlElement, why: string): never {
  throw new InvalidElement(name, 'misuses-namespaces', why);
}

/** The prefix that an attribute declares: `a` for `xmlns:a`, the empty string for `xmlns`. */
export function declaredBy(attribute: string): string | undefined {
  if (attribute === 'xmlns') return '';
  return attribute.startsWith('xmlns:') ? attribute.slice(6) : undefined;
}

/** Writes it under the name that the declaration gives it. */
export function foreignWriter(name: string, { prefix, uri }: Namespace): (value: ForeignXml) => string {
  return ({ attributes, content }) => {
    const bound = attributes[`xmlns:${prefix}`];
    if (bound === undefined || bound === uri) return tag(`${prefix}:${name}`, attributes, content);
    // The content means something else by our prefix.
    const own = freePrefix(attributes);
    return tag(`${own}:${name}`, { ...attributes, [`xmlns:${own}`]: uri }, content);
  };
}

export function tag(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escapeAttribute(value)}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

function freePrefix(attributes: Attributes): string {
  let number = 1;
  while (`xmlns:n${number}` in attributes) number += 1;
  return `n${number}`;
}
