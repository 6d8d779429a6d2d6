/** When the last backup was made: a line beside the database, written by the command and read by the console. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILE = 'last-backup';

/** @param at epoch milliseconds */
export async function noteBackup(dataFolder: string, at: number): Promise<void> {
  await writeFile(join(dataFolder, FILE), `${new Date(at).toISOString()}\n`);
}

/** Epoch milliseconds; nothing when none has been made, or nobody can tell. */
export async function lastBackup(dataFolder: string): Promise<number | undefined> {
  try {
    const at = Date.parse((await readFile(join(dataFolder, FILE), 'utf8')).trim());
    return Number.isNaN(at) ? undefined : at;
  } catch {
    return undefined;
  }
}
