/** Both ends of a copy where a database is on a PostgreSQL server. */
import pg from 'pg';
import { DatabaseUnavailable } from '../errors.ts';
import { checkOut, connectTo } from '../postgres-connection.ts';
import { BATCH, type Cell, type RowSource, type RowTarget, type TableShape } from './row-store.ts';

const quoted = (name: string) => pg.escapeIdentifier(name);
const list = ({ columns }: TableShape) => columns.map(quoted).join(', ');
const order = ({ columns, key }: TableShape) => (key.length > 0 ? key : columns).map(quoted).join(', ');

async function migrationsOf(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return rows.map(({ name }) => name);
}

/** Without what is unlogged: that is what may be lost, and SQLite has it in another file. */
async function tablesOf(client: pg.PoolClient): Promise<TableShape[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; key: string[] }>(
    `select c.relname::text as name,
        array_agg(a.attname::text order by a.attnum) as columns,
        coalesce(array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum))
          filter (where a.attnum = any (i.indkey)), '{}') as key
      from pg_class as c
      join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_index as i on i.indrelid = c.oid and i.indisprimary
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'kysely\\_%'
        and c.relpersistence = 'p'
      group by c.relname order by c.relname collate "C"`,
  );
  return rows;
}

/** The counter of a table that numbers its rows; null of another. */
async function counterOf(client: pg.PoolClient, table: string): Promise<string | null> {
  const { rows } = await client.query<{ counter: string | null }>(
    `select pg_get_serial_sequence(quote_ident(table_name), column_name) as counter
      from information_schema.columns
      where table_schema = current_schema() and table_name = $1 and is_identity = 'YES'`,
    [table],
  );
  return rows[0]?.counter ?? null;
}

async function lastNumberIn(client: pg.PoolClient, table: string): Promise<number | undefined> {
  const counter = await counterOf(client, table);
  if (counter === null) return undefined;
  const { rows } = await client.query<{ last: number; called: number }>(
    `select last_value as last, is_called as called from ${counter}`,
  );
  const [row] = rows;
  return row?.called ? row.last : undefined;
}

/** What is committed at this moment, while others read and write. @throws DatabaseUnavailable */
export async function readPostgres(url: string): Promise<RowSource> {
  const pool = connectTo(url, { connections: 1 });
  const client = await checkedOut(pool);
  await client.query('begin isolation level repeatable read, read only');
  // Somebody who reads for long is not somebody who hangs.
  await client.query('set local idle_in_transaction_session_timeout = 0');
  return {
    migrations: await migrationsOf(client).catch(() => []),
    tables: await tablesOf(client),

    async *rows(table) {
      await client.query(
        `declare copied no scroll cursor for
          select ${list(table)} from ${quoted(table.name)} order by ${order(table)}`,
      );
      try {
        for (;;) {
          const { rows } = await client.query<Cell[]>({
            text: `fetch ${BATCH} from copied`,
            rowMode: 'array',
          });
          if (rows.length === 0) return;
          yield rows;
        }
      } finally {
        await client.query('close copied');
      }
    },

    lastNumber: (table) => lastNumberIn(client, table),

    async [Symbol.asyncDispose]() {
      client.release(true);
      await pool.end();
    },
  };
}

/** @param url of a database that has its tables already */
export async function writePostgres(url: string): Promise<RowTarget> {
  const pool = connectTo(url, { connections: 1 });
  const client = await checkedOut(pool);
  await client.query('begin');
  await client.query('set local idle_in_transaction_session_timeout = 0');
  const references = await referencesOf(client);
  // Rows come in no order that their references would ask for: they are checked at the end.
  for (const { table, name } of references) {
    await client.query(`alter table ${table} alter constraint ${quoted(name)} deferrable initially deferred`);
  }
  const tables = await tablesOf(client);
  return {
    migrations: await migrationsOf(client),
    tables,

    async isEmpty() {
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select 1 from ${quoted(name)} limit 1`);
        if (rowCount !== 0) return false;
      }
      return true;
    },

    async has(table, column, value) {
      const { rowCount } = await client.query(
        `select 1 from ${quoted(table)} where ${quoted(column)} = $1 limit 1`,
        [value],
      );
      return rowCount !== 0;
    },

    async *numbers(table, column) {
      const { rows } = await client.query<{ number: number }>(
        `select ${quoted(column)}::bigint as number from ${quoted(table)} where ${quoted(column)} is not null`,
      );
      yield rows.map(({ number }) => Number(number));
    },

    lastNumber: (table) => lastNumberIn(client, table),

    async insert(table, rows) {
      await client.query(insertOf(table, rows.length), rows.flat());
    },

    async setLastNumber(table, number) {
      const counter = await counterOf(client, table);
      if (counter !== null) await client.query('select setval($1::regclass, $2)', [counter, number]);
    },

    async commit() {
      await client.query('set constraints all immediate');
      for (const { table, name } of references) {
        await client.query(`alter table ${table} alter constraint ${quoted(name)} not deferrable`);
      }
      await client.query('commit');
      await client.query('analyze');
    },

    async [Symbol.asyncDispose]() {
      // What is not committed is gone with it.
      client.release(true);
      await pool.end();
    },
  };
}

function insertOf(table: TableShape, rows: number): string {
  const width = table.columns.length;
  const places = Array.from({ length: rows }, (_, row) => {
    const cells = table.columns.map((_column, at) => `$${row * width + at + 1}`);
    return `(${cells.join(', ')})`;
  });
  return `insert into ${quoted(table.name)} (${list(table)}) values ${places.join(', ')}`;
}

async function referencesOf(client: pg.PoolClient): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select conrelid::regclass::text as "table", conname::text as name from pg_constraint
      where contype = 'f' and connamespace = current_schema()::regnamespace`,
  );
  return rows;
}

/** @throws DatabaseUnavailable */
async function checkedOut(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await checkOut(pool);
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseUnavailable) throw error;
    throw new DatabaseUnavailable(String(error), { cause: error });
  }
}
