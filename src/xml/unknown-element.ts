/** Elements that nobody knows: what was probably meant by one, and whether it was to protect something. */
import type { Hint } from './invalid-element.ts';
import { nearest } from './nearest.ts';
import { type Particle, particles } from './schema.ts';

export interface UnknownElement {
  readonly name: string;
  /** The element that it stands in. */
  readonly parent: string;
  /** What may stand there. */
  readonly known: KnownElements;
}

export interface KnownElements {
  readonly names: readonly string[];
  /** The names of what stands one level deeper, in small letters, each with the element that it belongs into. */
  readonly deeper?: ReadonlyMap<string, string>;
}

export function knownElements(declared: readonly Particle[]): KnownElements {
  const deeper = new Map<string, string>();
  for (const { name: owner, namespace, field } of declared) {
    if (field.type.form !== 'complex') continue;
    for (const particle of particles(field.type, namespace)) {
      const name = particle.name.toLowerCase();
      const owners = deeper.get(name);
      deeper.set(name, owners === undefined ? owner : `${owners}> or <${owner}`);
    }
  }
  return { names: declared.map(({ name }) => name), deeper };
}

/** Says that an element is skipped because nobody knows it there. */
export function tellUnknown(unknown: UnknownElement, hint: Hint): void {
  hint(`<${unknown.name}> is not an element of <${unknown.parent}>: ignored`, unknown);
}

export interface Advice {
  /** Such as `; did you mean <accessControl>?`, or nothing. */
  readonly words: string;
  /** Skipping the element may leave open what was meant to be closed. */
  readonly isProtection: boolean;
}

const PROTECTION = /accessControl|security|password/i;

/** Clients put much into the security context that nothing depends on. */
const PROTECTED_GROUP = /accessControl|security(?!Context)/i;

export interface Meant {
  /** The element that it belongs into: `meetingkey`, or `a> or <b`. */
  readonly belongsInto: string | undefined;
  /** The element whose name is nearly the same. */
  readonly nearest: string | undefined;
}

/** Costs much more than it costs to skip the element: whoever asks for it asks for a few. */
export function adviceFor({ name, known }: UnknownElement): Meant {
  const belongsInto = known.deeper?.get(name.toLowerCase());
  return { belongsInto, nearest: belongsInto === undefined ? nearest(name, known.names) : undefined };
}

export function adviceOn(unknown: UnknownElement): Advice {
  const { name, parent } = unknown;
  const { belongsInto: owner, nearest: meant } = adviceFor(unknown);
  const isProtection =
    PROTECTED_GROUP.test(parent) || [name, owner, meant].some((word) => word && PROTECTION.test(word));
  if (owner !== undefined) return { words: `; it belongs into <${owner}>`, isProtection };
  return { words: meant === undefined ? '' : `; did you mean <${meant}>?`, isProtection };
}
