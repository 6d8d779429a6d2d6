/** The migration guide's tables: each operation of the XML API with its way to REST, by service. */
import type { FieldPair, Migration, RestWay } from '../../src/migration/migration.ts';
import { MIGRATIONS } from '../../src/migration/migrations.ts';
import { code, table } from './markdown.ts';
import { compare } from './services.ts';

export function migrationTables(): string {
  const services = [...new Set(MIGRATIONS.map(({ service }) => service))].sort(compare);
  return services
    .map((service) => {
      const rows = MIGRATIONS.filter((row) => row.service === service).sort((a, b) =>
        compare(a.operation, b.operation),
      );
      return [`### ${service}`, overview(rows), ...rows.filter(hasPairs).map(details)].join('\n\n');
    })
    .join('\n\n');
}

function overview(rows: readonly Migration[]): string {
  return table(
    ['Operation', 'REST', 'What has no equivalent, and what to do'],
    rows.map(({ service, operation, ways, without = '' }) => [
      `[${operation}](reference/operations/${service}.${operation}.md)`,
      ways.length === 0 ? 'none' : ways.map(told).join('<br>'),
      without,
    ]),
  );
}

function told(way: RestWay): string {
  return `${code(callOf(way))}${way.when === undefined ? '' : `, ${whenOf(way.when)}`}`;
}

function whenOf(when: string): string {
  return when.startsWith('with ') ? when : `when ${when}`;
}

function callOf({ method, path }: RestWay): string {
  return `${method} /v1/${path}`;
}

function hasPairs({ ways }: Migration): boolean {
  return ways.some(({ sends, answers }) => sends.length + answers.length > 0);
}

function details({ operation, ways }: Migration): string {
  const tables = ways.flatMap((way) => [
    ...pairsOf(`The request becomes that of ${code(callOf(way))}:`, way.sends),
    ...pairsOf(`The answer is in that of ${code(callOf(way))}:`, way.answers),
  ]);
  return [`<details><summary>${operation}: element by element</summary>`, ...tables, '</details>'].join(
    '\n\n',
  );
}

function pairsOf(lead: string, pairs: readonly FieldPair[]): string[] {
  if (pairs.length === 0) return [];
  return [
    lead,
    table(
      ['XML', 'REST', 'How'],
      pairs.map(({ xml, rest, by }) => [code(xml), code(rest), by?.words ?? 'as it is']),
    ),
  ];
}
