import type { Generated } from 'kysely';
import type { Bytes } from './column-types.ts';

/** What is played and fetched; what it was made from, while it is kept; a still picture; words to read along; its sound alone. */
export type RecordingFileRole = 'MAIN' | 'ORIGINAL' | 'POSTER' | 'CAPTIONS' | 'SOUND';

/**
 * A file of a recording.
 * @room recordings
 */
export interface RecordingFileTable {
  id: Generated<number>;
  recording: number;
  role: RecordingFileRole;
  /** Where the store has it. */
  name: string;
  media_type: string;
  bytes: number;
  sha256: Bytes;
}
