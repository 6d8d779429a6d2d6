/**
 * Everything that a site has, as text: a line for each row. The same rows give the same bytes, whichever database they are
 * in: documents are written with their members in order, rows in that of their keys.
 */
import { DatabaseUnavailable } from '../errors.ts';
import type { Cell, Row, RowSource, TableShape } from './row-store.ts';
import { BELONGINGS, LEFT_OUT } from './site-tables.ts';

/**
 * Lines with their ends: `{"parlance":"site","site":…,"migration":…}`, then `{"table":…,"row":{…}}`. A column of bytes is
 * `{"base64":…}`.
 * @throws DatabaseUnavailable when there is no such site
 */
export async function* siteExport(source: RowSource, siteName: string): AsyncGenerator<string> {
  const site = await siteRow(source, siteName);
  yield lineOf({ parlance: 'site', site: siteName, migration: source.migrations.at(-1) ?? '' });
  const kept = new Map<string, Set<Cell>>();
  for (const table of inOrder(source.tables)) {
    const isOfSite = belonging(table, site, kept);
    const ids = isParent(table.name) ? new Set<Cell>() : undefined;
    if (ids) kept.set(table.name, ids);
    const idAt = table.columns.indexOf('id') < 0 ? 0 : table.columns.indexOf('id');
    for await (const rows of source.rows(table)) {
      for (const row of rows) {
        if (!isOfSite(row)) continue;
        ids?.add(row[idAt] ?? null);
        yield lineOf({ table: table.name, row: recordOf(table, row) });
      }
    }
  }
}

async function siteRow(source: RowSource, siteName: string): Promise<Cell> {
  const table = source.tables.find(({ name }) => name === 'site');
  if (table) {
    const [id, name] = [table.columns.indexOf('id'), table.columns.indexOf('name')];
    for await (const rows of source.rows(table)) {
      for (const row of rows) if (row[name] === siteName) return row[id] ?? null;
    }
  }
  throw new DatabaseUnavailable(`There is no site ${siteName}`);
}

/** Those that others belong to come before them. */
function inOrder(tables: readonly TableShape[]): TableShape[] {
  const depth = ({ name }: { readonly name: string }): number => {
    const to = BELONGINGS[name]?.to;
    return to === undefined ? 0 : 1 + depth({ name: to });
  };
  return tables
    .filter(({ name }) => !LEFT_OUT.has(name))
    .sort((one, other) => depth(one) - depth(other) || (one.name < other.name ? -1 : 1));
}

function isParent(table: string): boolean {
  return Object.values(BELONGINGS).some(({ to }) => to === table);
}

function belonging(
  { name, columns }: TableShape,
  site: Cell,
  kept: ReadonlyMap<string, ReadonlySet<Cell>>,
): (row: Row) => boolean {
  if (name === 'site') {
    const at = columns.indexOf('id');
    return (row) => row[at] === site;
  }
  const of = BELONGINGS[name];
  if (!of) {
    const at = columns.indexOf('site');
    if (at < 0) throw new DatabaseUnavailable(`Nobody has said how the rows of ${name} belong to a site`);
    return (row) => row[at] === site;
  }
  const at = columns.indexOf(of.by);
  return (row) => kept.get(of.to)?.has(row[at] ?? null) ?? false;
}

/** Columns in the order of their names: the two databases may have them in another one. */
function recordOf({ columns }: TableShape, row: Row): object {
  const members = columns.map((column, at) => [column, jsonOf(column, row[at] ?? null)] as const);
  return Object.fromEntries(members.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function jsonOf(column: string, cell: Cell): unknown {
  if (cell instanceof Uint8Array) return { base64: Buffer.from(cell).toString('base64') };
  return column === 'document' && typeof cell === 'string' ? sorted(JSON.parse(cell)) : cell;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
