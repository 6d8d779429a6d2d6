/**
 * Copies the recordings that a copy of the database knows. Bytes are in the store before their row is, and are never
 * changed: what is copied after the database has all of them, but for those that somebody has deleted meanwhile.
 */
import { constants } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesInCopy } from '../recordings/files-in-copy.ts';
import { putOnDisk } from './put-on-disk.ts';

export interface CopiedRecordings {
  readonly files: number;
  readonly bytes: number;
  /** Files that were gone. */
  readonly gone: number;
}

/**
 * @param from the folder of the store
 * @param to is made when there is something to be put there
 */
export async function copyRecordings(database: string, from: string, to: string): Promise<CopiedRecordings> {
  let [files, size, gone] = [0, 0, 0];
  for (const { name, bytes } of filesInCopy(database)) {
    const path = join(to, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    // By the kernel: nothing passes through memory, and where the disk can, the two share what they hold.
    const isThere = await copyFile(join(from, name), path, constants.COPYFILE_FICLONE).then(
      () => true,
      unlessMissing,
    );
    if (isThere) {
      await putOnDisk(path);
      files += 1;
      size += bytes;
    } else gone += 1;
  }
  return { files, bytes: size, gone };
}

function unlessMissing(error: unknown): false {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
  throw error;
}
