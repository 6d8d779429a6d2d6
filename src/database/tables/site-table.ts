import type { Generated } from 'kysely';

export type SiteType = 1 | 2 | 3 | 4 | 5;
export type SiteStatus = 'ACTIVE' | 'CLOSED';

/**
 * A site and its settings.
 * @room sites
 */
export interface SiteTable {
  id: Generated<number>;
  /** The public siteID. */
  site_id: number;
  /** Lower case. */
  name: string;
  type: SiteType;
  status: SiteStatus;
  security_version: number;
  version: number;
  created_at: number;
  document: string;
}
