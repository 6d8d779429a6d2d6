import type { Bytes } from './column-types.ts';

/**
 * The picture of an event.
 * @room sessions
 */
export interface EventImageTable {
  session: number;
  /** 32 hexadecimal digits, new with every picture. */
  token: string;
  media_type: string;
  bytes: Bytes;
  created_at: number;
}
