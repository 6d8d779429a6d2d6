import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '../../../src/database/database.ts';

/**
 * A database as the program of November 2026 (commit e837990) left it: SQL text, compressed, one file a dialect. It
 * has rows of every kind. `2026-11.made-by.txt` is the script that made it, for the sources of that commit: they
 * filled it by XML calls, pages and the domain. It is never made again.
 */

/** Its clock stood here when it was written. */
export const WRITTEN_AT = Date.UTC(2026, 2, 4, 10, 31);

/** Writes it into an empty database. */
export async function restore(url: string, dialect: Dialect): Promise<void> {
  const file = new URL(`2026-11.${dialect}.sql.gz`, import.meta.url);
  const text = (await promisify(gunzip)(await readFile(file))).toString();
  if (dialect === 'sqlite') {
    const database = new Sqlite(url.slice('sqlite:'.length));
    database.exec(text);
    database.close();
  } else {
    const client = new pg.Client(url);
    await client.connect();
    await client.query(text);
    await client.end();
  }
}
