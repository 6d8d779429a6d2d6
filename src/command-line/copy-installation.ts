/** Another database with all that an installation has, which another `parlance serve` can serve. */
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Copied, transfer } from '../database/transfer/transfer.ts';
import { databaseFile, secretFile } from '../installation.ts';
import { storePlace } from '../recordings/store/store-setting.ts';
import { Refusal } from '../refusal.ts';
import { settingsOf } from './with-settings.ts';

export class CopyRefused extends Refusal {}

/**
 * Whoever is served meanwhile goes on, and what they write after the copy has begun is not in it.
 * @param to `postgres://…`, or a folder that is not there yet
 * @param say prints a line
 * @throws CopyRefused, DatabaseUnavailable
 */
export async function copyInstallation(
  to: string,
  flags: Record<string, unknown>,
  say: (line: string) => void,
): Promise<void> {
  const settings = settingsOf(flags);
  const from = settings.database || `sqlite:${databaseFile(settings)}`;
  const total = { tables: 0, rows: 0 };
  const copied = ({ table, rows }: Copied) => {
    total.tables++;
    total.rows += rows;
    say(`${String(rows).padStart(10)}  ${table}`);
  };
  if (/^postgres(?:ql)?:/.test(to)) {
    await transfer(from, to, copied);
    say(`${total.rows} rows of ${total.tables} tables are in the database`);
    say(`serve it with --database, and with the same --data ${settings.data}: the secret is there`);
    return;
  }
  // One letter and a colon is a disk of Windows.
  if (/^\w{2,}:/.test(to)) throw new CopyRefused(`${to} is neither postgres://… nor a folder`);
  const folder = resolve(to);
  await makeFolder(folder);
  try {
    await transfer(from, `sqlite:${join(folder, 'parlance.db')}`, copied);
    if (settings.secret === '') await copyFile(secretFile(settings), join(folder, 'secret'));
  } catch (error) {
    // Half a copy looks like a whole one.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  say(`${total.rows} rows of ${total.tables} tables are in ${folder}`);
  const secret = settings.secret === '' ? '' : ' and the secret of the settings';
  const place = storePlace(settings);
  const recordings = place.kind === 'folder' ? place.folder : settings.recordings;
  say(
    `serve it with --data ${folder}${secret}, and with --recordings ${recordings}: they stay where they are`,
  );
  say(
    'end the server of before first: of two on the same recordings each would clear away what it does not know',
  );
}

/** @throws CopyRefused for one that is there */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new CopyRefused(`${folder} is there already: name a new folder`);
  }
}
