/**
 * Where the bytes of recordings lie. A name is a path of letters, digits, dots and hyphens with slashes between
 * (`12/40/0-3.4f2a.part`); it is written once and never changed.
 */
import type { Readable } from 'node:stream';

export interface RecordingStore {
  /**
   * Keeps all of it, on disk when this resolves, or nothing of it: when the source fails, this fails with its error.
   * @throws StoreFull
   */
  put(name: string, from: AsyncIterable<Uint8Array>): Promise<void>;

  /**
   * The bytes from the first to the last of the range, both included, or all of them.
   * @throws NotInStore
   */
  read(name: string, range?: ByteRange): Promise<Readable>;

  /**
   * Opens it where it can be read piece by piece, at any place; nothing where it comes as a stream alone.
   * @throws NotInStore
   */
  open?(name: string): Promise<OpenFile>;

  /** Nothing happens when it is not there. */
  remove(name: string): Promise<void>;

  /** What is kept under names that begin with that folder, such as `12/40`, in no order. */
  list(folder: string): AsyncIterable<KeptFile>;

  /** Clears up what was never kept whole. */
  sweep(): Promise<void>;
}

/** Both are included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

export interface OpenFile {
  /**
   * Reads into the beginning of a buffer.
   * @param at from which byte on
   * @returns how many bytes there were; 0 behind the last
   */
  read(into: Buffer, count: number, at: number): Promise<number>;
  close(): Promise<void>;
}

export interface KeptFile {
  readonly name: string;
  readonly bytes: number;
}

/** No room is left where the bytes lie. */
export class StoreFull extends Error {
  constructor(cause: unknown) {
    super('the store of recordings takes no more', { cause });
    this.name = 'StoreFull';
  }
}

export class NotInStore extends Error {
  constructor(name: string) {
    super(`the store of recordings has no ${name}`);
    this.name = 'NotInStore';
  }
}

/** A name that leads anywhere else is a fault of ours, never one of a caller. */
export function checkName(name: string): void {
  if (!/^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(name) || name.length > 512) {
    throw new Error(`no name of a recording: ${JSON.stringify(name)}`);
  }
}
