/** A body as an example: what the declaration says, or what it requires. */
import { type ComplexType, membersOf, type Type } from '../../xml/schema.ts';
import type { RestEndpoint } from '../rest-endpoint.ts';

/** Nothing where the endpoint takes no body. */
export function sampleBody({ body, sample }: RestEndpoint): unknown {
  return sample.body ?? (body && sampleObject(body));
}

function sampleObject(type: ComplexType): Record<string, unknown> {
  const entries = membersOf(type).flatMap(({ name, field }) => {
    const isList = field.occurs === 'many' || field.occurs === 'list';
    const isSaid = field.type.form === 'simple' && field.type.sample !== undefined;
    if (field.min === 0 && !isSaid && !field.isGiven) return [];
    const value = sampleOf(field.type);
    return [[name, isList ? [value] : value] as const];
  });
  return Object.fromEntries(entries);
}

function sampleOf(type: Type): unknown {
  if (type.form === 'complex') return sampleObject(type);
  if (type.form === 'foreign') return type.sample ?? '';
  const { base, sample, values, minimum, format } = type;
  if (base === 'boolean') return true;
  if (base === 'json') return {};
  if (base === 'string') return sample ?? values?.[0] ?? (format && FORMATS[format]) ?? 'text';
  if (base === 'base64Binary') return '';
  return sample === undefined ? Math.max(minimum ?? 1, 1) : Number(sample);
}

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2030-06-03T09:00:00Z',
  date: '2030-06-03',
  email: 'ann@example.com',
  uri: 'https://example.com/',
  uuid: '00000000-0000-4000-8000-000000000000',
};
