import type { Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/**
 * A piece of a segment, as it was uploaded. One after the other, the parts of a segment are its file.
 * @room recordings
 */
export interface RecordingPartTable {
  id: Generated<number>;
  segment: number;
  /** Counted from 0. */
  number: number;
  /** Where the store has it. */
  name: string;
  bytes: number;
  sha256: Bytes;
  taken_at: number;
}
