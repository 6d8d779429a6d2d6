/** What is kept in a database, for the matrices, which ask after every request whether it has changed something. */
import { sql } from 'kysely';
import type { Database } from '../../src/database/database.ts';

/**
 * Gives all rows of all tables, as one text. Most requests write nothing, by SQLite's own count of changed rows: then
 * nothing is read anew.
 * @param unheld tables of signs of life, and of what is counted: no right
 */
export async function everythingKept(
  database: Database,
  unheld: ReadonlySet<string>,
): Promise<() => Promise<string>> {
  const { builder } = database;
  const named = sql<{ name: string }>`select name from sqlite_master where type = 'table'`;
  const tables = (await database.all<{ name: string }>(named.compile(builder)))
    .map(({ name }) => name)
    .filter((name) => !unheld.has(name) && !/^(kysely|sqlite)_/.test(name));
  const count = rowsChangedIn(database);
  let read: { readonly changes: number | undefined; readonly rows: string } | undefined;
  const rowsOf = (table: string) => {
    const rows = sql<object>`select * from ${sql.table(table)}`;
    return database.all<object>(rows.compile(builder));
  };
  return async () => {
    const changes = await count();
    const known = read?.changes === changes ? read : undefined;
    read = known ?? { changes, rows: JSON.stringify(await Promise.all(tables.map(rowsOf))) };
    return read.rows;
  };
}

/** Counts the rows that this process has changed in a SQLite file so far. */
export function rowsChangedIn(database: Database): () => Promise<number | undefined> {
  const counted = sql<{ changes: number }>`select total_changes() as changes`.compile(database.builder);
  return () => database.write(async (tx) => (await tx.first(counted))?.changes);
}
