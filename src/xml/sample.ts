/** Sample requests made from declared types, in the form that clients send: without prefixes, one element a line. */
import { escapeAttribute, escapeText } from './encoder.ts';
import {
  attributesOf,
  type ComplexType,
  type Namespace,
  type Particle,
  particles,
  type SimpleType,
} from './schema.ts';

/**
 * The content of a type: what it requires, and what its declaration has a sample for.
 * @param indent stands before every line
 */
export function sampleContent(type: ComplexType, around: Namespace, indent = ''): string {
  return lines(type, around, false)
    .map((line) => `${indent}${line}\n`)
    .join('');
}

/** @param sampledOnly leaves required elements out, unless a sample stands among them */
function lines(type: ComplexType, around: Namespace, sampledOnly: boolean): string[] {
  const all = particles(type, around);
  if (sampledOnly && !all.some(isSampled)) return [];
  return all.flatMap((particle) => element(particle));
}

function element({ name, namespace, field }: Particle): string[] {
  const { type } = field;
  const mandatory = field.min > 0;
  if (type.form === 'simple') {
    if (!mandatory && type.sample === undefined) return [];
    return repeated(field.min, [`<${name}>${escapeText(sampleText(type))}</${name}>`]);
  }
  if (type.form === 'foreign') return mandatory ? [`<${name}/>`] : [];
  const inner = lines(type, namespace, !mandatory);
  const tag = name + attributes(type);
  if (inner.length > 0) {
    return repeated(field.min, [`<${tag}>`, ...inner.map((line) => `  ${line}`), `</${name}>`]);
  }
  return mandatory ? [`<${tag}/>`] : [];
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

function isSampled({ field, namespace }: Particle): boolean {
  const { type } = field;
  if (type.form === 'complex') return particles(type, namespace).some(isSampled);
  return type.form === 'simple' && type.sample !== undefined;
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
