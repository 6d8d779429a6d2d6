/** Takes a site that was exported into an installation that may have others: all of it, or nothing. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseUnavailable, UniqueViolation } from '../errors.ts';
import { type ChangedNumber, NewNumbers } from './new-numbers.ts';
import { type ExportedRow, renumbered } from './renumbered.ts';
import { BATCH, type Cell, type Row, type RowTarget, type TableShape } from './row-store.ts';
import { FILE_NAMES, KEYS, type SpaceName } from './site-references.ts';

/** What the file, or the installation, forbids. */
export class ImportRefused extends DatabaseUnavailable {}

export interface SiteImport {
  /** What `parlance site export` has written. */
  readonly file: string;
  /** Under which name, and which public number, where not its own. */
  readonly siteName?: string | undefined;
  readonly siteID?: number | undefined;
  /** Brings a file of a recording to where it is looked for from now on; absent where nobody brings them. */
  readonly bring?: ((from: string, to: string) => Promise<void>) | undefined;
  /** An entry of the audit that tells of it. */
  readonly entry: (done: Omit<ImportedSite, 'changed' | 'files'>) => Readonly<Record<string, Cell>>;
}

export interface ImportedSite {
  readonly siteName: string;
  readonly siteID: number;
  readonly rows: number;
  readonly tables: number;
  /** What people and programs are shown by another number than before. */
  readonly changed: readonly ChangedNumber[];
  /** Files of recordings that the rows name. */
  readonly files: number;
}

interface Line {
  readonly table: string;
  readonly row: ExportedRow;
}

/** @throws ImportRefused, DatabaseUnavailable, and what `bring` throws; then nothing of it is there */
export async function importSite(target: RowTarget, order: SiteImport): Promise<ImportedSite> {
  const shapes = new Map(target.tables.map((table) => [table.name, table]));
  const { site, used } = await surveyed(order.file, target, shapes);
  const siteName = (order.siteName ?? String(site.name)).toLowerCase();
  const siteID = order.siteID ?? Number(site.site_id);
  await checkSite(target, siteName, siteID);
  const keys = await takenKeys(target);
  const numbers = await NewNumbers.among(target, used);
  let files = 0;
  let rows = 0;
  const tables = new Set<string>();
  const batch = new Batch(target);
  try {
    for await (const { table, row } of linesOf(order.file)) {
      const shape = shapes.get(table);
      if (!shape) throw new ImportRefused(`there is no table ${table}`);
      checkKey(table, row, keys);
      const changed = renumbered(table, row, numbers);
      const fileName = FILE_NAMES[table];
      if (fileName !== undefined) {
        files += 1;
        await order.bring?.(String(row[fileName]), String(changed[fileName]));
      }
      const named = table === 'site' ? { ...changed, name: siteName, site_id: siteID } : changed;
      await batch.add(shape, cellsOf(shape, named));
      tables.add(table);
      rows += 1;
    }
    const audit = shapes.get('audit_entry');
    if (audit) {
      const entry = order.entry({ siteName, siteID, rows, tables: tables.size });
      await batch.add(audit, cellsOf(audit, { ...entry, id: numbers.another('auditEntry') }));
    }
    await batch.end();
    for (const { table, number } of numbers.last) await target.setLastNumber(table, number);
    await target.commit();
  } catch (error) {
    throw named(error);
  }
  return { siteName, siteID, rows, tables: tables.size, changed: numbers.shown, files };
}

/** Rows of a table are written some at a time. */
class Batch {
  readonly #target: RowTarget;
  #table: TableShape | undefined;
  #rows: Row[] = [];

  constructor(target: RowTarget) {
    this.#target = target;
  }

  async add(table: TableShape, row: Row): Promise<void> {
    if (table !== this.#table || this.#rows.length === BATCH) await this.end();
    this.#table = table;
    this.#rows.push(row);
  }

  async end(): Promise<void> {
    if (this.#table && this.#rows.length > 0) await this.#target.insert(this.#table, this.#rows);
    this.#rows = [];
  }
}

interface Survey {
  readonly site: ExportedRow;
  readonly used: ReadonlyMap<SpaceName, { readonly highest: number; readonly drawn: ReadonlySet<number> }>;
}

/** Numbers of more digits are drawn: each of them is remembered, of the others the highest. */
const DRAWN = 100_000_000;

/** Reads the file once: what it is, and which numbers it uses. Nothing is written before it was read to its end. */
async function surveyed(
  file: string,
  { migrations }: RowTarget,
  shapes: ReadonlyMap<string, TableShape>,
): Promise<Survey> {
  let site: ExportedRow | undefined;
  const used = new Map<SpaceName, { highest: number; drawn: Set<number> }>();
  const note = {
    of(space: SpaceName, number: number): number {
      const so = used.get(space) ?? { highest: 0, drawn: new Set<number>() };
      used.set(space, so);
      if (number > so.highest) so.highest = number;
      if (number >= DRAWN) so.drawn.add(number);
      return number;
    },
  };
  const head = await headOf(file);
  const newest = migrations.at(-1) ?? '';
  if (head.migration !== newest) {
    throw new ImportRefused(
      `the file was written by another version of Parlance (${head.migration}, this one has ${newest}): ` +
        'export the site again with this version',
    );
  }
  for await (const { table, row } of linesOf(file)) {
    const shape = shapes.get(table);
    if (!shape) throw new ImportRefused(`there is no table ${table}`);
    const unknown = Object.keys(row).find((column) => !shape.columns.includes(column));
    if (unknown !== undefined) throw new ImportRefused(`the table ${table} has no column ${unknown}`);
    renumbered(table, row, note);
    if (table !== 'site') continue;
    if (site) throw new ImportRefused('the file has more than one site');
    site = row;
  }
  if (!site) throw new ImportRefused('the file has no site');
  return { site, used };
}

async function headOf(file: string): Promise<{ readonly migration: string }> {
  for await (const line of textLines(file)) {
    const head = parsed(line, 1);
    if (head.parlance !== 'site' || typeof head.migration !== 'string') break;
    return { migration: head.migration };
  }
  throw new ImportRefused('this is no export of a site: `parlance site export` writes one');
}

async function* linesOf(file: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const line of textLines(file)) {
    number += 1;
    if (number === 1 || line === '') continue;
    const { table, row } = parsed(line, number);
    if (typeof table !== 'string' || typeof row !== 'object' || row === null) {
      throw new ImportRefused(`line ${number} is no row of a table`);
    }
    yield { table, row: row as ExportedRow };
  }
}

async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file, 'utf8');
  try {
    yield* createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    source.destroy();
  }
}

function parsed(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    // What is cut off is told below.
  }
  throw new ImportRefused(`line ${number} cannot be read: the file is damaged, or not whole`);
}

async function checkSite(target: RowTarget, siteName: string, siteID: number): Promise<void> {
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(siteName)) {
    throw new ImportRefused(
      `${siteName} cannot be the name of a site: letters, digits and inner hyphens, at most 63`,
    );
  }
  if (await target.has('site', 'name', siteName)) {
    throw new ImportRefused(`there is a site ${siteName} already: name another one with --as`);
  }
  if (await target.has('site', 'site_id', siteID)) {
    throw new ImportRefused(`another site has the siteID ${siteID}: give another one with --site-id`);
  }
}

async function takenKeys(target: RowTarget): Promise<ReadonlySet<number>> {
  const keys = new Set<number>();
  for (const column of KEYS) {
    const [table = '', name = ''] = column.split('.');
    for await (const some of target.numbers(table, name)) for (const key of some) keys.add(key);
  }
  return keys;
}

/** Keys are in invitations, in calendars and in programs: none of them is changed without a word. */
function checkKey(table: string, row: ExportedRow, taken: ReadonlySet<number>): void {
  for (const column of KEYS) {
    const [of, name = ''] = column.split('.');
    const cell = of === table ? row[name] : undefined;
    if (cell === undefined || cell === null || !taken.has(Number(cell))) continue;
    const what = table === 'session' ? 'the session' : 'the personal room';
    throw new ImportRefused(
      `another site here has ${what} ${cell} already, and keys are never given twice: ` +
        'delete one of the two, or import into another installation',
    );
  }
}

function cellsOf({ columns }: TableShape, row: ExportedRow): Row {
  return columns.map((column) => cellOf(row[column] ?? null));
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  if (typeof value === 'object' && 'base64' in value && Object.keys(value).length === 1) {
    return Buffer.from(String(value.base64), 'base64');
  }
  return JSON.stringify(value);
}

/** What the database says no to is what another site has. */
function named(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable) return error;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UniqueViolation || /unique|duplicate key/i.test(message)) {
    return new ImportRefused(`something of the site is here already, under another name: ${message}`);
  }
  return error;
}
