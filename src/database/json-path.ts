/** A text inside the JSON document of a row, for ordering and filtering. */
import { type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

type Dialect = Database['dialect'];

/** The text at `path` below the column, or the empty text. The path is ours, never a caller's. */
export function jsonText(dialect: Dialect, column: string, path: readonly string[]): RawBuilder<string> {
  const reference = sql.ref(column);
  return dialect === 'sqlite'
    ? sql<string>`coalesce(json_extract(${reference}, ${sql.lit(`$.${path.join('.')}`)}), '')`
    : sql<string>`coalesce(${reference} #>> ${sql.lit(`{${path.join(',')}}`)}, '') collate "C"`;
}

/** Whether the boolean at `path` is true. */
export function jsonIsTrue(dialect: Dialect, column: string, path: readonly string[]): RawBuilder<boolean> {
  const reference = sql.ref(column);
  return dialect === 'sqlite'
    ? sql<boolean>`json_extract(${reference}, ${sql.lit(`$.${path.join('.')}`)}) = 1`
    : sql<boolean>`${reference} #>> ${sql.lit(`{${path.join(',')}}`)} = 'true'`;
}
