/** The authorization matrix, as the test holds it in one run against a real server (`test/authorization/`). */
import { OPERATIONS } from '../../src/xml-api/operations.ts';
import {
  CALLER_NAMES,
  CALLERS,
  type CallerName,
  SECRETS,
  type SecretName,
} from '../../test/authorization/callers.ts';
import { COMMAND_ROWS } from '../../test/authorization/command-rows.ts';
import { expectedOf, expectedOfCommand, expectedOfPage } from '../../test/authorization/expectation.ts';
import { OPERATION_ROWS } from '../../test/authorization/operation-rows.ts';
import { PAGE_ROWS } from '../../test/authorization/page-rows.ts';
import { type Rights, SUCCESS } from '../../test/authorization/row.ts';
import { code, page, table } from './markdown.ts';

export function authorizationPage(): string {
  return page(
    'Who may do what',
    'Every operation, command and page, asked by twelve kinds of caller. Each cell is a request that a test sends to a real ' +
      'server: `yes` succeeds, everything else is the number or word that it is refused with. Whoever is refused ' +
      'changes nothing, and the secrets below are told to those alone whom the last column names.',
    table(
      ['Caller', 'Who that is'],
      CALLER_NAMES.map((name) => [name, CALLERS[name]]),
    ),
    '## Operations of the XML API',
    table(['Operation', ...CALLER_NAMES, 'Tells'], operationRows()),
    '## Commands of the URL API',
    'By the page and `AT`, in the browser of the caller, with a back URL. A page in the place of a result asks the person.',
    table(['Command', ...CALLER_NAMES, 'Tells'], commandRows()),
    '## Pages and forms of the site',
    'By their address below the folder of the site, in the browser of the caller. `DO` is what a form does. A number is ' +
      'the status of the page that says no; `to …` is where the browser is led.',
    table(['Page', ...CALLER_NAMES, 'Tells'], pageRows()),
  );
}

function operationRows(): string[][] {
  return OPERATIONS.flatMap((operation) => {
    const name = `${operation.service.name}.${operation.name}`;
    return (OPERATION_ROWS[name] ?? []).map((row) =>
      shown(name, row, (caller) => expectedOf(row, operation.may, caller)),
    );
  });
}

function commandRows(): string[][] {
  return Object.entries(COMMAND_ROWS).flatMap(([name, rows]) =>
    rows.map((row) => shown(name, row, (caller) => expectedOfCommand(row, caller))),
  );
}

function pageRows(): string[][] {
  return Object.entries(PAGE_ROWS).flatMap(([path, rows]) =>
    rows.map((row) => {
      const deed = row.deed === undefined ? '' : ` DO=${row.deed}`;
      const name = `/${path}${deed}${row.form && deed === '' ? ' (form)' : ''}`;
      return shown(name, row, (caller) => expectedOfPage(row, caller));
    }),
  );
}

function shown(name: string, row: Rights, expected: (caller: CallerName) => string): string[] {
  const cells = CALLER_NAMES.map((caller) => {
    const answer = expected(caller);
    return answer === SUCCESS ? 'yes' : answer;
  });
  const about = row.about === undefined ? '' : `: ${row.about}`;
  return [`${code(name)}${about}`, ...cells, told(row)];
}

function told({ tells = {} }: Rights): string {
  return Object.entries(tells)
    .map(([secret, callers]) => `${SECRETS[secret as SecretName]}: ${callers.join(', ')}`)
    .join('; ');
}
