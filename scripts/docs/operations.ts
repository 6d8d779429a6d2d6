/** Which operations there are: the index of the reference, and the table of the README. */
import { page, table } from './markdown.ts';
import { pathOf } from './operation-pages.ts';
import { inOrder, services } from './services.ts';

/** For the README: which operations there are. */
export function implementedTable(): string {
  const rows = services().map(({ service, operations }) => [
    service.name,
    operations.map(({ name }) => name).join(', '),
  ]);
  return table(['Service', 'Operations'], rows);
}

export function operationsPage(): string {
  return page(
    'Operations',
    'What the XML API answers at `POST /WBXService/XMLService`. Elements of a request may come in any order and ' +
      'under any prefix; those of an answer come in the order shown. The same declarations are served as XML ' +
      'Schema at `/schemas/9.0.0/index.xsd`. [Types](types.md) that operations share have a page of their own.',
    table(
      ['Service', 'Operation', 'Who may call', 'What it does'],
      inOrder().map((operation) => [
        operation.service.name,
        `[${operation.name}](${pathOf(operation)})`,
        operation.may.words,
        operation.summary,
      ]),
    ),
  );
}
