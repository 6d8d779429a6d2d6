/** A page for each operation: who may call it, its request and its answer, and what it may be refused with. */
import type { AnyOperation } from '../../src/xml-api/operation.ts';
import { sampleMessage } from '../../src/xml-api/sample-message.ts';
import { content, NamedTypes } from './element-tables.ts';
import { exceptionsOf } from './exceptions-of.ts';
import { block, code, page, table } from './markdown.ts';
import { sampleAnswers } from './sample-answers.ts';
import { CALLER, inOrder } from './services.ts';

/** Below `docs/reference/`. */
export function pathOf({ service, name }: AnyOperation): string {
  return `operations/${service.name}.${name}.md`;
}

/** Every page by its path below `docs/reference/`, that of the shared types too. */
export async function operationPages(): Promise<Map<string, string>> {
  const answers = await sampleAnswers();
  const types = new NamedTypes().from('../types.md');
  const pages = new Map(
    inOrder().map((operation) => [
      pathOf(operation),
      page(operation.name, ...detailsOf(operation, answers.get(operation) ?? '', types)),
    ]),
  );
  const told = types.from('').sections();
  return pages.set(
    'types.md',
    page('Types', 'The types that operations share, by their names in the schema.', ...told),
  );
}

const COUNTED: Readonly<Record<AnyOperation['throttled'], string>> = {
  userOperations: 'Counts as a user operation.',
  meetingWrites: 'Counts as a meeting write.',
  meetingLists: 'Counts as a meeting list.',
  never: 'Counts against no limit.',
};

function detailsOf(operation: AnyOperation, answer: string, types: NamedTypes): string[] {
  const { service, summary, level, may, throttled, request, response, meanings } = operation;
  return [
    summary,
    [
      `Service: ${code(service.name)}.`,
      ...(level === undefined ? [] : [`Known from level ${level} on.`]),
      `Who may call: ${may.words}.`,
      COUNTED[throttled],
    ].join(' '),
    '## Request',
    ...content(request, service.namespace, types, meanings),
    'A new demo answers this as it stands:',
    block('xml', sampleMessage(operation, CALLER)),
    '## Answer',
    ...content(response, service.namespace, types, meanings),
    'The answer of the demo, with an element a line:',
    block('xml', answer),
    '## Exceptions',
    table(
      ['Number', 'Reason', 'When'],
      exceptionsOf(operation).map(({ id, reason, when }) => [code(id), reason, when]),
    ),
    'Every operation may also be refused for its envelope: see [Exceptions](../exceptions.md).',
  ];
}
