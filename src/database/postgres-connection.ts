import pg from 'pg';
import type { DatabaseOptions } from './database.ts';
import { DatabaseUnavailable, UniqueViolation } from './errors.ts';
import { DEFAULT_TIMEOUT } from './work.ts';

/** Connections to PostgreSQL, their habits, and their errors and values as this floor has them. */

export function connectTo(url: string, options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'parlance',
    max: options.connections ?? 16,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
    onConnect: (client) => prepareSession(client, options.writeTimeout ?? DEFAULT_TIMEOUT),
  });
  // Without listeners a connection that breaks, at rest or in use, would end the process.
  pool.on('error', (error) => options.report?.(named(error)));
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * An acknowledged write is on disk, whatever the server's own habit is; and a write whose process hangs does
 * not keep its locks.
 */
async function prepareSession(client: pg.ClientBase, timeout: number): Promise<void> {
  await client.query(
    `select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`,
  );
  await client.query(
    `select set_config('lock_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $1, false)`,
    [String(timeout)],
  );
}

/** @throws DatabaseUnavailable when the server cannot be reached, or could not hold every text */
export async function checkServer(pool: pg.Pool): Promise<void> {
  const client = await checkOut(pool);
  try {
    const { rows } = await client.query(`select current_setting('server_encoding') as encoding`);
    const encoding: unknown = rows[0]?.encoding;
    if (encoding !== 'UTF8') {
      throw new DatabaseUnavailable(`The database must be made with the encoding UTF8; it has ${encoding}`);
    }
  } finally {
    client.release();
  }
}

/** @throws DatabaseUnavailable when the server cannot be reached */
export async function checkOut(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    const { host, port, database, connectionString } = pool.options;
    const place = connectionString ? placeOf(connectionString) : `${host}:${port}/${database}`;
    throw new DatabaseUnavailable(`PostgreSQL at ${place} cannot be reached: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

/** The address without the password. */
function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: 'the given address', pathname: '' };
  return host + pathname;
}

function reasonOf(error: unknown): string {
  // A host with several addresses fails once for each.
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Another process has changed the tables since this connection prepared the statement. */
export function isStale(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.routine === 'RevalidateCachedQuery';
}

export function codeOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

/** Gives an error its name of this floor, where it has one. */
export function named(error: unknown): unknown {
  if (isAway(error)) {
    return new DatabaseUnavailable(`PostgreSQL does not answer: ${reasonOf(error)}`, { cause: error });
  }
  const unique = error instanceof pg.DatabaseError && error.code === '23505';
  return unique ? new UniqueViolation(error.constraint ?? '', error) : error;
}

/** By PostgreSQL's classes: connections (08), resources (53), an operator's doings (57P); or the connection broke. */
function isAway(error: unknown): boolean {
  if (error instanceof pg.DatabaseError) return /^(?:08|53|57P|58)/.test(error.code ?? '');
  if (!(error instanceof Error)) return false;
  return 'syscall' in error || /^(?:Connection terminated|timeout exceeded)/.test(error.message);
}

/** The types whose values must look as they do from SQLite: numbers, flags as 0 and 1, documents as text. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, safeNumber],
  [pg.types.builtins.NUMERIC, Number],
  [pg.types.builtins.BOOL, (text) => (text === 't' ? 1 : 0)],
  [pg.types.builtins.JSON, String],
  [pg.types.builtins.JSONB, String],
]);

const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  parsers.get(oid) ?? pg.types.getTypeParser(oid, format);

function safeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number))
    throw new RangeError(`The database holds ${text}, which is out of range`);
  return number;
}
