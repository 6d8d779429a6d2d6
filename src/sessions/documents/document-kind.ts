/** A kind of session documents: what they are like, and what they say where nobody was asked. */
import type { DocumentKind, Upgrade } from '../../stored/codec.ts';
import type { Shape } from '../../stored/shape.ts';

export type KindName = 'meeting' | 'audioOnly' | 'training' | 'event' | 'sales' | 'support';

export interface SessionDocumentKind<T extends { readonly kind: KindName }> extends DocumentKind<T> {
  readonly name: T['kind'];
  /** Of what the documents of all services have there is nothing in it: that is the scheduler's. */
  readonly defaults: Partial<T>;
  /**
   * What a document becomes when it is written: numbers that are its own are given, rules that are its own are held.
   * @throws RuleBroken when it breaks one
   */
  settled?(document: T): T;
}

interface Declared<T extends { readonly kind: KindName }> {
  readonly name: T['kind'];
  readonly shape: Shape<T>;
  readonly defaults: Partial<T>;
  readonly settled?: (document: T) => T;
  /** From version 1 on; the step from none to 1 is that of all. */
  readonly upgrades?: readonly Upgrade[];
}

export function documentKind<T extends { readonly kind: KindName }>({
  name,
  shape,
  defaults,
  settled,
  upgrades = [],
}: Declared<T>): SessionDocumentKind<T> {
  // Before versions there were kinds without a name, all of them with the fields of a meeting.
  const toFirst: Upgrade = (document) => ({ ...defaults, ...document, kind: name });
  return { name, shape, defaults, ...(settled && { settled }), upgrades: [toFirst, ...upgrades] };
}
