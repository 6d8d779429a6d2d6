import type { Bytes } from './column-types.ts';

/**
 * The logo of a site: one at most.
 * @room sites
 */
export interface SiteLogoTable {
  site: number;
  /** 32 hexadecimal digits, new with every picture. */
  token: string;
  media_type: string;
  width: number;
  height: number;
  bytes: Bytes;
  created_at: number;
}
