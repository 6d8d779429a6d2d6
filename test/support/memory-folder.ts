/**
 * Where tests write: what they write is gone with them, and needs no disk. Durability is that of a killed process here,
 * which memory keeps as well.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';

/** Bytes that all tests together stay far below. */
const ROOM = 4 * 2 ** 30;

export interface MemoryFolder {
  readonly path: string;
  remove(): void;
}

/** A folder in memory; nothing where there is none, where it has little room, or where it runs no program. */
export function memoryFolder(): MemoryFolder | undefined {
  const path = newFolderInMemory('parlance-tests-');
  return path === undefined ? undefined : { path, remove: () => remove(path) };
}

/** The same, for whoever removes it by themselves. */
export function newFolderInMemory(prefix: string): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM) return undefined;
    const path = mkdtempSync(join(MEMORY, prefix));
    const program = join(path, 'program');
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    const runs = spawnSync(program).status === 0;
    rmSync(program);
    if (runs) return path;
    remove(path);
    return undefined;
  } catch {
    return undefined;
  }
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
}
