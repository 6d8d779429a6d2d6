/**
 * An account that a recording's host has shared it with.
 * @room recordings
 */
export interface RecordingShareTable {
  recording: number;
  site: number;
  account: number;
  /** When the recording was made: lists of somebody's are read along it. */
  created_at: number;
  shared_at: number;
}
