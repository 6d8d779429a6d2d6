import type { Bytes } from './column-types.ts';

export type ImageKind = 'Photo' | 'Header';

/**
 * A picture of a personal room.
 * @room accounts
 */
export interface AccountImageTable {
  /** 32 hexadecimal digits. */
  token: string;
  account: number;
  kind: ImageKind;
  media_type: string;
  bytes: Bytes;
  created_at: number;
}
