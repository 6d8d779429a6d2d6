/** Both ends of a copy where a database is a SQLite file. */
import Sqlite from 'better-sqlite3';
import { DatabaseUnavailable } from '../errors.ts';
import { BATCH, type Cell, type Row, type RowSource, type RowTarget, type TableShape } from './row-store.ts';

function migrationsOf(connection: Sqlite.Database): string[] {
  return connection.prepare<[], string>('select name from kysely_migration order by name').pluck().all();
}

function tablesOf(connection: Sqlite.Database): TableShape[] {
  const names = connection
    .prepare<[], string>(
      `select name from sqlite_master where type = 'table'
        and name not like 'sqlite\\_%' escape '\\' and name not like 'kysely\\_%' escape '\\' order by name`,
    )
    .pluck()
    .all();
  const columns = connection.prepare<[string], string>('select name from pragma_table_info(?)').pluck();
  const key = connection
    .prepare<[string], string>('select name from pragma_table_info(?) where pk > 0 order by pk')
    .pluck();
  return names.map((name) => ({ name, columns: columns.all(name), key: key.all(name) }));
}

const quoted = (name: string) => `"${name}"`;
const list = ({ columns }: TableShape) => columns.map(quoted).join(', ');
const order = ({ columns, key }: TableShape) => (key.length > 0 ? key : columns).map(quoted).join(', ');

/** What is committed at this moment, while others read and write the file. @throws DatabaseUnavailable */
export function readSqlite(file: string): RowSource {
  let connection: Sqlite.Database;
  try {
    connection = new Sqlite(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
    connection.exec('begin');
    // Its view is that of its first read.
    connection.prepare('select count(*) from sqlite_master').get();
  } catch (error) {
    throw new DatabaseUnavailable(`The database file ${file} cannot be read: ${messageOf(error)}`, {
      cause: error,
    });
  }
  return {
    migrations: migrationsOf(connection),
    tables: tablesOf(connection),

    async *rows(table) {
      const { name } = table;
      const query = `select ${list(table)} from ${quoted(name)} order by ${order(table)}`;
      const found = connection.prepare<[], Row>(query).raw().iterate();
      let batch: Row[] = [];
      for (const row of found) {
        batch.push(row);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },

    lastNumber: async (table) => lastNumberIn(connection, table),

    async [Symbol.asyncDispose]() {
      connection.close();
    },
  };
}

function lastNumberIn(connection: Sqlite.Database, table: string): number | undefined {
  const of = connection.prepare<[string], number>('select seq from sqlite_sequence where name = ?');
  return of.pluck().get(table);
}

/** @param file has its tables already, and nobody else has it open */
export function writeSqlite(file: string): RowTarget {
  const connection = new Sqlite(file, { fileMustExist: true });
  connection.pragma('synchronous = full');
  // Rows come in no order that their references would ask for: they are checked at the end.
  connection.pragma('foreign_keys = off');
  connection.exec('begin immediate');
  const tables = tablesOf(connection);
  return {
    migrations: migrationsOf(connection),
    tables,

    async isEmpty() {
      const has = (name: string) => connection.prepare(`select 1 from ${quoted(name)} limit 1`).get();
      return tables.every(({ name }) => has(name) === undefined);
    },

    async has(table, column, value) {
      const found = connection.prepare<[Cell]>(`select 1 from ${quoted(table)} where ${quoted(column)} = ?`);
      return found.get(value) !== undefined;
    },

    async *numbers(table, column) {
      const query = `select cast(${quoted(column)} as integer) from ${quoted(table)} where ${quoted(column)} is not null`;
      let batch: number[] = [];
      for (const number of connection.prepare<[], number>(query).pluck().iterate()) {
        batch.push(number);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
      }
      yield batch;
    },

    lastNumber: async (table) => lastNumberIn(connection, table),

    async insert(table, rows) {
      const places = table.columns.map(() => '?').join(', ');
      const insert = connection.prepare<Cell[]>(
        `insert into ${quoted(table.name)} (${list(table)}) values (${places})`,
      );
      for (const row of rows) insert.run(...row);
    },

    async setLastNumber(table, number) {
      connection.prepare('delete from sqlite_sequence where name = ?').run(table);
      connection.prepare('insert into sqlite_sequence (name, seq) values (?, ?)').run(table, number);
    },

    async commit() {
      const broken: unknown = connection.pragma('foreign_key_check');
      if (Array.isArray(broken) && broken.length > 0) {
        throw new DatabaseUnavailable('The copy has rows without what they refer to');
      }
      connection.exec('commit');
    },

    async [Symbol.asyncDispose]() {
      // What is not committed is gone with it.
      connection.close();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
