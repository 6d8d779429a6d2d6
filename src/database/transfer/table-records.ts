/** The rows of one table as records, for whoever looks at a few columns. */
import type { Cell, RowSource } from './row-store.ts';

/** Nothing where the tables are of a version that has no such table. */
export async function* tableRecords(
  source: RowSource,
  table: string,
): AsyncGenerator<Readonly<Record<string, Cell | undefined>>> {
  const shape = source.tables.find(({ name }) => name === table);
  if (!shape) return;
  for await (const rows of source.rows(shape)) {
    for (const row of rows) yield Object.fromEntries(shape.columns.map((column, at) => [column, row[at]]));
  }
}
