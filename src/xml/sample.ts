/** Sample requests made from declared types, in the form that clients send: without prefixes, one element a line. */
import { escapeAttribute, escapeText } from './encoder.ts';
import {
  attributesOf,
  type ComplexType,
  type ForeignType,
  type Namespace,
  type Particle,
  particles,
  type SimpleType,
} from './schema.ts';

/** What a sample says by the way to the element (`metaData/confName`); nothing leaves the element out. */
export type Samples = Readonly<Record<string, string | undefined>>;

/**
 * The content of a type: what it requires, and what its declaration has a sample for.
 * @param indent stands before every line
 * @param samples come before those of the declaration
 */
export function sampleContent(
  type: ComplexType,
  around: Namespace,
  indent = '',
  samples: Samples = {},
): string {
  return lines(type, { around, way: '', samples }, false)
    .map((line) => `${indent}${line}\n`)
    .join('');
}

/** Where in a sample an element stands. */
interface Place {
  readonly around: Namespace;
  /** With a slash at the end, except on the outside. */
  readonly way: string;
  readonly samples: Samples;
}

/** @param sampledOnly leaves required elements out, unless a sample stands among them */
function lines(type: ComplexType, place: Place, sampledOnly: boolean): string[] {
  const all = particles(type, place.around);
  if (sampledOnly && !all.some((particle) => isSampled(particle, place))) return [];
  return all.flatMap((particle) => element(particle, place));
}

function element(particle: Particle, place: Place): string[] {
  const { name, field } = particle;
  const { type } = field;
  const mandatory = field.min > 0;
  if (isLeftOut(particle, place)) return [];
  if (type.form === 'simple') {
    if (!mandatory && !isSampled(particle, place)) return [];
    const text = place.samples[place.way + name] ?? sampleText(type);
    return repeated(field.min, [`<${name}>${escapeText(text)}</${name}>`]);
  }
  if (type.form === 'foreign') return mandatory ? foreignLines(name, type) : [];
  const inner = lines(type, within(particle, place), !mandatory);
  const tag = name + attributes(type);
  if (inner.length > 0) {
    return repeated(field.min, [`<${tag}>`, ...inner.map((line) => `  ${line}`), `</${name}>`]);
  }
  return mandatory ? [`<${tag}/>`] : [];
}

function foreignLines(name: string, { sample }: ForeignType): string[] {
  if (sample === undefined) return [`<${name}/>`];
  return [`<${name}>`, ...sample.split('\n').map((line) => `  ${line}`), `</${name}>`];
}

/** Those that are required, and those that the declaration has a sample for. */
function attributes(type: ComplexType): string {
  return attributesOf(type)
    .filter(({ type, isRequired }) => isRequired || type.sample !== undefined)
    .map(({ name, type }) => ` ${name}="${escapeAttribute(sampleText(type))}"`)
    .join('');
}

function repeated(times: number, written: readonly string[]): string[] {
  return Array.from({ length: Math.max(1, times) }, () => written).flat();
}

function within({ name, namespace }: Particle, { way, samples }: Place): Place {
  return { around: namespace, way: `${way}${name}/`, samples };
}

function isLeftOut({ name }: Particle, { way, samples }: Place): boolean {
  return way + name in samples && samples[way + name] === undefined;
}

function isSampled(particle: Particle, place: Place): boolean {
  const { type } = particle.field;
  if (isLeftOut(particle, place)) return false;
  if (type.form === 'complex') {
    const inside = within(particle, place);
    return particles(type, inside.around).some((inner) => isSampled(inner, inside));
  }
  return type.form === 'simple' && (place.samples[place.way + particle.name] ?? type.sample) !== undefined;
}

function sampleText(type: SimpleType): string {
  if (type.sample !== undefined) return type.sample;
  if (type.values?.[0] !== undefined) return type.values[0];
  switch (type.base) {
    case 'string':
      return 'text'.slice(0, type.maxLength);
    case 'boolean':
      return 'true';
    case 'base64Binary':
      return 'AAAA';
    default:
      return String(Math.min(Math.max(1, type.minimum ?? 1), type.maximum ?? 1));
  }
}
