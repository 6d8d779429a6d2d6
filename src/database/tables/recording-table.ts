import type { Flag } from './column-types.ts';
import type { ListStatus, ServiceType } from './session-table.ts';

/**
 * While it is recorded, while it is made ready, when it can be had, and when nothing could be made of it: then what was
 * saved of it may still be had.
 */
export type RecordingState = 'RECORDING' | 'PROCESSING' | 'READY' | 'FAILED';

/**
 * Something that was recorded and is kept, or lies in the bin.
 * @room recordings
 */
export interface RecordingTable {
  /** The recordID: nine digits. */
  id: number;
  site: number;
  /** The row of the account that it belongs to. */
  host: number;
  state: RecordingState;
  name: string;
  /** As lists compare it. */
  name_key: string;
  service: ServiceType;
  /** What was recorded; null for something that was brought. */
  session_key: number | null;
  conf_id: number | null;
  /** That of the usage in the history. */
  run: number | null;
  time_zone_id: number;
  created_at: number;
  /** Whole seconds; 0 while it is not known. */
  duration: number;
  /** Those of its main file; 0 while there is none. */
  bytes: number;
  /** What lists call its format: MP4, WEBM, ARF, WRF, WMV. */
  format: string;
  /** Of the links to see it and to fetch it: 32 hexadecimal digits each. */
  stream_token: string;
  download_token: string;
  /** Since when it lies in the bin. */
  deleted_at: number | null;
  /** Until when somebody makes it ready, and how often that was begun. */
  leased_until: number;
  attempts: number;
  has_password: Flag;
  listing: ListStatus;
  document: string;
}
