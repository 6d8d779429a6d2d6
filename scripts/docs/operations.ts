/** The operations with everything that their schemas say. */

import {
  attributesOf,
  type ComplexType,
  type Field,
  type Namespace,
  type Particle,
  particles,
  type SimpleBase,
  type SimpleType,
} from '../../src/xml/schema.ts';
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';
import type { Service } from '../../src/xml-api/service.ts';
import { block, code, page, table } from './markdown.ts';

export const CALLER = { siteName: 'acme', webExID: 'admin', password: 'P@ssword123' };

/** The services, each with its operations, both in the order of their names. */
export function services(): { readonly service: Service; readonly operations: readonly AnyOperation[] }[] {
  const byService = new Map<Service, AnyOperation[]>();
  for (const operation of OPERATIONS) {
    byService.set(operation.service, [...(byService.get(operation.service) ?? []), operation]);
  }
  return [...byService]
    .map(([service, operations]) => ({
      service,
      operations: operations.sort((a, b) => compare(a.name, b.name)),
    }))
    .sort((a, b) => compare(a.service.name, b.service.name));
}

/** For the README: which operations there are. */
export function implementedTable(): string {
  const rows = services().map(({ service, operations }) => [
    service.name,
    operations.map(({ name }) => name).join(', '),
  ]);
  return table(['Service', 'Operations'], rows);
}

export function operationsPage(): string {
  const all = services().flatMap(({ operations }) => operations);
  const types = new NamedTypes();
  const details = all.flatMap((operation) => detailsOf(operation, types));
  return page(
    'Operations',
    'What the XML API answers at `POST /WBXService/XMLService`. Elements of a request may come in any order and ' +
      'under any prefix; those of an answer come in the order shown. The same declarations are served as XML ' +
      'Schema at `/schemas/9.0.0/index.xsd`.',
    table(
      ['Service', 'Operation', 'Who may call', 'What it does'],
      all.map(({ service, name, may, summary }) => [
        service.name,
        `[${name}](#${name.toLowerCase()})`,
        may.words,
        summary,
      ]),
    ),
    ...details,
    '## Types',
    ...types.sections(),
  );
}

const COUNTED: Readonly<Record<AnyOperation['throttled'], string>> = {
  userOperations: 'Counts as a user operation.',
  meetingWrites: 'Counts as a meeting write.',
  meetingLists: 'Counts as a meeting list.',
  never: 'Counts against no limit.',
};

function detailsOf(operation: AnyOperation, types: NamedTypes): string[] {
  const { service, name, summary, level, may, throttled, request, response } = operation;
  return [
    `## ${name}`,
    `${summary}`,
    [
      `Service: ${code(service.name)}.`,
      ...(level === undefined ? [] : [`Known from level ${level} on.`]),
      `Who may call: ${may.words}.`,
      COUNTED[throttled],
    ].join(' '),
    '**Request**',
    ...content(request, service.namespace, types),
    block('xml', sampleMessage(operation, CALLER)),
    '**Response**',
    ...content(response, service.namespace, types),
  ];
}

/** The elements of a type as a table; those of a named base are told where the base is. */
function content(type: ComplexType, around: Namespace, types: NamedTypes): string[] {
  const base = type.base && particles(type.base, around).length > 0 ? type.base : undefined;
  const parts = base ? [`The elements of ${types.link(base)}, then:`] : [];
  const { base: _left, ...own } = type;
  const rows = elementRows(base ? own : type, around, '', types);
  if (rows.length > 0) return [...parts, table(['Element', 'Times', 'Value'], rows)];
  return [base ? `The elements of ${types.link(base)}.` : 'No elements.'];
}

/** Anonymous groups are told in place, by the path of their elements. */
function elementRows(type: ComplexType, around: Namespace, path: string, types: NamedTypes): string[][] {
  const attributes = attributesOf(type).map(({ name, type, isRequired }) => [
    code(`${path}@${name}`),
    isRequired ? 'once' : 'optional',
    simpleValue(type),
  ]);
  const elements = particles(type, around).flatMap((particle) => {
    const { name, namespace, field } = particle;
    const row = [code(path + name), times(field), value(particle, types)];
    const isGroup = field.type.form === 'complex' && field.type.name === undefined;
    return isGroup
      ? [row, ...elementRows(field.type as ComplexType, namespace, `${path}${name}/`, types)]
      : [row];
  });
  return [...attributes, ...elements];
}

function times({ min, max }: Field): string {
  if (max === 1) return min === 1 ? 'once' : 'optional';
  const most = max === Number.POSITIVE_INFINITY ? 'any number' : `at most ${max}`;
  if (min === 0) return most;
  if (min === max) return `exactly ${min}`;
  return max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`;
}

function value({ field }: Particle, types: NamedTypes): string {
  const { type, alias } = field;
  const also = alias.length > 0 ? `; also read as ${alias.map(code).join(', ')}` : '';
  if (type.form === 'complex') return (type.name ? types.link(type) : 'elements') + also;
  if (type.form === 'foreign') return `any XML, kept as it is${also}`;
  return simpleValue(type) + also;
}

const KINDS: Readonly<Record<SimpleBase, string>> = {
  string: 'text',
  boolean: '`true` or `false`',
  integer: 'whole number',
  int: 'whole number of 32 bits',
  long: 'whole number',
  float: 'number',
  base64Binary: 'base64',
};

function simpleValue(type: SimpleType): string {
  if (type.values) return `one of ${type.values.map(code).join(', ')}`;
  const parts = [KINDS[type.base]];
  if (type.maxLength !== undefined) {
    parts.push(`at most ${type.maxLength} ${type.base === 'base64Binary' ? 'bytes' : 'characters'}`);
  }
  if (type.minimum !== undefined && type.minimum !== -(2 ** 31)) parts.push(`from ${type.minimum}`);
  if (type.maximum !== undefined && type.maximum !== 2 ** 31 - 1) parts.push(`to ${type.maximum}`);
  if (type.secret) parts.push('never logged');
  return parts.join(', ');
}

/** The named complex types that were linked to; telling one may link to more. */
class NamedTypes {
  private readonly met = new Map<string, ComplexType>();

  link(type: ComplexType): string {
    const name = `${type.namespace?.prefix}:${type.name}`;
    this.met.set(name, type);
    return `[${name}](#${anchor(name)})`;
  }

  sections(): string[] {
    const told = new Map<string, string[]>();
    for (let before = -1; before !== told.size; ) {
      before = told.size;
      for (const [name, type] of this.met) {
        if (told.has(name) || !type.namespace) continue;
        told.set(name, [`### <a id="${anchor(name)}"></a>${name}`, ...content(type, type.namespace, this)]);
      }
    }
    return [...told].sort(([a], [b]) => compare(a, b)).flatMap(([, section]) => section);
  }
}

function anchor(name: string): string {
  return name.replace(':', '-');
}

/** The same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
