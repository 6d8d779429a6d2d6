/** Opens what an installation keeps on disk: its database and its key. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Database, openDatabase } from './database/database.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusal.ts';
import type { Settings } from './settings.ts';

/** As many as the base64 of 32 bytes has. */
const SHORTEST_KEY = 43;

/** Without its key an installation would sign with another one, or with none. */
export class KeyDamaged extends Refusal {
  constructor(file: string) {
    super(`the key in ${file} is damaged: restore it, or delete it to have a new one made`);
  }
}

export interface Installation {
  readonly database: Database;
  readonly secret: Buffer;
}

export async function openInstallation(settings: Settings, log: Log): Promise<Installation> {
  await mkdir(settings.data, { recursive: true, mode: 0o700 });
  const url = settings.database || `sqlite:${join(settings.data, 'parlance.db')}`;
  const database = await openDatabase(url, {
    report: (error) => log.logger.error({ err: error }, 'database'),
  });
  try {
    return { database, secret: await readSecret(settings) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The key from the settings, or the one in the data folder, made at the first start. */
async function readSecret(settings: Settings): Promise<Buffer> {
  if (settings.secret !== '') return Buffer.from(settings.secret);
  const file = join(settings.data, 'secret');
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
