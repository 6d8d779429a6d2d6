import type { Generated } from 'kysely';

/**
 * What one recorder wrote without a break: a file of its own, with its own head and its own clock. A reload and a pause
 * begin a new one.
 * @room recordings
 */
export interface RecordingSegmentTable {
  id: Generated<number>;
  recording: number;
  /** Counted from 0. */
  number: number;
  /** Such as `video/webm;codecs=vp8,opus`. */
  media_type: string;
  started_at: number;
  /** How many it has; all of them are there. */
  parts: number;
  bytes: number;
}
