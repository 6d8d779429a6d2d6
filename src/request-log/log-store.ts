/** Where the log lies: a table of PostgreSQL that all processes share, or with SQLite a file of its own. */
import { type CompiledQuery, type Kysely, sql } from 'kysely';
import type { Database, Tables } from '../database/database.ts';
import { requestLogTables } from '../database/migrations/0039-request-log.ts';
import { openSideFile } from '../database/side/side-file.ts';
import { sqliteBuilder } from '../database/sqlite-builder.ts';
import { WRITTEN_COLUMNS } from './log-row.ts';

export interface LogStore {
  readonly builder: Kysely<Tables>;
  /** Others write to it too. */
  readonly isShared: boolean;
  readonly isInMemory: boolean;
  all<R>(query: CompiledQuery<R>): Promise<R[]>;
  /** The number of rows that were changed. */
  run(query: CompiledQuery<unknown>): Promise<number>;
  /** @param rows a list of lists, in the order of `WRITTEN_COLUMNS`, as JSON */
  insert(rows: string): Promise<void>;
  /** The database itself is closed by whoever has opened it. */
  close(): Promise<void>;
}

/** @param file where it lies with SQLite; without one in memory */
export function openLogStore(database: Database, file: string | undefined): LogStore {
  return database.dialect === 'postgres' ? inPostgres(database) : inSideFile(file ?? ':memory:');
}

/** Raised when the table changes: a log of before is begun anew. */
const VERSION = 2;

function inSideFile(file: string): LogStore {
  const builder = sqliteBuilder();
  const statements = requestLogTables(builder.schema, 'sqlite').map((statement) => statement.compile().sql);
  const { all, run, insert, close } = openSideFile(file, { version: VERSION, statements });
  const places = WRITTEN_COLUMNS.map(() => '?').join(', ');
  const text = `insert into request_log (${WRITTEN_COLUMNS.join(', ')}) values (${places})`;
  return {
    builder,
    isShared: false,
    isInMemory: file === ':memory:',
    all,
    run,
    insert: (rows) => insert(text, rows),
    close,
  };
}

/** Any number that nothing else of ours locks. */
const WRITERS = 5_390_039;

const NUMBERS: ReadonlySet<string> = new Set([
  'at',
  'site',
  'http_status',
  'took',
  'bytes_in',
  'bytes_out',
  'hints',
  'body_size',
]);

function inPostgres(database: Database): LogStore {
  const { builder } = database;
  const cells = WRITTEN_COLUMNS.map((column, at) =>
    NUMBERS.has(column) ? sql`(e ->> ${sql.lit(at)})::bigint` : sql`e ->> ${sql.lit(at)}`,
  );
  const inTurn = sql`select pg_advisory_xact_lock(${sql.lit(WRITERS)})`.compile(builder);
  return {
    builder,
    isShared: true,
    isInMemory: false,
    all: async (query) => database.all(query),
    run: async (query) => database.run(query),
    async insert(rows) {
      const columns = sql.join(WRITTEN_COLUMNS.map((column) => sql.ref(column)));
      const insert = sql`insert into request_log (${columns})
        select ${sql.join(cells)} from json_array_elements(${rows}::json) as e`.compile(builder);
      await database.write(async (tx) => {
        // In turn, so that whoever has read up to a number finds nothing new below it.
        await tx.run(inTurn);
        await tx.run(insert);
      });
    },
    close: async () => {},
  };
}
