/** Media files on this machine's disk, read by a process of its own (`media-process.ts`). */
import { fileURLToPath } from 'node:url';
import { type ChildBounds, runBounded, sizeOf } from './bounded-child.ts';
import type { Container, Joined, Measurement, MediaOrder } from './media-orders.ts';

export interface ReadingBounds extends ChildBounds {
  /** Milliseconds of a processor: to begin with, and for each byte. */
  readonly work: number;
  readonly workForEach: number;
}

/** An honest file takes a tenth of it. */
export const READING: ReadingBounds = {
  time: 60 * 60_000,
  work: 15_000,
  workForEach: 1 / 20_000,
  memory: 512 * 1024 * 1024,
};

export interface MediaFiles {
  /** @throws ChildFailed when nobody can read it within the bounds */
  measure(file: string, signal?: AbortSignal): Promise<Measurement>;
  /**
   * Puts files one behind the other as they are, those that are made as the first one.
   * @throws ChildFailed
   */
  join(
    files: readonly string[],
    into: string,
    container: Container,
    most: number,
    signal?: AbortSignal,
  ): Promise<Joined>;
}

export function openMediaFiles(bounds: ReadingBounds = READING): MediaFiles {
  const script = import.meta.filename.endsWith('.ts') ? './media-process.ts' : './media-process.js';
  const program = fileURLToPath(new URL(script, import.meta.url));

  async function ask<T>(order: MediaOrder, within: ChildBounds, signal?: AbortSignal): Promise<T> {
    const files = order.kind === 'measure' ? [order.file] : order.files;
    const sizes = await Promise.all(files.map(sizeOf));
    const work = bounds.work + bounds.workForEach * sizes.reduce((sum, size) => sum + size, 0);
    const args = ['--max-old-space-size=256', program, JSON.stringify(order)];
    return JSON.parse(await runBounded(process.execPath, args, { ...within, work }, signal));
  }

  return {
    measure: (file, signal) => ask<Measurement>({ kind: 'measure', file }, bounds, signal),
    join: (files, into, container, most, signal) =>
      ask<Joined>(
        { kind: 'join', files, into, container },
        { ...bounds, file: { path: into, most } },
        signal,
      ),
  };
}
