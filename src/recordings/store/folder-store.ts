/**
 * Recordings in a folder: each name is a file. It is written beside, synced and renamed, so that a process that is killed
 * leaves the whole file or a half one under another name, which is cleared up later.
 */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { checkName, type KeptFile, NotInStore, type RecordingStore, StoreFull } from './recording-store.ts';

const HALF = '.half';

/** Milliseconds after which nobody writes a half file any more: a request may take a minute. */
const HALF_FOR = 10 * 60_000;

/** Bytes that are read or written at once: with the usual 64 KiB they take half as much processor time again. */
const AT_ONCE = 256 * 1024;

/** What a disk says that takes no more, for whatever reason. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** @param folder is made when it is first written to */
export function folderStore(folder: string, now: () => number = Date.now): RecordingStore {
  const pathOf = (name: string) => {
    checkName(name);
    return join(folder, name);
  };

  return {
    async put(name, from) {
      const path = pathOf(name);
      const half = `${path}.${randomUUID()}${HALF}`;
      try {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeSynced(half, from);
        await rename(half, path);
        await syncFolders(dirname(path), folder);
      } catch (error) {
        await rm(half, { force: true });
        throw isOf(error, FULL) ? new StoreFull(error) : error;
      }
    },

    async read(name, range) {
      const file = createReadStream(pathOf(name), {
        highWaterMark: AT_ONCE,
        ...(range && { start: range.first, end: range.last }),
      });
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      file.once('open', () => resolve());
      file.once('error', reject);
      await promise.catch((error: unknown) => {
        throw isOf(error, ['ENOENT']) ? new NotInStore(name) : error;
      });
      return file;
    },

    async open(name) {
      const file = await open(pathOf(name), 'r').catch((error: unknown) => {
        throw isOf(error, ['ENOENT']) ? new NotInStore(name) : error;
      });
      return {
        read: async (into, count, at) => (await file.read(into, 0, count, at)).bytesRead,
        close: () => file.close(),
      };
    },

    async remove(name) {
      await rm(pathOf(name), { force: true });
    },

    async *list(below) {
      for await (const path of filesBelow(pathOf(below))) {
        const bytes = path.endsWith(HALF) ? undefined : await sizeOf(path);
        if (bytes !== undefined) yield { name: relative(folder, path), bytes } satisfies KeptFile;
      }
    },

    async sweep() {
      for await (const path of filesBelow(folder)) {
        if (!path.endsWith(HALF)) continue;
        const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
        if (mtimeMs < now() - HALF_FOR) await rm(path, { force: true });
      }
    },
  };
}

async function writeSynced(path: string, from: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    const buffer = Buffer.allocUnsafeSlow(AT_ONCE);
    let filled = 0;
    const write = async () => {
      for (let at = 0; at < filled; ) at += (await file.write(buffer, at, filled - at)).bytesWritten;
      filled = 0;
    };
    for await (const bytes of from) {
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + buffer.length - filled);
        buffer.set(piece, filled);
        filled += piece.length;
        at += piece.length;
        if (filled === buffer.length) await write();
      }
    }
    await write();
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A renamed file is there for good when its folder is on disk, and the folders that were made for it. */
async function syncFolders(from: string, to: string): Promise<void> {
  for (let folder = from; ; folder = dirname(folder)) {
    const opened = await open(folder, 'r');
    await opened.sync().finally(() => opened.close());
    if (folder === to || folder === dirname(folder)) return;
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

/** None of a folder that has never been made, or has gone meanwhile. */
async function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isOf(error, ['ENOENT'])) return [];
    throw error;
  });
}

async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => size,
    () => undefined,
  );
}

function isOf(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
