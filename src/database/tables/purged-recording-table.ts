import type { ServiceType } from './session-table.ts';

/**
 * A recording that was deleted for good: what may still be told of it. Nothing leads to its bytes, which are gone.
 * @room recordings
 */
export interface PurgedRecordingTable {
  /** The recordID. */
  id: number;
  site: number;
  /** The row of the account that it belonged to. */
  host: number;
  name: string;
  service: ServiceType;
  session_key: number | null;
  conf_id: number | null;
  run: number | null;
  created_at: number;
  /** Whole seconds. */
  duration: number;
  bytes: number;
  format: string;
  purged_at: number;
}
