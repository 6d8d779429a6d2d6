/** Opens what an installation keeps on disk: its database and its key. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from './database/database.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** As many as the base64 of 32 bytes has. */
export const SHORTEST_KEY = 43;

/** Without its key an installation would sign with another one, or with none. */
export class KeyDamaged extends Refusal {
  constructor(file: string) {
    super(`the key in ${file} is damaged: restore it, or delete it to have a new one made`);
  }
}

/** A file without a byte is what a full disk or an interrupted copy leaves of a database. */
export class DatabaseEmptied extends Refusal {
  constructor(file: string, secret: string) {
    super(
      `the database ${file} is empty, but ${secret} shows that it was in use: restore it from a backup, ` +
        'or delete both to begin a new installation',
    );
  }
}

export interface Installation {
  readonly database: Database;
  readonly secret: Buffer;
}

/** @throws DatabaseInUse when another process has its SQLite file open */
export async function openInstallation(settings: Settings, log: Log): Promise<Installation> {
  await mkdir(settings.data, { recursive: true, mode: 0o700 });
  const url = settings.database || `sqlite:${databaseFile(settings)}`;
  if (!settings.database) await refuseEmptied(settings);
  const database = await openDatabase(url, {
    alone: true,
    report: (error) => log.fault('database', error),
  });
  try {
    return { database, secret: await readSecret(settings) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export function databaseFile({ data }: Settings): string {
  return join(data, 'parlance.db');
}

/** The request log, where the database is a file. */
export function requestLogFile({ data }: Settings): string {
  return join(data, 'log.db');
}

export function secretFile({ data }: Settings): string {
  return join(data, 'secret');
}

/** @throws DatabaseEmptied */
async function refuseEmptied(settings: Settings): Promise<void> {
  const [database, secret] = [databaseFile(settings), secretFile(settings)];
  // The secret is written when the database has been made.
  if ((await sizeOf(database)) === 0 && (await sizeOf(secret)) !== undefined) {
    throw new DatabaseEmptied(database, secret);
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch {
    return undefined;
  }
}

/** The key from the settings, or the one in the data folder, made at the first start. */
async function readSecret(settings: Settings): Promise<Buffer> {
  if (settings.secret !== '') return Buffer.from(settings.secret);
  const file = secretFile(settings);
  try {
    // `wx` fails when another process has just made it.
    await writeFile(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx', flush: true });
    await chmod(file, 0o600);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = await readFile(file);
  if (key.length < SHORTEST_KEY) throw new KeyDamaged(file);
  return key;
}
