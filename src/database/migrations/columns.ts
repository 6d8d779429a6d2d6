import { type ColumnDataType, type CreateTableBuilder, type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../database.ts';

/** The column types of a dialect. Text is compared byte by byte on both. */
export interface Columns {
  /** 32 bits on PostgreSQL. */
  readonly integer: ColumnDataType;
  /** 64 bits: ids and times. */
  readonly bigint: ColumnDataType;
  /** 16 bits: small codes, and flags as 0 or 1. */
  readonly smallint: ColumnDataType;
  readonly text: ColumnDataType | RawBuilder<unknown>;
  /** JSON; read back as text. */
  readonly document: ColumnDataType;
  readonly bytes: ColumnDataType;
  /** Adds the primary key `id` that the database counts. */
  identity<T extends string, C extends string>(
    table: CreateTableBuilder<T, C>,
  ): CreateTableBuilder<T, C | 'id'>;
  /** Ends a table's definition. */
  finish<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>;
  /** Ends the definition of a table of narrow rows that are kept in the order of their own key. */
  finishKeyed<T extends string, C extends string>(table: CreateTableBuilder<T, C>): CreateTableBuilder<T, C>;
}

export function columnsOf(dialect: Dialect): Columns {
  return dialect === 'sqlite' ? sqlite : postgres;
}

const sqlite: Columns = {
  integer: 'integer',
  bigint: 'integer',
  smallint: 'integer',
  text: 'text',
  document: 'text',
  bytes: 'blob',
  identity: (table) => table.addColumn('id', 'integer', (id) => id.primaryKey().autoIncrement()),
  // Strict tables refuse a value of another type, as PostgreSQL does.
  finish: (table) => table.modifyEnd(sql`strict`),
  finishKeyed: (table) => table.modifyEnd(sql`strict, without rowid`),
};

const postgres: Columns = {
  integer: 'integer',
  bigint: 'bigint',
  smallint: 'smallint',
  text: sql`text collate "C"`,
  document: 'jsonb',
  bytes: 'bytea',
  identity: (table) =>
    table.addColumn('id', 'bigint', (id) => id.generatedByDefaultAsIdentity().primaryKey()),
  finish: (table) => table,
  finishKeyed: (table) => table,
};
