/** A copy of the installation that another `parlance serve` could serve, while this one goes on. */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyDatabase } from '../database/copy.ts';
import { databaseFile, secretFile } from '../installation.ts';
import { noteBackup } from '../last-backup.ts';
import { type StorePlace, storePlace } from '../recordings/store/store-setting.ts';
import { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { copyRecordings } from './backup-recordings.ts';
import { putOnDisk } from './put-on-disk.ts';
import { settingsOf } from './with-settings.ts';

const DATABASE = 'parlance.db';

export class BackupRefused extends Refusal {}

export async function backup(folder: string, flags: Record<string, unknown>): Promise<void> {
  const settings = settingsOf(flags);
  const place = storePlace(settings);
  if (settings.database !== '') {
    throw new BackupRefused(
      `PostgreSQL is copied by its own tool: pg_dump --format=custom <database>; then copy the recordings, from ${whereOf(place)}`,
    );
  }
  const to = resolve(folder);
  await makeFolder(to);
  let recordings: string;
  try {
    await copyInto(to, settings);
    recordings = flags.databaseOnly === true ? 'without recordings' : await copyFrom(place, to);
  } catch (error) {
    // Half a copy looks like a whole one.
    await rm(to, { recursive: true, force: true });
    throw error;
  }
  await noteBackup(settings.data, Date.now());
  const note = settings.secret === '' ? '' : '; the secret is not in it, it comes from the settings';
  console.log(`copied to ${to}, ${recordings}${note}`);
}

/** What is said of the recordings. */
async function copyFrom(place: StorePlace, folder: string): Promise<string> {
  if (place.kind === 'bucket')
    return `without recordings: they are in ${whereOf(place)}, copy them there after this`;
  const to = join(folder, 'recordings');
  const { files, bytes, gone } = await copyRecordings(join(folder, DATABASE), place.folder, to);
  const size = (bytes / 1_000_000).toFixed(1);
  const missing = gone > 0 ? ` (${gone} more are not there any more)` : '';
  return `with ${files} files of recordings, ${size} MB${missing}`;
}

function whereOf(place: StorePlace): string {
  if (place.kind === 'folder') return place.folder;
  const { bucket, prefix } = place.bucket;
  return `s3://${bucket}/${prefix}`;
}

async function copyInto(folder: string, settings: Settings): Promise<void> {
  const file = join(folder, DATABASE);
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
