/** What is called: the first element of a SOAP body, or a query with `method`. */

import { Refusal } from '../refusal.ts';
import { shown } from '../xml/charset.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Argument } from './nbr-parameters.ts';

export interface SoapCall {
  /** As it was written. */
  readonly name: string;
  readonly list: readonly Argument[];
}

/** What cannot be read as a call of any operation. */
export class NoCall extends Refusal {
  constructor(why: string) {
    super(why);
  }
}

/**
 * By local names alone: clients bind the wrapper to several namespaces, or to none. A Header is passed over.
 * @throws NoCall
 */
export function callIn(root: XmlElement): SoapCall {
  if (root.name !== 'Envelope') throw new NoCall(`the root is ${shown(root.name)}, not Envelope`);
  const bodies = root.children.filter(({ name }) => name === 'Body');
  const [body] = bodies;
  if (!body || bodies.length > 1) throw new NoCall('an Envelope has one Body');
  const [element] = body.children;
  if (!element) throw new NoCall('the Body is empty: it holds the element of an operation');
  const others = new Map(body.children.slice(1).map((other) => [idOf(other), other]));
  return { name: element.name, list: element.children.map((child) => argumentOf(child, others)) };
}

/** Axis writes values beside the call, too, and refers to them: `href="#id0"`. */
function argumentOf(element: XmlElement, others: ReadonlyMap<string | undefined, XmlElement>): Argument {
  const { name } = element;
  const href = hrefOf(element);
  if (href?.startsWith('#')) {
    const other = others.get(href.slice(1));
    if (!other) throw new NoCall(`${shown(name)} refers to ${shown(href)}, which is not in the Body`);
    return { name, ...contentOf(other) };
  }
  return { name, ...contentOf(element) };
}

function contentOf(element: XmlElement): Pick<Argument, 'text' | 'part'> {
  // XOP has an element of its own inside (`xop:Include`).
  const [child] = element.children;
  const href = hrefOf(element) ?? (child && hrefOf(child));
  if (href?.toLowerCase().startsWith('cid:')) return { text: undefined, part: unescaped(href.slice(4)) };
  return { text: isNil(element) ? undefined : element.text };
}

/** A `cid:` URL has its Content-ID escaped (RFC 2392). */
function unescaped(contentID: string): string {
  try {
    return decodeURIComponent(contentID);
  } catch {
    throw new NoCall(`the reference ${shown(contentID)} cannot be decoded`);
  }
}

function idOf({ attributes }: XmlElement): string | undefined {
  return attributes.id;
}

function hrefOf({ attributes }: XmlElement): string | undefined {
  return attributes.href;
}

function isNil({ attributes }: XmlElement): boolean {
  return Object.entries(attributes).some(
    ([name, value]) => /(?:^|:)(?:nil|null)$/.test(name) && /^(?:true|1)$/.test(value.trim()),
  );
}

/** `method=getMeetingTicket&siteId=…`. @throws NoCall without a method */
export function callInQuery(query: URLSearchParams): SoapCall {
  const list: Argument[] = [];
  let method: string | undefined;
  for (const [name, text] of query) {
    if (name.toLowerCase() === 'method') method ??= text.trim();
    else list.push({ name, text });
  }
  if (!method) {
    throw new NoCall(
      'post a SOAP envelope, name an operation by method=…, or ask for the description by ?wsdl',
    );
  }
  return { name: method, list };
}
