import type { ServiceType } from './session-table.ts';

/**
 * How many recordings a host, or a site, has that lists tell of: they are ready and not in the bin.
 * @room recordings
 */
export interface RecordingCountTable {
  site: number;
  /** The row of the account; 0 for all of the site. */
  host: number;
  service: ServiceType;
  recordings: number;
}
