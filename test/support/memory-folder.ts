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
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM) return undefined;
    const path = mkdtempSync(join(MEMORY, 'parlance-tests-'));
    const folder = { path, remove: () => rmSync(path, { recursive: true, force: true }) };
    const program = join(path, 'program');
    writeFileSync(program, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    if (spawnSync(program).status === 0) return folder;
    folder.remove();
    return undefined;
  } catch {
    return undefined;
  }
}
