/** The catalogue of exceptions. */
import { EXCEPTIONS } from '../../src/xml-api/exceptions/catalogue.ts';
import type { Exception, Origin } from '../../src/xml-api/exceptions/exception.ts';
import { code, page, table } from './markdown.ts';

const ORIGINS: Readonly<Record<Origin, string>> = {
  recorded: 'Seen in an answer of the original service.',
  documented: 'In its documentation.',
  client: 'A client that works with it expects the number, the reason or both.',
  ours: 'Chosen by Parlance, because none is known. Such numbers end in 9xx within their group.',
};

export function exceptionsPage(): string {
  const exceptions: Exception[] = Object.values(EXCEPTIONS).sort((a, b) => a.id.localeCompare(b.id));
  return page(
    'Exceptions',
    'A request that fails is answered with HTTP 200, `serv:result` FAILURE, and one of these numbers in ' +
      '`serv:exceptionID` with its text in `serv:reason`. Where an element is at fault, its name and the rule ' +
      'follow the text.',
    table(
      ['Number', 'Reason', 'Origin', 'When'],
      exceptions.map(({ id, reason, origin, when }) => [code(id), reason, origin, when]),
    ),
    '## Origins',
    table(
      ['Origin', 'Meaning'],
      Object.entries(ORIGINS).map(([origin, meaning]) => [origin, meaning]),
    ),
  );
}
