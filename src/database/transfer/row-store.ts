/** The two ends of a copy from one database to another: all rows of one moment, and an empty database that takes them. */

/** A value as it lies in a column: documents are JSON text, flags 0 or 1, on both databases. */
export type Cell = string | number | Uint8Array | null;

/** The columns of a table, in one order, and those of its primary key. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
}

export interface RowSource extends AsyncDisposable {
  /** What brought its tables about, the oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  /** The rows of a table in the order of its key, some hundred at a time, each with its cells in that of the columns. */
  rows(table: TableShape): AsyncIterable<readonly Row[]>;
  /** The last number that a table has given to a row by itself; nothing where it gives none, or has not yet. */
  lastNumber(table: string): Promise<number | undefined>;
}

export type Row = readonly Cell[];

export interface RowTarget extends AsyncDisposable {
  readonly migrations: readonly string[];
  readonly tables: readonly TableShape[];
  /** Whether no table of it has a row. */
  isEmpty(): Promise<boolean>;
  /** Whether a row has that in a column. */
  has(table: string, column: string, value: Cell): Promise<boolean>;
  /** What is in a column of numbers, or of texts that are numbers, some at a time. */
  numbers(table: string, column: string): AsyncIterable<readonly number[]>;
  /** The last number that a table has given to a row by itself; nothing where it gives none, or has not yet. */
  lastNumber(table: string): Promise<number | undefined>;
  insert(table: TableShape, rows: readonly Row[]): Promise<void>;
  /** From the next row on the table counts further from there. */
  setLastNumber(table: string, number: number): Promise<void>;
  /** Everything is on disk, and refers to rows that are there; without this call nothing of it is kept. */
  commit(): Promise<void>;
}

/** Rows of a batch. */
export const BATCH = 200;
