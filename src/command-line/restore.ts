/** The way back from a backup: it is checked, then copied, and seen by a server when all of it is on disk. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checkCopy } from '../database/copy.ts';
import { databaseFile, SHORTEST_KEY, secretFile } from '../installation.ts';
import { filesInCopy } from '../recordings/files-in-copy.ts';
import type { KeptFile } from '../recordings/store/recording-store.ts';
import { storePlace } from '../recordings/store/store-setting.ts';
import { Refusal } from '../refusal.ts';
import type { Settings } from '../settings.ts';
import { putOnDisk } from './put-on-disk.ts';
import { settingsOf } from './with-settings.ts';

export class RestoreRefused extends Refusal {}

/** In the data folder: what is not whole yet. A killed restore leaves it alone, and the next one clears it away. */
const HALF = '.restoring';

/** What lies in a folder that nobody has used: a file system of its own has the first. */
const NOTHING: ReadonlySet<string> = new Set(['lost+found', HALF]);

/**
 * @param say prints a line
 * @throws RestoreRefused, DatabaseUnavailable; then nothing was written
 */
export async function restore(
  folder: string,
  flags: Record<string, unknown>,
  say: (line: string) => void,
): Promise<void> {
  const settings = settingsOf(flags);
  if (settings.database !== '') {
    throw new RestoreRefused(
      'PostgreSQL is restored by its own tool: pg_restore; then copy the recordings back',
    );
  }
  const from = resolve(folder);
  const place = storePlace(settings);
  const to = place.kind === 'folder' && flags.databaseOnly !== true ? place.folder : undefined;
  await checkBackup(from, settings);
  const files = to === undefined ? [] : await recordingsIn(from);
  await checkEmpty(settings.data);
  if (to !== undefined) await checkEmpty(to);
  await copyBack(from, settings, to, files);
  const size = (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1_000_000).toFixed(1);
  const recordings =
    to === undefined ? 'without recordings' : `with ${files.length} files of recordings, ${size} MB`;
  say(`restored to ${settings.data}, ${recordings}`);
  if (place.kind === 'bucket') say('recordings are in a bucket: copy them back there');
  say(`serve it with --data ${settings.data}`);
}

/** @throws RestoreRefused, DatabaseUnavailable */
async function checkBackup(from: string, settings: Settings): Promise<void> {
  const file = join(from, 'parlance.db');
  if ((await sizeOf(file)) === undefined) {
    throw new RestoreRefused(`${from} is no backup: there is no parlance.db in it`);
  }
  checkCopy(file);
  if (settings.secret !== '') return;
  const secret = await readFile(join(from, 'secret'), 'utf8').catch(() => '');
  if (secret.trim().length < SHORTEST_KEY) {
    throw new RestoreRefused(`${from} has no secret: give the one of the installation with --secret`);
  }
}

/** The files of recordings that are there, each as long as the database says. @throws RestoreRefused */
async function recordingsIn(from: string): Promise<KeptFile[]> {
  const known = [...filesInCopy(join(from, 'parlance.db'))];
  const found: KeptFile[] = [];
  for (const file of known) {
    const size = await sizeOf(join(from, 'recordings', file.name));
    // Somebody had deleted it while the backup was made.
    if (size === undefined) continue;
    if (size !== file.bytes) {
      throw new RestoreRefused(
        `the backup is damaged: recordings/${file.name} has ${size} bytes, not ${file.bytes}`,
      );
    }
    found.push(file);
  }
  if (known.length > 0 && found.length === 0) {
    throw new RestoreRefused(
      `the backup has none of its ${known.length} files of recordings: leave them out with --database-only`,
    );
  }
  return found;
}

/** @throws RestoreRefused: what is there may be worth more than the backup */
async function checkEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.some((name) => !NOTHING.has(name))) {
    throw new RestoreRefused(`${folder} is not empty: name a new folder, or move away what is there`);
  }
}

/** The database comes last: before it is there, the folder is of no installation. */
async function copyBack(
  from: string,
  settings: Settings,
  recordings: string | undefined,
  files: readonly KeptFile[],
): Promise<void> {
  const half = join(settings.data, HALF);
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true, mode: 0o700 });
  try {
    await copyWhole(join(from, 'parlance.db'), join(half, 'parlance.db'));
    if (settings.secret === '') await copyWhole(join(from, 'secret'), join(half, 'secret'));
    for (const { name } of files)
      await copyWhole(join(from, 'recordings', name), join(half, 'recordings', name));
    if (recordings !== undefined && files.length > 0) await moveInto(join(half, 'recordings'), recordings);
    if (settings.secret === '') await rename(join(half, 'secret'), secretFile(settings));
    await rename(join(half, 'parlance.db'), databaseFile(settings));
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  await putOnDisk(to);
}

/** On another disk nothing can be renamed to: there it is copied. */
async function moveInto(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const name of await readdir(from)) {
    try {
      await rename(join(from, name), join(to, name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
      await copyFolder(join(from, name), join(to, name));
    }
  }
}

async function copyFolder(from: string, to: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await copyWhole(path, join(to, path.slice(from.length)));
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
