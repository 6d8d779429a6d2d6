import type { ServiceType } from './session-table.ts';

/**
 * How many sessions a site has of each type, so that the total of a list needs no counting.
 * @room sessions
 */
export interface SessionCountTable {
  site: number;
  service: ServiceType;
  session_type: number;
  sessions: number;
}
