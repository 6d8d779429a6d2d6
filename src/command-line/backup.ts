/** A copy of the installation that another `parlance serve` could serve, while this one goes on. */
import { copyFile, mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyDatabase } from '../database/copy.ts';
import { databaseFile, secretFile } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { settingsOf } from './with-settings.ts';

export class BackupRefused extends Refusal {}

export async function backup(folder: string, flags: Record<string, unknown>): Promise<void> {
  const settings = settingsOf(flags);
  if (settings.database !== '') {
    throw new BackupRefused('PostgreSQL is copied by its own tool: pg_dump --format=custom <database>');
  }
  const to = resolve(folder);
  await makeFolder(to);
  try {
    await copyInto(to, settings);
  } catch (error) {
    // Half a copy looks like a whole one.
    await rm(to, { recursive: true, force: true });
    throw error;
  }
  const note = settings.secret === '' ? '' : '; the secret is not in it, it comes from the settings';
  console.log(`copied to ${to}${note}`);
}

async function copyInto(folder: string, settings: Settings): Promise<void> {
  const file = join(folder, 'parlance.db');
  // Before it holds anything: nobody else may read a copy either.
  await writeFile(file, '', { flag: 'wx', mode: 0o600 });
  copyDatabase(databaseFile(settings), file);
  await putOnDisk(file);
  if (settings.secret !== '') return;
  const secret = join(folder, 'secret');
  await copyFile(secretFile(settings), secret);
  await putOnDisk(secret);
}

/** @throws BackupRefused for one that is there: an older copy is worth more than a mixture */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new BackupRefused(`${folder} is there already: name a new folder`);
  }
}

async function putOnDisk(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
