/** The tables of docs/url-api.md, from what the commands and pages declare. */
import type { Declared } from '../../src/browser/parameters/parameter.ts';
import type { Command } from '../../src/url-api/command.ts';
import { COMMANDS_OF, PARAMETERS_OF } from '../../src/url-api/declared-pages.ts';

export function urlApiTables(): string {
  const commands = Object.entries(COMMANDS_OF).flatMap(([page, all]) =>
    [...byDeclaration(all)].map(
      ([command, names]) =>
        `| ${page} | ${names.join(', ')} | ${command.summary} | ${namesOf(command)} | ${command.tells ?? ''} |`,
    ),
  );
  return [
    'Those in bold must be there.',
    '',
    '| Page | `AT` | What it does | Parameters | Tells beside `ST` |',
    '| --- | --- | --- | --- | --- |',
    ...commands,
    '',
    '| Parameter | Of | Meaning | Form |',
    '| --- | --- | --- | --- |',
    ...parameterRows(),
    '',
  ].join('\n');
}

/** `m.php` (SM, IM, …) for the README, a line for each page. */
export function commandLines(): string {
  const pages = Object.entries(COMMANDS_OF).map(
    ([page, commands]) => `  \`${page}\` (${Object.keys(commands).join(', ')}),`,
  );
  return `, at \`/<siteName>/…\`, by GET and POST:\n${pages.join('\n')}\n `;
}

/** Commands that are one declaration under several names. */
function byDeclaration(commands: Readonly<Record<string, Command>>): Map<Command, string[]> {
  const found = new Map<Command, string[]>();
  for (const [name, command] of Object.entries(commands)) {
    found.set(command, [...(found.get(command) ?? []), name]);
  }
  return found;
}

function namesOf({ parameters, forPartners }: Command): string {
  const own = Object.entries(parameters).map(([name, { isRequired }]) => (isRequired ? `**${name}**` : name));
  return [...(forPartners ? ['**PID**'] : []), ...own].join(', ');
}

/** One row for what is declared alike by several commands. */
function parameterRows(): string[] {
  const rows = new Map<string, string[]>();
  const add = (of: string, declared: Declared): void => {
    for (const [name, { meaning, form }] of Object.entries(declared)) {
      const key = `| ${name} | {of} | ${meaning} | ${form} |`;
      rows.set(key, [...(rows.get(key) ?? []), of]);
    }
  };
  for (const commands of Object.values(COMMANDS_OF)) {
    for (const [name, { parameters }] of Object.entries(commands)) add(name, parameters);
  }
  for (const [page, declared] of Object.entries(PARAMETERS_OF)) add(page, declared);
  return [...rows].map(([row, of]) => row.replace('{of}', [...new Set(of)].join(', '))).sort();
}
