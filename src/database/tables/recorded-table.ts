/**
 * Something that was recorded, whether the recording is still there or not.
 * @room recordings
 */
export interface RecordedTable {
  /** The recordID. */
  id: number;
  site: number;
  /** The row of the host's account. */
  host: number;
  name: string;
  /** As lists compare it. */
  name_key: string;
  created_at: number;
}
