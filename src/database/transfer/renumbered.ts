/** A row of a site's export with the numbers that it has elsewhere. */
import type { NewNumbers } from './new-numbers.ts';
import { FILE_NAMES, IN_DOCUMENTS, IN_TEXTS, REFERENCES, type SpaceName } from './site-references.ts';

export type ExportedRow = Readonly<Record<string, unknown>>;

type Give = (space: SpaceName, number: number) => number;

/** Every number of a row, with what it counts. */
export function renumbered(table: string, row: ExportedRow, numbers: Pick<NewNumbers, 'of'>): ExportedRow {
  const give: Give = (space, number) => numbers.of(space, number);
  const references = REFERENCES[table] ?? {};
  const inTexts = IN_TEXTS[table] ?? {};
  const fileName = FILE_NAMES[table];
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => {
      const space = references[column] ?? (column === 'site' ? 'site' : undefined);
      // 0 is nobody's number.
      if (space && typeof cell === 'number') return [column, cell === 0 ? 0 : give(space, cell)];
      if (column === 'document') return [column, inDocument(cell, IN_DOCUMENTS[table] ?? {}, give)];
      if (column === fileName && typeof cell === 'string') return [column, inFileName(cell, give)];
      const words = inTexts[column];
      return [column, words && typeof cell === 'string' ? inText(cell, words, give) : cell];
    }),
  );
}

function inText(text: string, words: Readonly<Record<string, SpaceName>>, give: Give): string {
  const [, word = '', number = ''] = /^(\w+) (\d+)$/.exec(text) ?? [];
  const space = words[word];
  return space ? `${word} ${give(space, Number(number))}` : text;
}

/** `12/40/film.mp4` is a file of the site 12. */
function inFileName(name: string, give: Give): string {
  return name.replace(/^\d+(?=\/)/, (site) => String(give('site', Number(site))));
}

function inDocument(document: unknown, ways: Readonly<Record<string, SpaceName>>, give: Give): unknown {
  let changed = document;
  for (const [way, space] of Object.entries(ways)) changed = along(changed, way.split('.'), space, give);
  return changed;
}

function along(value: unknown, [name, ...rest]: readonly string[], space: SpaceName, give: Give): unknown {
  if (name === undefined) return given(value, space, give);
  if (Array.isArray(value)) {
    return name === '*' ? value.map((entry) => along(entry, rest, space, give)) : value;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return value;
  const inner: unknown = (value as Readonly<Record<string, unknown>>)[name];
  return { ...value, [name]: along(inner, rest, space, give) };
}

/** A document may have the number as text. */
function given(value: unknown, space: SpaceName, give: Give): unknown {
  if (typeof value === 'number' && value !== 0) return give(space, value);
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return String(give(space, Number(value)));
  return value;
}
