import type { Bytes } from './column-types.ts';

/**
 * A piece of a file of a job: what it reads, or what it has written. One after the other they are the file.
 * @room jobs
 */
export interface JobPieceTable {
  job: number;
  file: string;
  /** Counted from 0. */
  number: number;
  bytes: Bytes;
}
