/** Where recordings are made ready: a folder for each attempt, which is gone when it is over. */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Measured } from '../measured.ts';
import type { RecordingFile, RecordingFileRole } from '../recording.ts';
import { type RecordingStore, StoreFull } from '../store/recording-store.ts';

export type WorkFolder = ReturnType<typeof openWorkFolder>;

/**
 * @param data the folder of the installation
 * @param name that of its folder: each kind of work clears up after itself alone
 */
export function openWorkFolder(data: string, name = 'recording-work') {
  const root = join(data, name);

  return {
    /** A new one, in the place of what earlier attempts have left. */
    async take(recording: number, attempt: number): Promise<string> {
      for (const name of await namesIn(root)) {
        if (numberOf(name) === recording) await clear(join(root, name));
      }
      const path = join(root, `${recording}-${attempt}`);
      await mkdir(path, { recursive: true, mode: 0o700 });
      return path;
    },

    async drop(path: string): Promise<void> {
      await rm(path, { recursive: true, force: true });
    },

    /** Clears up what a process has left that was killed. */
    async sweep(isUnderWay: (recording: number) => Promise<boolean>): Promise<void> {
      for (const name of await namesIn(root)) {
        if (!(await isUnderWay(numberOf(name)))) await clear(join(root, name));
      }
    },
  };
}

/** A program that works there has outlived the process that began it: nobody waits for it any more. */
async function clear(path: string): Promise<void> {
  // Where there is no such folder (elsewhere than on Linux), it comes to its end by itself.
  for (const id of await namesIn('/proc')) {
    if (!/^\d+$/.test(id)) continue;
    const line = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
    if (line.includes(`${path}/`)) endProcess(Number(id));
  }
  await rm(path, { recursive: true, force: true });
}

function endProcess(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

/** None of a folder that nobody has needed yet. */
async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** That of the recording whose folder it is; 0 for anything else. */
function numberOf(name: string): number {
  return Number(/^(\d+)-\d+$/.exec(name)?.[1] ?? 0);
}

/**
 * Writes files of the store into one, one behind the other.
 * @throws StoreFull when this machine's disk is
 */
export async function fetchInto(
  path: string,
  store: Pick<RecordingStore, 'read'>,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  async function* bytes() {
    for (const name of names) yield* await store.read(name);
  }
  try {
    await pipeline(bytes, createWriteStream(path, { mode: 0o600 }), { ...(signal && { signal }) });
  } catch (error) {
    const isFull =
      error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));
    throw isFull ? new StoreFull(error) : error;
  }
}

/** Puts a file into the store. */
export async function keepFile(
  path: string,
  store: Pick<RecordingStore, 'put'>,
  as: { readonly role: RecordingFileRole; readonly name: string; readonly mediaType: string },
): Promise<RecordingFile> {
  const measured = new Measured(createReadStream(path), { most: Number.POSITIVE_INFINITY, keeps: 0 });
  await store.put(as.name, measured);
  return { ...as, bytes: measured.bytes, sha256: measured.sha256() };
}
