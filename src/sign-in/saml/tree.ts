/** A tree of elements whose prefixes are resolved. */
import type { XmlElement } from '../../xml/element.ts';
import { NotReadable, readXml } from '../../xml/reader.ts';
import { SsoRefused } from '../failures.ts';
import type { SsoErrorNumber } from './sso-errors.ts';
import { LARGEST_TEXT } from './wire.ts';

export const PROTOCOL = 'urn:oasis:names:tc:SAML:2.0:protocol';
export const ASSERTION = 'urn:oasis:names:tc:SAML:2.0:assertion';
export const METADATA = 'urn:oasis:names:tc:SAML:2.0:metadata';
export const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';
export const ENCRYPTION = 'http://www.w3.org/2001/04/xmlenc#';

export interface Node {
  readonly name: string;
  readonly namespace: string;
  /** As they are written, declarations of namespaces included. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  /** The element's own character data, trimmed. */
  readonly text: string;
  readonly parent: Node | undefined;
}

/**
 * The root of a document that `plainText` has let through.
 * @throws SsoRefused (of that number) when the text is not well-formed, is too deep, or uses a prefix that is not
 *   declared
 */
export function treeOf(text: string, number: SsoErrorNumber): Node {
  let root: XmlElement;
  try {
    root = readXml(Buffer.from(text), { limits: { size: LARGEST_TEXT } }).root;
  } catch (error) {
    if (error instanceof NotReadable) throw new SsoRefused(number, error.message);
    throw error;
  }
  return resolved(root, new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), undefined, number);
}

function resolved(
  element: XmlElement,
  outer: ReadonlyMap<string, string>,
  parent: Node | undefined,
  number: SsoErrorNumber,
): Node {
  const attributes = new Map(Object.entries(element.attributes));
  const scope = new Map(outer);
  for (const [name, value] of attributes) {
    if (name === 'xmlns') scope.set('', value);
    else if (name.startsWith('xmlns:')) scope.set(name.slice('xmlns:'.length), value);
  }
  const namespace = scope.get(element.prefix) ?? '';
  if (namespace === '' && element.prefix !== '') {
    throw new SsoRefused(number, `the prefix of ${element.prefix}:${element.name} is not declared`);
  }
  const children: Node[] = [];
  const node: Node = {
    name: element.name,
    namespace,
    attributes,
    children,
    text: element.text.trim(),
    parent,
  };
  for (const child of element.children) children.push(resolved(child, scope, node, number));
  return node;
}

export function is(node: Node | undefined, namespace: string, name: string): boolean {
  return node?.name === name && node.namespace === namespace;
}

export function childrenOf(node: Node, namespace: string, name: string): readonly Node[] {
  return node.children.filter((child) => is(child, namespace, name));
}

/** The child of that name, when there is exactly one. */
export function onlyChild(node: Node | undefined, namespace: string, name: string): Node | undefined {
  const [child, ...more] = node ? childrenOf(node, namespace, name) : [];
  return more.length > 0 ? undefined : child;
}

/** The node itself and everything below it. */
export function* everyNode(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* everyNode(child);
}
